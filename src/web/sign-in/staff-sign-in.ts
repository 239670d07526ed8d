import { randomUUID } from "node:crypto";
import { Hono, type Context } from "hono";
import { errorKind } from "../../chat/error-kind.ts";
import { staffLinkCard } from "../../features/web-desk/index.ts";
import { sayIn } from "../../i18n/say.ts";
import { deskViewer, staffViewer } from "../../i18n/viewer-for.ts";
import { linkLivesMs, mailEveryMs, makeLinkUnlessRecent, type Sessions } from "../access/sessions.ts";
import type { StaffSignIn, WebDeps, WebEnv } from "../deps.ts";
import { noticePage } from "../pages/small-pages.ts";
import { page } from "../render/layout.ts";
import type { Markup } from "../render/line.ts";
import { staffMember } from "../sign-in-routes.ts";
import { oidcRoutes } from "./oidc-routes.ts";
import { signInPage } from "./sign-in-page.ts";
import { readForm } from "../read-form.ts";
import { addressIn, staffWithAddress } from "./staff-address.ts";

/** Sends a link to the person of the staff with this address, if there is one. */
const sendLink = async (deps: WebDeps, mail: NonNullable<StaffSignIn["mail"]>, address: string): Promise<void> => {
  const { db } = deps.database;
  const desk = await deps.desk.read(db);
  const user = staffWithAddress(address, desk);
  const person = user === null ? null : staffMember(user, desk);
  if (user === null || person === null) return;
  const at = deps.now();
  const path = await makeLinkUnlessRecent(db, user, { at, since: at - mailEveryMs });
  if (path === null) return;
  const link = { url: `${deps.origin().origin}${path}`, minutes: linkLivesMs / 60_000 };
  const sent = await mail(`email:${address}`, staffLinkCard(link, desk.name, staffViewer(desk, person.key)), {
    key: randomUUID(),
  });
  if (!sent.ok) deps.log.warn({ failure: sent.failure.kind, err: sent.failure.why }, "web.link-not-sent");
};

/** How the staff sign in without chat: with a link by mail, and with their company's identity provider. */
export const staffSignIn = (deps: WebDeps, sessions: Sessions): Hono<WebEnv> => {
  const { mail = null, provider = null, isRequired = false } = deps.signIn ?? {};
  const app = new Hono<WebEnv>();
  const show = async (
    context: Context<WebEnv>,
    content: (viewer: ReturnType<typeof deskViewer>) => Markup,
    status: 200 | 403 | 503 = 200,
  ) => {
    const viewer = deskViewer(await deps.desk.read(deps.database.db));
    const title = sayIn(viewer.locale)("web.signIn");
    return context.html(page({ title, viewer, signedIn: null }, content(viewer)), status);
  };
  const byMail = isRequired ? null : mail;

  app.get("/sign-in", (context) =>
    show(context, (viewer) =>
      signInPage({ byMail: byMail !== null, byProvider: provider !== null, isRequired }, viewer),
    ),
  );
  app.post("/sign-in", async (context) => {
    if (byMail === null) return context.redirect("/sign-in", 303);
    const body = new Map((await readForm(context.req.raw)).fields);
    // The answer does not wait for the search and the mail, so that it takes as long for an unknown address.
    sendLink(deps, byMail, addressIn(body.get("email"))).catch((error: unknown) =>
      deps.log.warn({ err: errorKind(error) }, "web.link-not-sent"),
    );
    return show(context, (viewer) => noticePage(sayIn(viewer.locale)("web.linkSent"), null));
  });
  if (provider !== null)
    app.route(
      "/",
      oidcRoutes(deps, sessions, {
        provider,
        notice: (context, text, status) =>
          show(
            context,
            (viewer) => {
              const say = sayIn(viewer.locale);
              return noticePage(say(`web.${text}`), { path: "/sign-in", label: say("web.signIn") });
            },
            status,
          ),
      }),
    );
  return app;
};
