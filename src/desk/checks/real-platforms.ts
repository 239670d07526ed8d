import { platformOf, type ChannelRef, type UserRef } from "../../tickets/refs.ts";
import { staffChannels } from "../../tickets/routes/team.ts";
import type { Desk } from "../desk.ts";
import { neutralPlatforms } from "../platform-ids.ts";

type Reference = ChannelRef | UserRef;

/** All people, contacts and channels that a desk names. */
const named = (desk: Desk): readonly Reference[] => [
  ...staffChannels(desk),
  ...Object.values(desk.people).flatMap(({ identities }) => identities),
  ...Object.values(desk.accounts).flatMap((account) => [...account.channels, ...account.contacts]),
];

/** The people whom only earlier desk files of the same database named. */
const formerlyNamed = ({ former }: Desk): readonly Reference[] => [
  ...former.staff,
  ...(Object.keys(former.contacts) as UserRef[]),
];

/** The platforms of real people among these. */
export const realOnly = (platforms: readonly string[]): readonly string[] =>
  [...new Set(platforms)].filter((platform) => !neutralPlatforms.includes(platform)).toSorted();

const realAmong = (references: readonly Reference[]): readonly string[] => realOnly(references.map(platformOf));

/**
 * The platforms of real people: those that the desk names, and those that only earlier desks of its database named.
 * Both are empty for a desk of playground people.
 */
export const realPlatforms = (desk: Desk): { readonly now: readonly string[]; readonly before: readonly string[] } => ({
  now: realAmong(named(desk)),
  before: realAmong(formerlyNamed(desk)),
});

/** Whether the desk, or an earlier one of its database, is of real people. */
export const isReal = (desk: Desk): boolean => Object.values(realPlatforms(desk)).some(({ length }) => length > 0);
