import type { MessageRef } from "../chat/card.ts";
import type { Message } from "../domain/messages.ts";
import type { Instant } from "../domain/refs.ts";
import type { Database, Tx } from "./handle.ts";
import { fromInstant } from "./instant.ts";
import type { Lease } from "./lease.ts";
import { and, asc, count, eq, inArray, isNull, lte, or, sql } from "./orm.ts";
import type { OutboxStatus, OutboxTarget } from "./rows.ts";
import { outbox } from "./schema.ts";

/** A message we owe, as stored. */
export type OutboxRow = typeof outbox.$inferSelect;

/** A message to be sent once, by its key. */
export interface Owed {
  readonly key: string;
  readonly ticket: number;
  readonly target: OutboxTarget;
  readonly message: Message;
  readonly lane: string;
}

export const oweMessages = async (tx: Tx, owed: readonly Owed[], now: Instant): Promise<void> => {
  if (owed.length === 0) return;
  const rows = owed.map((each) => ({ ...each, status: "pending" as const, createdAt: now, notBefore: now }));
  await tx.insert(outbox).values(rows).onConflictDoNothing();
};

/**
 * First of its lane, and its card (where it hangs below one) is posted or will never be. A reminder does not wait for a
 * card that could not be posted: it takes the next rung.
 */
const maySend = sql`not exists (
    select 1 from outbox before where before.lane = ${outbox.lane} and before.status = 'pending' and before.id < ${outbox.id})
  and (${outbox.target}->>'kind' <> 'card' or exists (
    select 1 from cards where cards.id = (${outbox.target}->>'card')::bigint
      and (cards.ref is not null or cards.gone_at is not null or (cards.why is not null and ${outbox.message}->>'type' = 'reminder'))))`;

/**
 * Claims messages that may go out and marks the attempt before it is made. The rows come as they were before, so an
 * earlier attempt without an outcome is still to be seen.
 */
export const leaseOutbox = async (
  db: Database,
  now: Instant,
  lease: Lease,
  limit: number,
): Promise<readonly OutboxRow[]> => {
  const ready = db.$with("ready").as(
    db
      .select({ id: outbox.id, attemptedBefore: outbox.attemptedAt })
      .from(outbox)
      .where(
        and(
          eq(outbox.status, "pending"),
          lte(outbox.notBefore, now),
          or(isNull(outbox.leasedUntil), lte(outbox.leasedUntil, now)),
          maySend,
        ),
      )
      .orderBy(asc(outbox.notBefore), asc(outbox.id))
      .limit(limit)
      .for("update", { skipLocked: true }),
  );
  const rows = await db
    .with(ready)
    .update(outbox)
    .set({
      lease: lease.token,
      leasedUntil: lease.until,
      attemptedAt: sql`coalesce(${outbox.attemptedAt}, ${fromInstant(now)})`,
      tries: sql`${outbox.tries} + 1`,
    })
    .from(ready)
    .where(eq(outbox.id, ready.id))
    .returning({ row: outbox, attemptedBefore: ready.attemptedBefore });
  return rows.map(({ row, attemptedBefore }) => ({ ...row, attemptedAt: attemptedBefore, tries: row.tries - 1 }));
};

/** Prolongs a claim. False where it was lost meanwhile: then nothing more may be done about the row. */
export const holdOutbox = async (db: Database, id: number, lease: Lease): Promise<boolean> => {
  const rows = await db
    .update(outbox)
    .set({ leasedUntil: lease.until })
    .where(and(eq(outbox.id, id), eq(outbox.lease, lease.token)))
    .returning({ id: outbox.id });
  return rows.length > 0;
};

/** What became of an attempt: settled for good, or to be tried again. */
export type OutboxOutcome =
  | { readonly status: "sent"; readonly ref: MessageRef; readonly settledAt: Instant }
  | { readonly status: Exclude<OutboxStatus, "pending" | "sent">; readonly why: string; readonly settledAt: Instant }
  /** `attemptedAt` null: it surely did not happen. */
  | {
      readonly status: "pending";
      readonly why: string;
      readonly notBefore: Instant;
      readonly tries: number;
      readonly attemptedAt: Instant | null;
    };

/** Writes an outcome and gives the claim back. False where the claim was lost meanwhile: nothing was written. */
export const settleOutbox = async (
  db: Database,
  id: number,
  token: string,
  outcome: OutboxOutcome,
): Promise<boolean> => {
  const rows = await db
    .update(outbox)
    .set({ ...outcome, lease: null, leasedUntil: null })
    .where(and(eq(outbox.id, id), eq(outbox.lease, token)))
    .returning({ id: outbox.id });
  return rows.length > 0;
};

/** Messages below cards that moved go below the new one. */
export const retargetOutbox = async (tx: Tx, from: readonly number[], to: number): Promise<void> => {
  if (from.length === 0) return;
  await tx
    .update(outbox)
    .set({ target: { kind: "card", card: to }, lane: `card ${to}` })
    .where(and(eq(outbox.status, "pending"), inArray(sql`(${outbox.target}->>'card')::bigint`, [...from])));
};

export const countPending = async (db: Database): Promise<number> => {
  const [row] = await db.select({ total: count() }).from(outbox).where(eq(outbox.status, "pending"));
  return row?.total ?? 0;
};
