import { outbox } from "../schema/delivery-schema.ts";
import type { Instant } from "../../sla/instant.ts";
import type { MessageRef } from "../../chat/card.ts";
import type { Notification } from "../../tickets/effect.ts";
import type { ReminderNotification } from "../../features/reminders/messages.ts";
import type { MessageKey } from "../../tickets/refs.ts";
import { mergeRoutes } from "../../features/reminders/routes.ts";
import type { Database, Tx } from "../connection/handle.ts";
import type { Lease } from "./lease.ts";
import { and, asc, count, eq, inArray, isNull, or, sql } from "../schema/orm.ts";
import type { OutboxStatus, OutboxTarget, Urgency } from "../schema/rows.ts";
import { manyRows } from "../bulk-insert.ts";

/** A message we owe, as stored. */
export type OutboxRow = typeof outbox.$inferSelect;

/** A message to be sent once, by its key. */
export interface OwedMessage {
  readonly key: string;
  readonly ticket: number;
  readonly target: OutboxTarget;
  readonly message: Notification;
  readonly lane: string;
  readonly urgency: Urgency;
}

/**
 * What we owe from now on. A message that was owed before and not sent, because there was no need then or it could not arrive, is
 * owed again.
 */
export const oweMessages = async (tx: Tx, owed: readonly OwedMessage[], now: Instant): Promise<void> => {
  if (owed.length === 0) return;
  await meet(tx, owed);
  const rows = owed.map((each) => ({ ...each, status: "pending" as const, createdAt: now, notBefore: now }));
  await tx
    .insert(outbox)
    .select(manyRows(outbox, rows))
    .onConflictDoUpdate({
      target: outbox.key,
      set: {
        message: sql`excluded.message`,
        status: sql`excluded.status`,
        createdAt: sql`excluded.created_at`,
        notBefore: sql`excluded.not_before`,
        tries: 0,
        why: null,
        settledAt: null,
        // One whose outcome is in doubt stays the message it was; one that failed begins anew.
        attemptedAt: sql`case when ${outbox.status} = 'failed' then null else ${outbox.attemptedAt} end`,
        digest: sql`case when ${outbox.status} = 'failed' or ${outbox.attemptedAt} is null then null else ${outbox.digest} end`,
      },
      setWhere: inArray(outbox.status, ["cancelled", "failed"]),
    });
};

/** A reminder that fell back to what waits already leaves the notify targets left to it there. The ticket's lock must be held. */
const meet = async (tx: Tx, owed: readonly OwedMessage[]): Promise<void> => {
  const notices = new Map(
    owed.flatMap(({ key, message }) =>
      message.type === "reminder" && message.notice.skipped.length > 0 ? [[key, message.notice]] : [],
    ),
  );
  if (notices.size === 0) return;
  const waiting = await tx
    .select()
    .from(outbox)
    .where(and(inArray(outbox.key, [...notices.keys()]), eq(outbox.status, "pending")))
    .for("update");
  for (const { id, key, message } of waiting) {
    const other = notices.get(key);
    if (other === undefined || message.type !== "reminder") continue;
    const notice = { ...message.notice, ...mergeRoutes(message.notice, other) };
    await tx
      .update(outbox)
      .set({ message: { ...message, notice } })
      .where(eq(outbox.id, id));
  }
};

/** Prolongs a claim. Null where it was lost meanwhile: then nothing more may be done about the row. */
export const holdOutbox = async (db: Database, id: number, lease: Lease): Promise<OutboxRow | null> => {
  const [row] = await db
    .update(outbox)
    .set({ leasedUntil: lease.until })
    .where(and(eq(outbox.id, id), eq(outbox.lease, lease.token)))
    .returning();
  return row ?? null;
};

