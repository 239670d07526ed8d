import type { Database } from "../../db/connection/handle.ts";
import { openTicketsOfAccounts, openTicketsOfOthers, type AffectedTicket } from "../../db/affected-tickets-store.ts";
import type { Desk } from "../../desk/desk.ts";
import type { TicketsLeft } from "../../desk/findings.ts";
import { ticketName } from "../ticket.ts";

/** At most this many tickets are read; a sentence names far fewer. */
const ticketsRead = 1_000;
const numbersShown = 10;

const ticketsLeft = (
  { of, key, name }: Pick<TicketsLeft, "of" | "key" | "name">,
  tickets: readonly AffectedTicket[],
): TicketsLeft => ({
  of,
  key,
  name,
  shown: tickets.slice(0, numbersShown).map(({ number }) => ticketName(number)),
  count: tickets.length,
  isAtLeast: tickets.length === ticketsRead,
});

type RemovedEntries = readonly { readonly key: string; readonly name: string }[];

/** The open tickets of people and accounts that leave or left the desk. */
export const openTicketsOfRemoved = async (
  db: Database,
  stays: Pick<Desk, "people">,
  removed: { readonly people: RemovedEntries; readonly accounts: RemovedEntries },
): Promise<readonly TicketsLeft[]> => {
  const left = await openTicketsOfOthers(db, Object.keys(stays.people), ticketsRead);
  const ofAccounts = await openTicketsOfAccounts(
    db,
    removed.accounts.map(({ key }) => key),
    ticketsRead,
  );
  const nameOf = (entries: RemovedEntries, key: string | null): string =>
    entries.find((each) => each.key === key)?.name ?? key ?? "";
  return [
    ...[...Map.groupBy(left, ({ assignee }) => assignee)].map(([key, tickets]) =>
      ticketsLeft({ of: "person", key: key ?? "", name: nameOf(removed.people, key) }, tickets),
    ),
    ...[...Map.groupBy(ofAccounts, ({ account }) => account)].map(([key, tickets]) =>
      ticketsLeft({ of: "account", key: key ?? "", name: nameOf(removed.accounts, key) }, tickets),
    ),
  ];
};
