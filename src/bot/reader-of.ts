import type { ChatUser } from "../chat/happening.ts";
import { locales, type Desk } from "../domain/desk.ts";
import type { Standing } from "../domain/may.ts";
import type { Reader } from "../views/reader.ts";
import { staffReader } from "../views/reader-for.ts";

/**
 * How the person who acts reads: staff as they or the desk have it, customers as their account does. The language of
 * their client is a hint that counts only where nobody knows them.
 */
export const readerOf = (standing: Standing, by: ChatUser, desk: Desk): Reader => {
  if (standing.is === "staff") return staffReader(desk, standing.person.key);
  if (standing.account !== null) return { locale: standing.account.locale, timezone: standing.account.timezone };
  const hint = by.locale?.slice(0, 2).toLowerCase();
  return { locale: locales.find((locale) => locale === hint) ?? desk.locale, timezone: desk.timezone };
};