/** What became of an attempt: settled for good, or to be tried again. */
export type OutboxOutcome =
  | { readonly status: "sent"; readonly ref: MessageRef; readonly settledAt: Instant }
  /** `attemptedAt` null: it surely did not happen. */
  | {
      readonly status: Exclude<OutboxStatus, "pending" | "sent">;
      readonly why: string;
      readonly settledAt: Instant;
      readonly attemptedAt?: null;
    }
  | {
      readonly status: "pending";
      readonly why: string;
      readonly notBefore: Instant;
      readonly tries: number;
      readonly attemptedAt: Instant | null;
      readonly digest: string | null;
    };

/** Writes an outcome and gives the claim back. False where the claim was lost meanwhile: nothing was written. */
export const settleOutbox = async (db: Database, id: number, token: string, outcome: OutboxOutcome): Promise<boolean> =>
  (await settleOutboxOf(db, [id], token, outcome)).size > 0;

/** The same, also false where the message is another meanwhile. */
export const settleAsRead = async (
  tx: Tx,
  { id, message }: OutboxRow,
  token: string,
  outcome: OutboxOutcome,
): Promise<boolean> => {
  const rows = await tx
    .update(outbox)
    .set({ ...outcome, lease: null, leasedUntil: null })
    .where(
      and(eq(outbox.id, id), eq(outbox.lease, token), sql`${outbox.message} = ${JSON.stringify(message)}::text::jsonb`),
    )
    .returning({ id: outbox.id });
  return rows.length > 0;
};

/** The same outcome for several rows; returns those whose claim was not lost meanwhile. */
export const settleOutboxOf = async (
  db: Database,
  ids: readonly number[],
  token: string,
  outcome: OutboxOutcome,
): Promise<ReadonlySet<number>> => {
  const rows = await db
    .update(outbox)
    .set({ ...outcome, lease: null, leasedUntil: null })
    .where(and(inArray(outbox.id, [...ids]), eq(outbox.lease, token)))
    .returning({ id: outbox.id });
  return new Set(rows.map(({ id }) => id));
};

/**
 * Nobody is told of a reminder's step: the messages about it that nobody is sending but who holds the claim are owed no more, until
 * they are owed again. False where the claim on this one was lost.
 */
export const cancelStep = async (
  tx: Tx,
  { id, ticket, notice }: { readonly id: number; readonly ticket: number; readonly notice: ReminderNotification },
  token: string,
  now: Instant,
): Promise<boolean> => {
  const about = sql`${outbox.message}->'notice'`;
  const { clock, cycle, target, step } = notice;
  const rows = await tx
    .update(outbox)
    .set({
      status: "cancelled",
      why: "the clock stands still",
      settledAt: now,
      lease: null,
      leasedUntil: null,
      // What was begun before its claim is in doubt for ever; what this claim began was not sent, and a digest goes out without it.
      attemptedAt: sql`case when ${outbox.tries} <= 1 or ${outbox.digest} is not null then null else ${outbox.attemptedAt} end`,
      digest: null,
    })
    .where(
      and(
        eq(outbox.ticket, ticket),
        eq(outbox.status, "pending"),
        or(isNull(outbox.lease), eq(outbox.lease, token)),
        sql`${outbox.message}->>'type' = 'reminder'`,
        sql`${about} @> ${JSON.stringify({ clock, cycle, target, step })}::jsonb`,
      ),
    )
    .returning({ id: outbox.id });
  return rows.some((row) => row.id === id);
};

/** What we owed under a key; null where nothing was. */
export const readOwed = async (db: Database, key: string): Promise<OutboxRow | null> => {
  const [row] = await db.select().from(outbox).where(eq(outbox.key, key));
  return row ?? null;
};

/**
 * The card that a message goes below; null where the row names none, or was damaged. A cast that fails would fail the statement,
 * and with it every message.
 */
export const cardBelow = sql<number | null>`(case when ${outbox.target}->>'card' ~ '^[0-9]{1,15}$'
  then (${outbox.target}->>'card')::bigint end)`;

