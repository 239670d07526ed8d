import { personOf, accountOf } from "../tickets/people.ts";
import type { Say } from "./say.ts";
import type { Desk } from "../desk/desk.ts";
import type { Ticket } from "../tickets/ticket.ts";

/** The name for a key of the desk's people. Any other text is already a name. */
export const nameOf = (desk: Desk, keyOrName: string): string =>
  personOf(desk, keyOrName)?.name ??
  (Object.hasOwn(desk.former.people, keyOrName) ? desk.former.people[keyOrName] : undefined) ??
  keyOrName;

/** The name of a ticket's account for the team, also if it is unknown. */
export const accountName = (desk: Desk, ticket: Ticket, say: Say): string =>
  accountOf(desk, ticket)?.name ?? formerAccount(desk, ticket) ?? say("triage.accountUnknown");

/** The former name of a ticket's account that the desk file no longer names; null if it names it. */
export const formerAccount = (desk: Desk, { account }: Pick<Ticket, "account">): string | null => {
  if (account === null || Object.hasOwn(desk.accounts, account)) return null;
  return Object.hasOwn(desk.former.accounts, account) ? (desk.former.accounts[account] ?? account) : account;
};
/** A platform as people write its name: `Discord`. */
export const platformName = (platform: string): string => `${platform.charAt(0).toUpperCase()}${platform.slice(1)}`;
