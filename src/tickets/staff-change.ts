import type { UserRef } from "./refs.ts";

/** What a desk says of a member of the staff that tells one person from another. */
interface StaffEntry {
  readonly name: string;
  readonly identities: readonly UserRef[];
}

type Staff = Readonly<Record<string, StaffEntry>>;

/** What a change of the desk means for the people of its staff, as far as their entries tell. */
export interface StaffChange {
  /** The identities of people who leave, with their names. */
  readonly leavers: ReadonlyMap<UserRef, string>;
  /** Identities that people who stay have no more, with their names. */
  readonly changed: ReadonlyMap<UserRef, string>;
  /** Keys of entries that now are another person's. */
  readonly handedOver: ReadonlySet<string>;
  /** Whether an entry got another name. */
  readonly renamed: boolean;
}

const own = (staff: Staff, key: string): StaffEntry | null => (Object.hasOwn(staff, key) ? (staff[key] ?? null) : null);

/**
 * Compares the staff of two desks. A key says nothing about who a person is: an entry may go to another person under the same
 * key. An identity that no entry has any more belonged to a person who leaves, unless an entry with their name has
 * their key or another identity of theirs: then they only changed their account on a platform.
 */
export const staffChange = (before: Staff, now: Staff): StaffChange => {
  const holders = new Map(
    Object.values(now).flatMap(({ name, identities }) => identities.map((each) => [each, name] as const)),
  );
  const leavers = new Map<UserRef, string>();
  const changed = new Map<UserRef, string>();
  const handedOver = new Set<string>();
  for (const [key, { name, identities }] of Object.entries(before)) {
    const gone = identities.filter((each) => !holders.has(each));
    const sameKey = own(now, key);
    const stays = sameKey?.name === name || identities.some((each) => holders.get(each) === name);
    for (const each of gone) (stays ? changed : leavers).set(each, name);
    if (gone.length > 0 && !stays && sameKey !== null) handedOver.add(key);
  }
  const renamed = Object.entries(before).some(([key, { name }]) => (own(now, key)?.name ?? name) !== name);
  return { leavers, changed, handedOver, renamed };
};
