import { randomUUID } from "node:crypto";
import { Hono, type Context } from "hono";
import { html } from "hono/html";
import { errorKind } from "../../chat/error-kind.ts";
import { contactsKnownAs } from "../../db/access/contact-store.ts";
import { linkMailCard } from "../../features/client-area/index.ts";
import { sayIn } from "../../i18n/say.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { deskViewer } from "../../i18n/viewer-for.ts";
import { contactWithAccess } from "../access/contacts.ts";
import { mailEveryMs, makeLinkUnlessRecent } from "../access/sessions.ts";
import type { AreaDeps, WebDeps, WebEnv } from "../deps.ts";
import { noticePage } from "../pages/small-pages.ts";
import type { Markup } from "../render/line.ts";
import { readForm } from "../read-form.ts";
import { mailForm } from "../sign-in/mail-form.ts";
import { addressIn } from "../sign-in/staff-address.ts";
import { areaPage } from "./area-layout.ts";

const signInForm = (viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  const texts = { about: say("area.signInByMail"), address: say("area.email"), send: say("area.sendLink") };
  return html`<h1>${say("area.signIn")}</h1>
    ${mailForm("/area/sign-in", texts, true)}`;
};

/** Sends a link to every contact with this address who has access: one for each of their accounts. */
const sendLinks = async (deps: WebDeps, mail: NonNullable<AreaDeps["mail"]>, address: string): Promise<void> => {
  const { db } = deps.database;
  const desk = await deps.desk.read(db);
  for (const { user, knownAs } of await contactsKnownAs(db, `email:${address}`)) {
    const guest = await contactWithAccess(db, user, desk);
    if (guest === null) continue;
    const at = deps.now();
    const path = await makeLinkUnlessRecent(db, user, { at, since: at - mailEveryMs });
    if (path === null) continue;
    const url = `${deps.origin().origin}${path}`;
    const sent = await mail(knownAs, linkMailCard(guest.account, url, desk), { key: randomUUID() });
    if (!sent.ok) deps.log.warn({ failure: sent.failure.kind, err: sent.failure.why }, "area.link-not-sent");
  }
};

/** The pages of the client area before a contact is signed in. */
export const areaSignIn = (deps: WebDeps, { mail }: AreaDeps): Hono<WebEnv> => {
  const app = new Hono<WebEnv>();
  const show = async (context: Context<WebEnv>, content: (viewer: Viewer) => Markup) => {
    const desk = await deps.desk.read(deps.database.db);
    const viewer = deskViewer(desk);
    const title = sayIn(viewer.locale)("area.signIn");
    return context.html(areaPage({ title, desk, viewer, guest: null }, content(viewer)));
  };
  const byInvitation = (viewer: Viewer): Markup => noticePage(sayIn(viewer.locale)("area.signInByInvitation"), null);

  app.get("/area/sign-in", (context) => show(context, mail === null ? byInvitation : signInForm));
  app.post("/area/sign-in", async (context) => {
    if (mail === null) return show(context, byInvitation);
    const address = addressIn(new Map((await readForm(context.req.raw)).fields).get("email"));
    // The answer does not wait for the search and the mail, so that it takes as long for an unknown address.
    sendLinks(deps, mail, address).catch((error: unknown) =>
      deps.log.warn({ err: errorKind(error) }, "area.link-not-sent"),
    );
    return show(context, (viewer) => noticePage(sayIn(viewer.locale)("area.linkSent"), null));
  });
  return app;
};
