import type { Instant } from "../sla/instant.ts";
import type { UserRef } from "../tickets/refs.ts";

/**
 * What earlier desk files named and the current one does not: names for the history, and contacts who lost their
 * rights.
 */
export interface Former {
  /** Names of people by their key. */
  readonly people: Readonly<Record<string, string>>;
  /** The platform ids of former staff, and former ids of current staff. */
  readonly staff: readonly UserRef[];
  /** Names of accounts by their key. */
  readonly accounts: Readonly<Record<string, string>>;
  /** The keys of the accounts that named a contact before. */
  readonly contacts: Readonly<Record<UserRef, readonly string[]>>;
  /** When the entry of a person last was removed or went to another person, by key. */
  readonly leftAt: Readonly<Record<string, Instant>>;
}

export const noFormer: Former = { people: {}, staff: [], accounts: {}, contacts: {}, leftAt: {} };

/** The accounts whose tickets this person may no longer see, although they may have opened some. */
export const formerAccountsOf = (user: UserRef, former: Former): readonly string[] =>
  Object.hasOwn(former.contacts, user) ? (former.contacts[user] ?? []) : [];

/** The former people after the entries with these keys were removed or went to other people. */
export const withLeft = (former: Former, keys: readonly string[], at: Instant): Former => ({
  ...former,
  leftAt: { ...former.leftAt, ...Object.fromEntries(keys.map((key) => [key, at])) },
});
