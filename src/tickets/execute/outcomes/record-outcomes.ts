import {
  addDueMoves,
  regroupOutcomes,
  writeOutcomes,
  type Regrouped,
  type StoredDueMove,
} from "../../../db/outcomes/outcome-store.ts";
import type { Tx } from "../../../db/connection/handle.ts";
import { dueMoves, outcomeChanges, type OutcomeChange } from "../../clocks/outcomes.ts";
import type { Ticket } from "../../ticket.ts";

/** A ticket before an event (null: the event opened it) and after it. */
export interface EventOnTicket {
  readonly before: Ticket | null;
  readonly after: Ticket;
  /** The id of the event. */
  readonly event: number;
}

/** The outcomes of a ticket that its events changed, each clock once. */
const changesOf = (steps: readonly EventOnTicket[]): readonly OutcomeChange[] => {
  const last = new Map<string, OutcomeChange>();
  for (const { before, after } of steps)
    for (const change of outcomeChanges(before, after)) last.set(`${change.clock} ${change.cycle}`, change);
  return [...last.values()];
};

const movesOf = (steps: readonly EventOnTicket[]): readonly StoredDueMove[] =>
  steps.flatMap(({ before, after, event }) => dueMoves(before, after).map((move) => ({ ...move, event })));

const regrouped = (steps: readonly EventOnTicket[]): readonly Regrouped[] => {
  const [first] = steps;
  const now = steps.at(-1)?.after;
  const before = first?.before;
  return now === undefined || before == null || (before.account === now.account && before.area === now.area)
    ? []
    : [{ ticket: now.number, account: now.account, area: now.area }];
};

/** Stores how the clocks of tickets ended, and returns what changed. Each element holds the events of one ticket in order. The tickets' locks must be held. */
export const recordOutcomes = async (
  tx: Tx,
  tickets: readonly (readonly EventOnTicket[])[],
): Promise<readonly OutcomeChange[]> => {
  const changes = tickets.flatMap(changesOf);
  await writeOutcomes(tx, changes);
  await addDueMoves(tx, tickets.flatMap(movesOf));
  await regroupOutcomes(tx, tickets.flatMap(regrouped));
  return changes;
};