/** Messages below cards that moved go below the new one. */
export const retargetOutbox = async (tx: Tx, from: readonly number[], to: number): Promise<void> => {
  if (from.length === 0) return;
  await tx
    .update(outbox)
    .set({ target: { kind: "card", card: to }, lane: `card ${to}` })
    .where(and(eq(outbox.status, "pending"), inArray(cardBelow, [...from])));
};

type Telling = "customerMessage" | "customerFile" | "threadImported";

const speaksOf = ({ channel, id }: MessageKey, type: Telling = "customerMessage") =>
  and(
    sql`${outbox.message}->'message' is not null`,
    sql`${outbox.message}->'message'->>'id' = ${id}`,
    sql`${outbox.message}->'message'->>'channel' = ${channel}`,
    sql`${outbox.message}->>'type' = ${type}`,
  );

/** What is told by showing anew what was told before; `threadImported`: with all that a ticket took over, which `message` names. */
export type Retold =
  | Extract<Notification, { type: "messageChanged" | "replySettled" | "ratingShown" }>
  | { readonly type: "threadImported"; readonly message: MessageKey };

const belowCard = (card: number) => sql`${cardBelow} = ${card}`;

const before = (ticket: number, retold: Retold, card: number) => {
  switch (retold.type) {
    case "messageChanged":
      return and(speaksOf(retold.message), belowCard(card));
    case "threadImported":
      return and(speaksOf(retold.message, "threadImported"), belowCard(card));
    case "replySettled":
      return and(
        eq(outbox.ticket, ticket),
        sql`${outbox.message}->>'type' = 'replyPending'`,
        sql`(${outbox.message}->>'held')::int = ${retold.held}`,
        belowCard(card),
      );
    // The conversation may have moved since it was asked.
    case "ratingShown":
      return and(
        eq(outbox.ticket, ticket),
        sql`${outbox.message}->>'type' = 'statusChanged'`,
        sql`${outbox.message}->>'asksRating' = 'true'`,
      );
  }
};

/** Where it was told below a card before, and how; empty where it was not, or not yet. */
export const whereTold = async (
  db: Database,
  ticket: number,
  retold: Retold,
  card: number,
): Promise<readonly { readonly ref: MessageRef; readonly message: Notification }[]> => {
  const rows = await db
    .select({ ref: outbox.ref, message: outbox.message })
    .from(outbox)
    .where(and(before(ticket, retold, card), eq(outbox.status, "sent")))
    .orderBy(asc(outbox.id));
  return rows.flatMap(({ ref, message }) => (ref === null ? [] : [{ ref, message }]));
};

/** What was to be told, or was, no longer holds words that were taken back. */
export const wipeOutbox = async (tx: Tx, message: MessageKey): Promise<void> => {
  await tx
    .update(outbox)
    .set({ message: sql`jsonb_set(${outbox.message}, '{words,text}', '""', false) #- '{words,format}'` })
    .where(speaksOf(message));
  await tx
    .update(outbox)
    .set({ message: sql`jsonb_set(${outbox.message}, '{file,name}', '""', false)` })
    .where(speaksOf(message, "customerFile"));
};

/** The same for what was told with everything that a ticket took over; `source` names it. */
export const wipeTookOver = async (tx: Tx, source: MessageKey, { channel, id }: MessageKey): Promise<void> => {
  const rows = await tx.select().from(outbox).where(speaksOf(source, "threadImported"));
  for (const row of rows)
    if (row.message.type === "threadImported") {
      const words = row.message.words.map((each) =>
        each.message?.channel === channel && each.message.id === id
          ? { ...each, text: "", format: undefined, files: [] }
          : each,
      );
      await tx
        .update(outbox)
        .set({ message: { ...row.message, words } })
        .where(eq(outbox.id, row.id));
    }
};

export const countPending = async (db: Database): Promise<number> => {
  const [row] = await db.select({ total: count() }).from(outbox).where(eq(outbox.status, "pending"));
  return row?.total ?? 0;
};
