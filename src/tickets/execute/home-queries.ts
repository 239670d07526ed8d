import { accountLoads, type AccountLoad } from "../../db/accounts/account-load.ts";
import type { Database } from "../../db/connection/handle.ts";
import { countQueues, queuePage } from "../../db/queue/queue-store.ts";
import { noFilter, type QueueTab } from "../../db/queue/queue-view.ts";
import type { MessageRef } from "../../chat/card.ts";
import type { Desk, Person } from "../../desk/desk.ts";
import type { Instant } from "../../sla/instant.ts";
import { countedAtMost } from "../list-filter.ts";
import type { StoredTicket } from "../ticket.ts";
import { placesOf } from "./ticket-places.ts";

/** How many tickets each list of a home shows. */
export const ticketsOfHome = 5;

/** How many accounts a home shows. */
const accountsOfHome = 15;

/** What a member of the staff has to do. The counts end at `countedAtMost` plus one. */
export interface StaffWork {
  readonly mine: readonly StoredTicket[];
  readonly unassigned: readonly StoredTicket[];
  /** The next due of all open tickets. */
  readonly next: readonly StoredTicket[];
  readonly counts: Readonly<Record<QueueTab, number>>;
  /** Their own accounts, the next due first. */
  readonly accounts: readonly AccountLoad[];
  /** The triage card of each ticket. */
  readonly places: ReadonlyMap<number, MessageRef>;
}

/** Reads what this person has to do, the next due first. */
export const staffWork = async (db: Database, desk: Desk, person: Person, now: Instant): Promise<StaffWork> => {
  const accounts = Object.values(desk.accounts).flatMap(({ key, manager }) => (manager === person.key ? [key] : []));
  const viewer = { person: person.key, accounts, now };
  const page = (tab: QueueTab) =>
    queuePage(db, { tab, filter: noFilter }, viewer, { after: null, limit: ticketsOfHome });
  const mine = await page("mine");
  const unassigned = await page("unassigned");
  const next = await page("open");
  const all = [...mine, ...unassigned, ...next].map(({ number }) => number);
  const places = await placesOf(db, [...new Set(all)]);
  return {
    mine,
    unassigned,
    next,
    counts: await countQueues(db, noFilter, viewer, countedAtMost + 1),
    accounts:
      accounts.length === 0
        ? []
        : await accountLoads(db, accounts, { limit: accountsOfHome, atMost: countedAtMost + 1 }),
    places: new Map(
      all.flatMap((number) => {
        const { triage } = places(number);
        return triage === null ? [] : [[number, triage] as const];
      }),
    ),
  };
};
