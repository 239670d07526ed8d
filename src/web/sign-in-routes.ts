import { Hono, type Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { deskViewer, staffViewer } from "../i18n/viewer-for.ts";
import { sayIn } from "../i18n/say.ts";
import { permitted } from "../tickets/permissions.ts";
import { identify } from "../tickets/principal.ts";
import type { UserRef } from "../tickets/refs.ts";
import type { Desk, Person } from "../desk/desk.ts";
import type { Sessions } from "./access/sessions.ts";
import { webPlace } from "./acting.ts";
import type { WebDeps, WebEnv } from "./deps.ts";
import { linkPage, noticePage, signInPage } from "./pages/small-pages.ts";
import { page } from "./render/layout.ts";

/** Cookies with this prefix are accepted from this host over HTTPS only. Browsers refuse it without HTTPS. */
const cookieName = (isEncrypted: boolean): string => (isEncrypted ? "__Host-plazo" : "plazo");

/** The longest life of the cookie in seconds; the session in the database ends earlier. */
const cookieSeconds = 14 * 24 * 3_600;

/** The cookie of a request; null if it has none. */
export const cookieOf = (context: Context<WebEnv>, { isEncrypted }: { readonly isEncrypted: boolean }): string | null =>
  getCookie(context, cookieName(isEncrypted)) ?? null;

export const forgetCookie = (context: Context<WebEnv>, { isEncrypted }: { readonly isEncrypted: boolean }): void =>
  void deleteCookie(context, cookieName(isEncrypted), { path: "/", secure: isEncrypted });

/** The member of the staff with this identity, if they may use the web desk now; null if not. */
export const staffMember = (user: UserRef, desk: Desk): Person | null => {
  const principal = identify(user, webPlace, desk);
  return principal.is === "staff" && permitted(principal, "webDesk") === "yes" ? principal.person : null;
};

/** The pages before one is signed in. */
export const signInRoutes = (deps: WebDeps, sessions: Sessions): Hono<WebEnv> => {
  const app = new Hono<WebEnv>();
  const show = async (
    context: Context<WebEnv>,
    text: "linkOver" | "notSecure" | "noLongerStaff",
    status: 403 | 410,
  ) => {
    const viewer = deskViewer(await deps.desk.read(deps.database.db));
    const say = sayIn(viewer.locale);
    const content = noticePage(say(`web.${text}`), null);
    return context.html(page({ title: say("web.signIn"), viewer, signedIn: null }, content), status);
  };

  app.get("/sign-in", async (context) => {
    const viewer = deskViewer(await deps.desk.read(deps.database.db));
    const title = sayIn(viewer.locale)("web.signIn");
    return context.html(page({ title, viewer, signedIn: null }, signInPage(viewer)));
  });

  app.get("/sign-in/:link", async (context) => {
    if (!deps.origin().isPrivate) return show(context, "notSecure", 403);
    const user = await sessions.linkFor(context.req.param("link"));
    if (user === null) return show(context, "linkOver", 410);
    const desk = await deps.desk.read(deps.database.db);
    const person = staffMember(user, desk);
    if (person === null) return show(context, "noLongerStaff", 403);
    const viewer = staffViewer(desk, person.key);
    const content = linkPage(context.req.path, person.name, viewer);
    return context.html(page({ title: sayIn(viewer.locale)("web.signIn"), viewer, signedIn: null }, content));
  });

  app.post("/sign-in/:link", async (context) => {
    const { isPrivate, isEncrypted } = deps.origin();
    if (!isPrivate) return show(context, "notSecure", 403);
    const link = context.req.param("link");
    const user = await sessions.linkFor(link);
    const desk = await deps.desk.read(deps.database.db);
    if (user !== null && staffMember(user, desk) === null) return show(context, "noLongerStaff", 403);
    // Each sign-in makes a new cookie. An attacker who set a cookie in this browser before gains nothing by it.
    const session = await sessions.signIn(link, context.get("address"));
    if (session === null) return show(context, "linkOver", 410);
    setCookie(context, cookieName(isEncrypted), session.cookie, {
      path: "/",
      httpOnly: true,
      sameSite: "Lax",
      secure: isEncrypted,
      maxAge: cookieSeconds,
    });
    return context.redirect("/desk", 303);
  });
  return app;
};
