import { z } from "zod";
import { noFormer, type Former } from "../former.ts";
import type { UserRef } from "../../tickets/refs.ts";
import { idsOf } from "../platform-ids.ts";
import type { DeskDocument } from "../schema.ts";

const stored = z.object({
  people: z.record(z.string(), z.string()),
  staff: z.array(z.string()),
  accounts: z.record(z.string(), z.string()),
  contacts: z.record(z.string(), z.array(z.string())),
  // Older rows have none.
  leftAt: z.record(z.string(), z.number()).default({}),
  idsLeftAt: z.record(z.string(), z.record(z.string(), z.number())).default({}),
});

/** Reads the stored form; empty for a row from before this column. */
export const readFormer = (value: unknown): Former =>
  value === null || value === undefined ? noFormer : (stored.parse(value) as Former);

const entries = <Value>(section: Readonly<Record<string, Value>> | undefined): readonly [string, Value][] =>
  Object.entries(section ?? {});

const namesLeft = (
  known: Readonly<Record<string, string>>,
  before: Readonly<Record<string, { readonly name: string }>> | undefined,
  now: Readonly<Record<string, unknown>> | undefined,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...Object.entries(known), ...entries(before).map(([key, { name }]): [string, string] => [key, name])].filter(
      ([key]) => !Object.hasOwn(now ?? {}, key),
    ),
  );

/** The accounts that name each contact. */
const accountsOf = (document: DeskDocument): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const [key, { contacts: users = [] }] of entries(document.accounts))
    for (const user of users) {
      const accounts = found.get(user);
      if (accounts === undefined) found.set(user, [key]);
      else accounts.push(key);
    }
  return found;
};

const contactsLeft = (known: Former["contacts"], before: DeskDocument, now: DeskDocument): Former["contacts"] => {
  const named = accountsOf(now);
  const left = new Map<string, ReadonlySet<string>>();
  for (const [user, accounts] of [...Object.entries(known), ...accountsOf(before)])
    left.set(user, new Set([...(left.get(user) ?? []), ...accounts]));
  return Object.fromEntries(
    [...left].flatMap(([user, accounts]) => {
      const removedAccounts = [...accounts.difference(new Set(named.get(user)))];
      return removedAccounts.length === 0 ? [] : [[user, removedAccounts]];
    }),
  );
};

/** All platform ids of the staff. */
const staffOf = ({ people = {} }: DeskDocument): ReadonlySet<UserRef> => new Set(Object.values(people).flatMap(idsOf));

/** The former names and ids after document `now` replaces `before` (null: it is the first). `withLeft` adds the time. */
export const formerAfter = (known: Former, before: DeskDocument | null, now: DeskDocument): Former => ({
  people: namesLeft(known.people, before?.people, now.people),
  staff: [...new Set(known.staff).union(staffOf(before ?? {})).difference(staffOf(now))],
  accounts: namesLeft(known.accounts, before?.accounts, now.accounts),
  contacts: contactsLeft(known.contacts, before ?? {}, now),
  leftAt: known.leftAt,
  idsLeftAt: known.idsLeftAt,
});
