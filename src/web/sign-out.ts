import { Hono, type Context } from "hono";
import type { UserRef } from "../tickets/refs.ts";
import type { Sessions } from "./access/sessions.ts";
import type { WebDeps, WebEnv } from "./deps.ts";
import { readPosted } from "./posted.ts";
import { forgetCookie, type WebPart } from "./sign-in-routes.ts";

interface SignOut extends Pick<WebDeps, "origin"> {
  readonly sessions: Sessions;
  /** Who is signed in in the browser of a request. */
  person(context: Context<WebEnv>): { readonly user: UserRef; readonly cookie: string };
  notice(context: Context<WebEnv>, text: "formOld"): Response | Promise<Response>;
}

const signInPages: Readonly<Record<WebPart, string>> = { desk: "/sign-in", area: "/area/sign-in" };

/** Signing out in one browser, and in all of a person's browsers. Both lead to the page that signs in. */
export const signOutRoutes = (part: WebPart, { sessions, origin, person, notice }: SignOut): Hono<WebEnv> => {
  const app = new Hono<WebEnv>();
  const signOut = (everywhere: boolean) => async (context: Context<WebEnv>) => {
    const { cookie, user } = person(context);
    if ((await readPosted(context, cookie, `/${part}`)) === null) return notice(context, "formOld");
    const address = context.get("address");
    await (everywhere ? sessions.signOutEverywhere(user, address) : sessions.signOut(cookie, address));
    forgetCookie(context, origin(), part);
    return context.redirect(signInPages[part], 303);
  };
  app.post(`/${part}/sign-out`, signOut(false));
  app.post(`/${part}/sign-out-everywhere`, signOut(true));
  return app;
};
