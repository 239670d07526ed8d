import type { Instant } from "../sla/instant.ts";
import { platformOf, type UserRef } from "../tickets/refs.ts";

type People = Readonly<Record<string, { readonly identities: readonly UserRef[] }>>;

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
  /** When the entry of a person last lost each of its former ids, by the key of the entry. */
  readonly idsLeftAt: Readonly<Record<string, Readonly<Record<UserRef, Instant>>>>;
}

/** Whom a desk file takes out of their entries. */
export interface LeftEntries {
  /** Keys of people whose entry is gone or another person's: what Plazo keeps for the person by their key is over. */
  readonly leftKeys: readonly string[];
  /** Ids that an entry had and has no more, by the key of the entry. The entry itself stays. */
  readonly leftIds: Readonly<Record<string, readonly UserRef[]>>;
}

export const noFormer: Former = { people: {}, staff: [], accounts: {}, contacts: {}, leftAt: {}, idsLeftAt: {} };

/** The accounts whose tickets this person may no longer see, although they may have opened some. */
export const formerAccountsOf = (user: UserRef, former: Former): readonly string[] =>
  Object.hasOwn(former.contacts, user) ? (former.contacts[user] ?? []) : [];

const allAt = (keys: readonly string[], at: Instant): Readonly<Record<string, Instant>> =>
  Object.fromEntries(keys.map((key) => [key, at]));

const idsLeftBy = ({ idsLeftAt }: Former, key: string): Readonly<Record<UserRef, Instant>> =>
  Object.hasOwn(idsLeftAt, key) ? (idsLeftAt[key] ?? {}) : {};

/** The former people after these entries were removed, went to other people, or lost ids at this time. */
export const withLeft = (former: Former, { leftKeys, leftIds }: LeftEntries, at: Instant): Former => ({
  ...former,
  leftAt: { ...former.leftAt, ...allAt(leftKeys, at) },
  idsLeftAt: {
    ...former.idsLeftAt,
    ...Object.fromEntries(
      Object.entries(leftIds).map(([key, ids]) => [key, { ...idsLeftBy(former, key), ...allAt(ids, at) }]),
    ),
  },
});

/**
 * Returns whether what was sent on a platform for an entry of the desk at this time can be read by a person whom the entry
 * does not name any more. Plazo stores no recipient, so an id that the entry lost since may have been the recipient.
 */
export const wentToFormer = (
  { people, former }: { readonly people: People; readonly former: Former },
  { key, platform, at }: { readonly key: string; readonly platform: string; readonly at: Instant },
): boolean => {
  const person = Object.hasOwn(people, key) ? people[key] : undefined;
  const leftAt = Object.hasOwn(former.leftAt, key) ? former.leftAt[key] : undefined;
  if (person === undefined || (leftAt ?? -Infinity) > at) return true;
  const left = Object.entries(idsLeftBy(former, key)) as readonly (readonly [UserRef, Instant])[];
  return left.some(([user, since]) => since > at && platformOf(user) === platform && !person.identities.includes(user));
};
