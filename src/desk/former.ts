import type { UserRef } from "../tickets/refs.ts";

/** What earlier desk files named and the one in force does not: names for the history, and contacts who lost their rights. */
export interface Former {
  /** Names of people by their key. */
  readonly people: Readonly<Record<string, string>>;
  /** What the staff who left, or another person of the staff, were known by on a platform. */
  readonly staff: readonly UserRef[];
  /** Names of accounts by their key. */
  readonly accounts: Readonly<Record<string, string>>;
  /** The keys of the accounts that named a contact before. */
  readonly contacts: Readonly<Record<UserRef, readonly string[]>>;
}

export const nothingFormer: Former = { people: {}, staff: [], accounts: {}, contacts: {} };

/** Accounts whose tickets are none of this person's business any more, although they may have asked for some. */
export const leftBy = (user: UserRef, former: Former): readonly string[] =>
  Object.hasOwn(former.contacts, user) ? (former.contacts[user] ?? []) : [];
