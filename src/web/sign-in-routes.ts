import { Hono, type Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { parse as parseCookie } from "hono/utils/cookie";
import { deskViewer, staffViewer } from "../i18n/viewer-for.ts";
import { sayIn } from "../i18n/say.ts";
import { permitted } from "../tickets/permissions.ts";
import { identify } from "../tickets/principal.ts";
import type { UserRef } from "../tickets/refs.ts";
import type { Desk, Person } from "../desk/desk.ts";
import type { OpenLink } from "../db/access/access-store.ts";
import type { Database } from "../db/connection/handle.ts";
import type { Viewer } from "../i18n/viewer.ts";
import { contactWithAccess } from "./access/contacts.ts";
import type { Sessions } from "./access/sessions.ts";
import { webPlace } from "./acting.ts";
import type { WebDeps, WebEnv } from "./deps.ts";
import { linkPage, noticePage } from "./pages/small-pages.ts";
import { page } from "./render/layout.ts";

/** The web desk and the client area have cookies of their own, so that one browser can show both. */
export type WebPart = "desk" | "area";

/** Cookies with this prefix are accepted from this host over HTTPS only. Browsers refuse it without HTTPS. */
const cookieName = (isEncrypted: boolean, part: WebPart): string =>
  `${isEncrypted ? "__Host-" : ""}plazo${part === "area" ? "-area" : ""}`;

/** The longest life of the cookie in seconds; the session in the database ends at that time or earlier. */
const cookieSeconds: Readonly<Record<WebPart, number>> = { desk: 14 * 24 * 3_600, area: 30 * 24 * 3_600 };

interface Encryption {
  readonly isEncrypted: boolean;
}

/** The cookie in the headers of a request; null if it has none. */
export const cookieIn = (headers: Headers, { isEncrypted }: Encryption, part: WebPart): string | null => {
  const name = cookieName(isEncrypted, part);
  return parseCookie(headers.get("cookie") ?? "", name)[name] ?? null;
};

/** The cookie of a request; null if it has none. */
export const cookieOf = (
  context: Context<WebEnv>,
  { isEncrypted }: Encryption,
  part: WebPart = "desk",
): string | null => getCookie(context, cookieName(isEncrypted, part)) ?? null;

/** Gives the browser the cookie of a new session. */
export const setSessionCookie = (
  context: Context<WebEnv>,
  { isEncrypted }: Encryption,
  part: WebPart,
  cookie: string,
): void =>
  setCookie(context, cookieName(isEncrypted, part), cookie, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: isEncrypted,
    maxAge: cookieSeconds[part],
  });

export const forgetCookie = (context: Context<WebEnv>, { isEncrypted }: Encryption, part: WebPart = "desk"): void =>
  void deleteCookie(context, cookieName(isEncrypted, part), { path: "/", secure: isEncrypted });

/** The member of the staff with this identity, if they may use the web desk now; null if not. */
export const staffMember = (user: UserRef, desk: Desk): Person | null => {
  const principal = identify(user, webPlace, desk);
  return principal.is === "staff" && permitted(principal, "webDesk") === "yes" ? principal.person : null;
};

/** A person whom a link may sign in, and the part of the site that is theirs. */
interface LinkOwner {
  readonly part: WebPart;
  readonly name: string;
  readonly viewer: Viewer;
  /** For a contact: the account, and the name of the person who invited them. */
  readonly invitation: { readonly account: string; readonly inviter: string | null } | null;
}

/** The owner of a link; null if they may not sign in any more. */
const ownerOf = async ({ person: user, invitedBy }: OpenLink, desk: Desk, db: Database): Promise<LinkOwner | null> => {
  const person = staffMember(user, desk);
  if (person !== null)
    return { part: "desk", name: person.name, viewer: staffViewer(desk, person.key), invitation: null };
  const guest = await contactWithAccess(db, user, desk);
  if (guest === null) return null;
  const { contact, account } = guest;
  const inviter =
    invitedBy === null
      ? null
      : (staffMember(invitedBy, desk)?.name ?? (await contactWithAccess(db, invitedBy, desk))?.contact.name ?? null);
  const { locale, timezone } = account;
  return {
    part: "area",
    name: contact.name,
    viewer: { locale, timezone },
    invitation: { account: account.name, inviter },
  };
};

/** The pages before one is signed in. */
export const signInRoutes = (deps: WebDeps, sessions: Sessions): Hono<WebEnv> => {
  const app = new Hono<WebEnv>();
  const { db } = deps.database;
  // The desk may require the identity provider for its staff.
  const isRefused = ({ part }: LinkOwner): boolean => part === "desk" && deps.signIn?.isRequired === true;
  const show = async (
    context: Context<WebEnv>,
    text: "linkOver" | "notSecure" | "noLongerStaff" | "identityRequired",
    status: 403 | 410,
  ) => {
    const viewer = deskViewer(await deps.desk.read(db));
    const say = sayIn(viewer.locale);
    const content = noticePage(say(`web.${text}`), null);
    return context.html(page({ title: say("web.signIn"), viewer, signedIn: null }, content), status);
  };

  app.get("/sign-in/:link", async (context) => {
    if (!deps.origin().isPrivate) return show(context, "notSecure", 403);
    const link = await sessions.linkFor(context.req.param("link"));
    if (link === null) return show(context, "linkOver", 410);
    const owner = await ownerOf(link, await deps.desk.read(db), db);
    if (owner === null) return show(context, "noLongerStaff", 403);
    if (isRefused(owner)) return show(context, "identityRequired", 403);
    const content = linkPage(context.req.path, owner);
    const title = sayIn(owner.viewer.locale)("web.signIn");
    return context.html(page({ title, viewer: owner.viewer, signedIn: null }, content));
  });

  app.post("/sign-in/:link", async (context) => {
    const { isPrivate, isEncrypted } = deps.origin();
    if (!isPrivate) return show(context, "notSecure", 403);
    const secret = context.req.param("link");
    const link = await sessions.linkFor(secret);
    const owner = link === null ? null : await ownerOf(link, await deps.desk.read(db), db);
    if (link !== null && owner === null) return show(context, "noLongerStaff", 403);
    if (owner !== null && isRefused(owner)) return show(context, "identityRequired", 403);
    // Each sign-in makes a new cookie. An attacker who set a cookie in this browser before gains nothing by it.
    const session = await sessions.signIn(secret, context.get("address"));
    if (session === null || owner === null) return show(context, "linkOver", 410);
    setSessionCookie(context, { isEncrypted }, owner.part, session.cookie);
    return context.redirect(`/${owner.part}`, 303);
  });
  return app;
};
