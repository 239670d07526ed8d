import type { Database } from "../../db/connection/handle.ts";
import { openTicketsOfAccounts, openTicketsOfOthers, type AffectedTicket } from "../../db/affected-tickets-store.ts";
import type { Desk } from "../../desk/desk.ts";
import { ticketName } from "../ticket.ts";

/** At most this many tickets are read; a sentence names far fewer. */
const ticketsRead = 1_000;
const numbersShown = 10;

const numbersOf = (tickets: readonly AffectedTicket[]): string => {
  const names = tickets.slice(0, numbersShown).map(({ number }) => ticketName(number));
  const more = tickets.length - names.length;
  return `${names.join(", ")}${more === 0 ? "" : ` and ${more}${tickets.length === ticketsRead ? " or more" : ""} more`}`;
};

type RemovedEntries = readonly { readonly key: string; readonly name: string }[];

/** The open tickets of people and accounts that leave or left the desk: one sentence each, without a full stop. */
export const openTicketsOfRemoved = async (
  db: Database,
  stays: Pick<Desk, "people">,
  removed: { readonly people: RemovedEntries; readonly accounts: RemovedEntries },
): Promise<readonly string[]> => {
  const left = await openTicketsOfOthers(db, Object.keys(stays.people), ticketsRead);
  const ofAccounts = await openTicketsOfAccounts(
    db,
    removed.accounts.map(({ key }) => key),
    ticketsRead,
  );
  const nameOf = (entries: RemovedEntries, key: string | null): string =>
    entries.find((each) => each.key === key)?.name ?? key ?? "";
  return [
    ...[...Map.groupBy(left, ({ assignee }) => assignee)].map(
      ([key, tickets]) =>
        `${nameOf(removed.people, key)} still has ${tickets.length} open ${tickets.length === 1 ? "ticket" : "tickets"}: ${numbersOf(tickets)}`,
    ),
    ...[...Map.groupBy(ofAccounts, ({ account }) => account)].map(
      ([key, tickets]) =>
        `${nameOf(removed.accounts, key)} still has ${tickets.length} open ${tickets.length === 1 ? "ticket" : "tickets"}: ${numbersOf(tickets)}; they stay for the staff, who may give them to another account`,
    ),
  ];
};
