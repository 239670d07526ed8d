import type { ClockOutcome, DueMove, OutcomeChange, OutcomeKey } from "../../tickets/clocks/outcomes.ts";
import type { Database, Tx } from "../connection/handle.ts";
import { ofTickets, rowsToInsert } from "../many-values.ts";
import { clockOutcomes, dueMoves } from "../schema/outcome-schema.ts";
import { asc, gt, sql } from "../schema/orm.ts";
import { tickets } from "../schema/schema.ts";

/** A due time that moved, and the id of the event that moved it. */
export type StoredDueMove = DueMove & { readonly event: number };

/** The columns that an outcome which comes again overwrites. */
const excluded = {
  kind: sql`excluded.kind`,
  account: sql`excluded.account`,
  area: sql`excluded.area`,
  plan: sql`excluded.plan`,
  manager: sql`excluded.manager`,
  severity: sql`excluded.severity`,
  intake: sql`excluded.intake`,
  assignee: sql`excluded.assignee`,
  startedAt: sql`excluded.started_at`,
  dueAt: sql`excluded.due_at`,
  endedAt: sql`excluded.ended_at`,
  outcome: sql`excluded.outcome`,
  target: sql`excluded.target`,
  used: sql`excluded.used`,
  waited: sql`excluded.waited`,
  cause: sql`excluded.cause`,
} satisfies Record<Exclude<keyof ClockOutcome, keyof OutcomeKey>, unknown>;

/** Stores outcomes, and removes those of clocks that run again. Each clock may be named once. The tickets' locks must be held. */
export const writeOutcomes = async (tx: Tx, changes: readonly OutcomeChange[]): Promise<void> => {
  const ended = changes.flatMap(({ outcome }) => (outcome === null ? [] : [outcome]));
  const runAgain = changes.filter(({ outcome }) => outcome === null);
  if (runAgain.length > 0)
    await tx.execute(
      sql`delete from ${clockOutcomes} using jsonb_to_recordset(${JSON.stringify(runAgain)}::text::jsonb)
        as again(ticket integer, clock text, cycle integer)
        where clock_outcomes.ticket = again.ticket and clock_outcomes.clock = again.clock and clock_outcomes.cycle = again.cycle`,
    );
  if (ended.length > 0)
    await tx
      .insert(clockOutcomes)
      .select(rowsToInsert(clockOutcomes, ended))
      .onConflictDoUpdate({
        target: [clockOutcomes.ticket, clockOutcomes.clock, clockOutcomes.cycle],
        set: excluded,
      });
};

/** Stores due times that moved. The tickets' locks must be held. */
export const addDueMoves = async (tx: Tx, moves: readonly StoredDueMove[]): Promise<void> => {
  if (moves.length > 0) await tx.insert(dueMoves).select(rowsToInsert(dueMoves, moves));
};

/** A ticket whose outcomes count for another account or area now. */
export interface Regrouped {
  readonly ticket: number;
  readonly account: string | null;
  readonly area: string | null;
}

/** Counts the outcomes of tickets for the account and the area that the tickets have now. */
export const regroupOutcomes = async (tx: Tx, tickets: readonly Regrouped[]): Promise<void> => {
  if (tickets.length > 0)
    await tx.execute(
      sql`update ${clockOutcomes} set account = now_in.account, area = now_in.area
        from jsonb_to_recordset(${JSON.stringify(tickets)}::text::jsonb) as now_in(ticket integer, account text, area text)
        where clock_outcomes.ticket = now_in.ticket`,
    );
};

/** The stored outcomes of tickets, in the order of their keys. */
export const readOutcomesOf = (db: Database, numbers: readonly number[]): Promise<readonly ClockOutcome[]> =>
  db
    .select()
    .from(clockOutcomes)
    .where(ofTickets(clockOutcomes.ticket, numbers))
    .orderBy(asc(clockOutcomes.ticket), asc(clockOutcomes.clock), asc(clockOutcomes.cycle));

/** The stored moves of due times of tickets, in the order of their keys. */
export const readDueMovesOf = (db: Database, numbers: readonly number[]): Promise<readonly StoredDueMove[]> =>
  db
    .select()
    .from(dueMoves)
    .where(ofTickets(dueMoves.ticket, numbers))
    .orderBy(asc(dueMoves.ticket), asc(dueMoves.clock), asc(dueMoves.cycle), asc(dueMoves.event));

/** Replaces everything that is stored about the outcomes of a ticket. The ticket's lock must be held. */
export const replaceOutcomes = async (
  tx: Tx,
  ticket: number,
  { outcomes, moves }: { readonly outcomes: readonly ClockOutcome[]; readonly moves: readonly StoredDueMove[] },
): Promise<void> => {
  await tx.delete(clockOutcomes).where(ofTickets(clockOutcomes.ticket, [ticket]));
  await tx.delete(dueMoves).where(ofTickets(dueMoves.ticket, [ticket]));
  await writeOutcomes(
    tx,
    outcomes.map((outcome) => ({ ticket, clock: outcome.clock, cycle: outcome.cycle, outcome })),
  );
  await addDueMoves(tx, moves);
};

/** The numbers of the next tickets after one, in order. */
export const ticketNumbersAfter = async (db: Database, after: number, most: number): Promise<readonly number[]> => {
  const rows = await db
    .select({ number: tickets.number })
    .from(tickets)
    .where(gt(tickets.number, after))
    .orderBy(asc(tickets.number))
    .limit(most);
  return rows.map(({ number }) => number);
};
