import type { Instant } from "../../sla/instant.ts";
import { showAgain } from "../../db/delivery/card-store.ts";
import { openTicketsOfOthers, openTicketsTouched } from "../../db/affected-tickets-store.ts";

import { execute, type AppDeps } from "./execute.ts";
import { oneByOne, type TicketFailed } from "./one-by-one.ts";

const atOnce = 200;

/**
 * Offers the open tickets of assignees who left the desk. Each ticket is offered once, however often this runs. Each is
 * one command of its own, so after a crash the next start does the rest. A ticket that cannot be read is left out.
 */
export const offerTicketsLeft = async (deps: AppDeps, now: Instant, onFailed: TicketFailed): Promise<number> => {
  const { db } = deps.database;
  const { people } = await deps.desk.read(db);
  let offered = 0;
  let above = 0;
  for (;;) {
    const left = await openTicketsOfOthers(db, Object.keys(people), atOnce, above);
    for (const { number, assignee } of left) {
      const command = { type: "reassign", by: { kind: "clock" }, at: now } as const;
      const offer = async () => {
        const outcome = await execute(deps, { key: `left T-${number} ${assignee}`, number, command });
        if (outcome.ok && !outcome.repeated) offered += 1;
      };
      await oneByOne(number, offer, onFailed);
      above = number;
    }
    if (left.length < atOnce) return offered;
  }
};

/** A changed desk file refreshes at most this many tickets at once; the others are refreshed by their next change. */
const shownAtOnce = 500;

/**
 * Refreshes cards of tickets whose account or requester left the desk, and moves conversations away from places of
 * people who left.
 */
export const offerTicketsOfRemoved = async ({ database, desk }: Pick<AppDeps, "database" | "desk">): Promise<void> => {
  const { accounts, former } = await desk.read(database.db);
  const requesters = Object.keys(former.contacts) as (keyof typeof former.contacts)[];
  const touched = await openTicketsTouched(database.db, Object.keys(accounts), requesters, shownAtOnce);
  for (const number of touched) await showAgain(database.db, number);
};
