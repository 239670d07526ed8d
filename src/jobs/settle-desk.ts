import { markSettled, readUnsettled, type UnsettledVersion } from "../db/desk/version-store.ts";
import { openTicketsOf } from "../db/affected-tickets-store.ts";
import type { Actor } from "../tickets/messages.ts";
import { execute } from "../tickets/execute/execute.ts";
import { offerTicketsLeft, offerTicketsOfRemoved } from "../tickets/execute/offer-tickets-of-removed.ts";
import { oneByOne, type TicketFailed } from "../tickets/execute/one-by-one.ts";
import { openTickets, replanCommand } from "../tickets/execute/replan-open.ts";
import { identify } from "../tickets/principal.ts";
import type { ChannelRef, UserRef } from "../tickets/refs.ts";
import type { Step, WorkDeps } from "./deps.ts";

/** How many tickets one step changes, so that the process can stop between two steps. */
const atOnce = 20;

/** Where the person acted who saved the version. */
const webDesk: ChannelRef = "web:desk";

/** The person who saved the version, as the author of what follows; the clock if they have left. */
const actorOf = async ({ author }: UnsettledVersion, { database, desk }: WorkDeps): Promise<Actor> => {
  const user = author as UserRef | null;
  const principal = user === null ? null : identify(user, webDesk, await desk.read(database.db));
  return user !== null && principal?.is === "staff"
    ? { kind: "person", user, name: principal.person.name, channel: webDesk }
    : { kind: "clock" };
};

/** Logs a ticket that could not be changed after a version. */
const skipped =
  ({ log }: WorkDeps, { version }: UnsettledVersion): TicketFailed =>
  (ticket, error) =>
    log.error({ err: error, ticket, version }, "desk.ticket-skipped");

/** Gives the open tickets of a person who left to their successors. A refused one stays, and is offered afterwards. */
async function* handOver(deps: WorkDeps, version: UnsettledVersion): AsyncGenerator<void, void> {
  const { db } = deps.database;
  const by = await actorOf(version, deps);
  for (const [from, { to, tickets }] of Object.entries(version.handOver)) {
    const { people } = await deps.desk.read(db);
    // A later version may name the person again.
    if (Object.hasOwn(people, from)) continue;
    let above = 0;
    for (;;) {
      const [next] = await openTicketsOf(db, from, above);
      if (next === undefined) break;
      above = next;
      const own = tickets[String(next)];
      const person = own === undefined ? to : own;
      // A later version may have removed the successor. A ticket without one is offered afterwards.
      if (person === null || !Object.hasOwn(people, person)) continue;
      const command = { type: "assign", person, by, at: deps.now() } as const;
      await oneByOne(next, () => execute(deps, { key: null, number: next, command }), skipped(deps, version));
      yield;
    }
  }
}

/** Everything that follows from a version: one ticket after the other. Doing a part of it again changes nothing. */
async function* workAfter(deps: WorkDeps, version: UnsettledVersion): AsyncGenerator<void, void> {
  yield* handOver(deps, version);
  await offerTicketsOfRemoved(deps);
  await offerTicketsLeft(deps, deps.now(), skipped(deps, version));
  if (!version.replans) return;
  const { tickets } = await openTickets(deps.database);
  for await (const {
    ticket: { number },
  } of tickets) {
    const plan = () => execute(deps, { key: null, number, command: replanCommand(deps.now()) });
    await oneByOne(number, plan, skipped(deps, version));
    yield;
  }
}

/**
 * Does what a version that was saved on the web asks for: hands tickets over, offers those of people who left, and plans open
 * targets again. A ticket that cannot be read is logged and left out. A process that stops leaves the version unsettled, and the next one begins again. Commands on tickets that
 * were done already are refused or repeated, so two processes may do it at once.
 */
export const settleDesk = (deps: WorkDeps): Step => {
  let underway: { readonly version: number; readonly work: AsyncGenerator<void, void> } | null = null;
  return async () => {
    const unsettled = await readUnsettled(deps.database.db);
    if (unsettled === null) return 0;
    const { version } = unsettled;
    const { work } = underway?.version === version ? underway : { work: workAfter(deps, unsettled) };
    underway = { version, work };
    try {
      for (let done = 0; done < atOnce; done += 1)
        if ((await work.next()).done === true) {
          underway = null;
          await markSettled(deps.database.db, version, deps.now());
          deps.log.info({ version }, "desk.settled");
          return 1;
        }
    } catch (error) {
      underway = null;
      throw error;
    }
    return 1;
  };
};
