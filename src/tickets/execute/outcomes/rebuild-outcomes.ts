import { readNumberedEvents, type NumberedEvent } from "../../../db/event-store.ts";
import type { DatabaseHandle } from "../../../db/connection/handle.ts";
import {
  readDueMovesOf,
  readOutcomesOf,
  replaceOutcomes,
  ticketNumbersAfter,
  type StoredDueMove,
} from "../../../db/outcomes/outcome-store.ts";
import { lockTickets } from "../../../db/ticket-store.ts";
import { dueMoves, outcomeChanges, type ClockOutcome } from "../../clocks/outcomes.ts";
import { sameValue } from "../../clocks/sla-target.ts";
import { evolve } from "../../evolve.ts";
import type { TicketState } from "../../ticket.ts";

/** What is stored about the outcomes of one ticket, in the order of the keys. */
export interface TicketOutcomes {
  readonly outcomes: readonly ClockOutcome[];
  readonly moves: readonly StoredDueMove[];
}

interface Keyed {
  readonly clock: string;
  readonly cycle: number;
}
const byKey = (one: Keyed, other: Keyed): number =>
  one.clock < other.clock ? -1 : one.clock > other.clock ? 1 : one.cycle - other.cycle;

/** What the events of a ticket say about its outcomes. It depends on nothing else. */
export const outcomesFrom = (events: readonly NumberedEvent[]): TicketOutcomes => {
  const outcomes = new Map<string, ClockOutcome>();
  const moves: StoredDueMove[] = [];
  let state: TicketState | null = null;
  for (const { id, event } of events) {
    const before: TicketState | null = state;
    state = evolve(before, event);
    const [was, is] = [before?.ticket ?? null, state.ticket];
    for (const { clock, cycle, outcome } of outcomeChanges(was, is))
      if (outcome === null) outcomes.delete(`${clock} ${cycle}`);
      else outcomes.set(`${clock} ${cycle}`, outcome);
    moves.push(...dueMoves(was, is).map((move) => ({ ...move, event: id })));
  }
  if (state === null) return { outcomes: [], moves: [] };
  const { account, area } = state.ticket;
  return {
    outcomes: [...outcomes.values()].map((each) => ({ ...each, account, area })).toSorted(byKey),
    moves: moves.toSorted((one, other) => byKey(one, other) || one.event - other.event),
  };
};

/** How the stored outcomes of a ticket compare with its events. `unreadable`: one of its events is damaged, so they stay. */
export interface ComparedOutcomes {
  readonly ticket: number;
  readonly result: "same" | "different" | "unreadable";
}

const compare = async (
  { db }: Pick<DatabaseHandle, "db">,
  ticket: number,
  apply: boolean,
): Promise<ComparedOutcomes["result"]> =>
  db.transaction(async (tx) => {
    await lockTickets(tx, [ticket]);
    const events = await readNumberedEvents(tx, ticket);
    if (events === null) return "unreadable";
    const wanted = outcomesFrom(events);
    const stored: TicketOutcomes = {
      outcomes: await readOutcomesOf(tx, [ticket]),
      moves: await readDueMovesOf(tx, [ticket]),
    };
    if (sameValue(wanted, stored)) return "same";
    if (apply) await replaceOutcomes(tx, ticket, wanted);
    return "different";
  });

/** Makes the outcomes of a ticket again from its events, if they differ. */
export const deriveOutcomesOf = (
  database: Pick<DatabaseHandle, "db">,
  ticket: number,
): Promise<ComparedOutcomes["result"]> => compare(database, ticket, true);

/** How many tickets are listed at once. */
const atOnce = 1_000;

/**
 * Compares the stored outcomes of every ticket with its events, one ticket after the other. With `apply` those that differ are
 * made again.
 */
export async function* compareOutcomes(
  database: Pick<DatabaseHandle, "db">,
  apply: boolean,
): AsyncGenerator<ComparedOutcomes, void> {
  for (let last = 0; ;) {
    const numbers = await ticketNumbersAfter(database.db, last, atOnce);
    for (const ticket of numbers) yield { ticket, result: await compare(database, ticket, apply) };
    const next = numbers.at(-1);
    if (next === undefined) return;
    last = next;
  }
}
