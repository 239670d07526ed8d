import type { ChatUser } from "../chat/inbound-event.ts";
import { locales, type Desk } from "../desk/desk.ts";
import type { Principal } from "../tickets/principal.ts";
import type { Viewer } from "../i18n/viewer.ts";
import { staffViewer } from "../i18n/viewer-for.ts";

/**
 * How the person who acts reads: staff as they or the desk have it, customers as their account does. The language of
 * their client is a hint that counts only where nobody knows them.
 */
export const viewerOf = (principal: Principal, by: ChatUser, desk: Desk): Viewer => {
  if (principal.is === "staff") return staffViewer(desk, principal.person.key);
  if (principal.account !== null) return { locale: principal.account.locale, timezone: principal.account.timezone };
  const hint = by.locale?.slice(0, 2).toLowerCase();
  return { locale: locales.find((locale) => locale === hint) ?? desk.locale, timezone: desk.timezone };
};
