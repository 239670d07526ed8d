import { randomUUID } from "node:crypto";
import type { MessageRef } from "../chat/card.ts";
import { inDigests } from "../domain/digests.ts";
import type { Message } from "../domain/effect.ts";
import type { Instant, MessageKey } from "../domain/refs.ts";
import type { Database, Tx } from "./handle.ts";
import type { Lease } from "./lease.ts";
import { and, asc, count, desc, eq, inArray, isNull, lte, or, sql } from "./orm.ts";
import type { OutboxStatus, OutboxTarget } from "./rows.ts";
import { manyRows } from "./many-rows.ts";
import { outbox, tickets } from "./schema.ts";

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
  await tx.insert(outbox).select(manyRows(outbox, rows)).onConflictDoNothing();
};

/**
 * First of its lane, and its card (where it hangs below one) is posted or will never be. What can go another way does not wait for a
 * card that could not be posted: it takes the next rung.
 */
const maySend = sql`not exists (
    select 1 from outbox before where before.lane = ${outbox.lane} and before.status = 'pending' and before.id < ${outbox.id})
  and (${outbox.target}->>'kind' <> 'card' or exists (
    select 1 from cards where cards.id = (${outbox.target}->>'card')::bigint
      and (cards.ref is not null or cards.gone_at is not null or (cards.why is not null and ${outbox.message}->>'type' in ('reminder', 'summons')))))`;

const waiting = (now: Instant) =>
  and(
    eq(outbox.status, "pending"),
    lte(outbox.notBefore, now),
    or(isNull(outbox.leasedUntil), lte(outbox.leasedUntil, now)),
    maySend,
  );

/** Mail and files have a way of their own, so that a slow server never holds up chat. */
export type Way = "chat" | "email" | "files";
const goes = (way: Way) =>
  and(
    sql`(${outbox.target}->>'kind' = 'email') = ${way === "email"}`,
    sql`(${outbox.message}->>'type' = 'customerFile') = ${way === "files"}`,
  );

const critical = sql<boolean>`coalesce(${tickets.confirmedSeverity}, ${tickets.claimedSeverity}) = 'critical'`;

/** Messages with the urgency of their tickets, claimed where nobody else has them; the most urgent of them first. */
const claimable = (tx: Tx) =>
  tx
    .select({
      row: outbox,
      critical,
      due: tickets.nextDue,
    })
    .from(outbox)
    .innerJoin(tickets, eq(tickets.number, outbox.ticket));

type Claimable = Awaited<ReturnType<typeof claimable>>[number];

/** Who is to be told of a clock in chat. One that was tried by itself before is looked for by itself. */
const directTo = ({ message, target, attemptedAt }: OutboxRow): string | null =>
  message.type === "reminder" && target.kind === "person" && attemptedAt === null ? target.person : null;

/** What else waits for the same people, or went out together with these before. */
const company = async (tx: Tx, ready: readonly Claimable[], now: Instant): Promise<readonly Claimable[]> => {
  const people = ready.flatMap(({ row }) => directTo(row) ?? []);
  const digests = ready.flatMap(({ row }) => row.digest ?? []);
  if (people.length === 0 && digests.length === 0) return [];
  const theirs = and(
    isNull(outbox.digest),
    isNull(outbox.attemptedAt),
    sql`${outbox.target}->>'kind' = 'person'`,
    inArray(sql`${outbox.target}->>'person'`, people),
  );
  return claimable(tx)
    .where(
      and(
        waiting(now),
        sql`${outbox.message}->>'type' = 'reminder'`,
        or(
          people.length === 0 ? undefined : theirs,
          digests.length === 0 ? undefined : inArray(outbox.digest, digests),
        ),
      ),
    )
    .orderBy(desc(critical), asc(tickets.nextDue), asc(outbox.id))
    .limit(companyLimit)
    .for("update", { of: outbox, skipLocked: true });
};
/** Ten digests. */
const companyLimit = 200;

/**
 * Claims messages that may go out and marks the attempt before it is made: groups, each of which is one message. The rows
 * come as they were before but for their digest, so an earlier attempt without an outcome is still to be seen.
 */
export const leaseOutbox = (
  db: Database,
  way: Way,
  now: Instant,
  lease: Lease,
  limit: number,
): Promise<readonly (readonly OutboxRow[])[]> =>
  db.transaction(async (tx) => {
    const ready = await claimable(tx)
      .where(and(waiting(now), goes(way)))
      .orderBy(asc(outbox.notBefore), asc(outbox.id))
      .limit(limit)
      .for("update", { of: outbox, skipLocked: true });
    const all = new Map([...ready, ...(await company(tx, ready, now))].map((each) => [each.row.id, each]));
    const groups = inDigests(
      [...all.values()].map(({ row, critical, due }) => ({
        row,
        critical,
        due: due ?? row.createdAt,
        person: directTo(row),
        digest: row.digest,
      })),
      randomUUID,
    ).map((group) => group.map(({ row, digest }) => ({ ...row, digest })));
    for (const row of groups.flat())
      await tx
        .update(outbox)
        .set({
          lease: lease.token,
          leasedUntil: lease.until,
          attemptedAt: row.attemptedAt ?? now,
          tries: row.tries + 1,
          digest: row.digest,
        })
        .where(eq(outbox.id, row.id));
    return groups;
  });

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
      readonly digest: string | null;
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

const speaksOf = ({ channel, id }: MessageKey) =>
  and(
    sql`${outbox.message}->'message' is not null`,
    sql`${outbox.message}->'message'->>'id' = ${id}`,
    sql`${outbox.message}->'message'->>'channel' = ${channel}`,
    sql`${outbox.message}->>'type' = 'customerWords'`,
  );

/** Where somebody's words were told below a card; null where they were not, or not yet. */
export const whereTold = async (db: Database, message: MessageKey, card: number): Promise<MessageRef | null> => {
  const [row] = await db
    .select({ ref: outbox.ref })
    .from(outbox)
    .where(and(speaksOf(message), eq(outbox.status, "sent"), sql`(${outbox.target}->>'card')::bigint = ${card}`));
  return row?.ref ?? null;
};

/** What was to be told, or was, no longer holds words that were taken back. */
export const wipeOutbox = async (tx: Tx, message: MessageKey): Promise<void> => {
  await tx
    .update(outbox)
    .set({ message: sql`jsonb_set(${outbox.message}, '{words,text}', '""', false)` })
    .where(speaksOf(message));
};

export const countPending = async (db: Database): Promise<number> => {
  const [row] = await db.select({ total: count() }).from(outbox).where(eq(outbox.status, "pending"));
  return row?.total ?? 0;
};
