import type { DatabaseHandle } from "../../db/connection/handle.ts";
import { readPausesOf } from "../../db/pause-store.ts";
import { openTicketNumbers } from "../../db/ticket-lists.ts";
import { readTickets } from "../../db/ticket-store.ts";
import type { Desk } from "../../desk/desk.ts";
import { allClockKinds, type ClockKind } from "../../sla/clock-kinds.ts";
import type { EndedPause } from "../../sla/calendar.ts";
import type { Instant } from "../../sla/instant.ts";
import { runningClocks } from "../clocks/plan.ts";
import { decide } from "../decide.ts";
import type { Event } from "../messages.ts";
import type { StoredTicket, Ticket } from "../ticket.ts";

/** How many tickets are read at once, because a desk may have more open than fit in memory. */
const atOnce = 500;

/** The command that makes the targets of a ticket follow the desk. */
export const replanCommand = (at: Instant) => ({ type: "replan", by: { kind: "clock" }, at }) as const;

/** An open ticket, which may be unreadable, with what planning it again needs. */
export interface TicketToPlan {
  readonly ticket: StoredTicket;
  readonly pauses: readonly EndedPause[];
}

/** Every open ticket, in the order of their due times, with the number of all of them. */
export const openTickets = async ({
  db,
}: DatabaseHandle): Promise<{ readonly count: number; readonly tickets: AsyncGenerator<TicketToPlan, void> }> => {
  const numbers = await openTicketNumbers(db);
  return { count: numbers.length, tickets: ticketsOf({ db }, numbers) };
};

async function* ticketsOf(
  { db }: Pick<DatabaseHandle, "db">,
  numbers: readonly number[],
): AsyncGenerator<TicketToPlan, void> {
  for (let from = 0; from < numbers.length; from += atOnce) {
    const some = numbers.slice(from, from + atOnce);
    const [found, pauses] = await Promise.all([readTickets(db, some), readPausesOf(db, some)]);
    yield* some.flatMap((number) => {
      const ticket = found.get(number);
      return ticket === undefined ? [] : [{ ticket, pauses: pauses.get(number) ?? [] }];
    });
  }
}

/** What would happen if the targets of a ticket followed a desk. It changes nothing. Empty if nothing would. */
export const eventsOfReplan = (
  { ticket, pauses }: TicketToPlan & { readonly ticket: Ticket },
  desk: Desk,
  now: Instant,
): readonly Event[] => {
  const decision = decide({ ticket, messages: [], unanswered: [], pauses }, replanCommand(now), desk);
  return decision.ok ? decision.events : [];
};

/** A target that moves. `before` null: it is new. `after` null: it is no longer a target. */
export interface TargetMove {
  readonly clock: ClockKind;
  readonly before: Instant | null;
  readonly after: Instant | null;
}

/** The targets of a ticket that the events of a new plan move. */
export const movesOf = (ticket: Ticket, events: readonly Event[]): readonly TargetMove[] =>
  events.flatMap((event) => {
    if (event.type !== "replanned") return [];
    const { retargeted, started } = event.clocks;
    const changed = allClockKinds.flatMap((clock): readonly TargetMove[] => {
      const target = retargeted[clock];
      const before = runningClocks(ticket).find(({ kind }) => kind === clock)?.target;
      if (target === undefined || before === undefined) return [];
      return [{ clock, before: before.due, after: target === null ? null : target.due }];
    });
    return [...changed, ...started.map(({ kind, target }) => ({ clock: kind, before: null, after: target.due }))];
  });
