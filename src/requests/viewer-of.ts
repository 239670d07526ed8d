import type { ChatUser } from "../chat/inbound-event.ts";
import { locales, type Desk } from "../desk/desk.ts";
import type { Principal } from "../tickets/principal.ts";
import type { Viewer } from "../i18n/viewer.ts";
import { staffViewer } from "../i18n/viewer-for.ts";

/**
 * The language and zone of the person who acts: staff by their own or the desk's setting, customers by their account's.
 * The language of their client counts only for unknown people.
 */
export const viewerOf = (principal: Principal, by: ChatUser, desk: Desk): Viewer => {
  if (principal.is === "staff") return staffViewer(desk, principal.person.key);
  if (principal.account !== null) return { locale: principal.account.locale, timezone: principal.account.timezone };
  const hint = by.locale?.slice(0, 2).toLowerCase();
  return { locale: locales.find((locale) => locale === hint) ?? desk.locale, timezone: desk.timezone };
};
