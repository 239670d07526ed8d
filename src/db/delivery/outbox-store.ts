import type { ReminderNotification } from "../../tickets/routes/notification-route.ts";
import { outbox } from "../schema/delivery-schema.ts";
import type { Instant } from "../../sla/instant.ts";
import type { MessageRef } from "../../chat/card.ts";
import type { Notification } from "../../tickets/effect.ts";
import type { MessageKey } from "../../tickets/refs.ts";
import { mergeRoutes } from "../../tickets/routes/routes.ts";
import type { Database, Tx } from "../connection/handle.ts";
import type { Lease } from "./lease.ts";
import { and, asc, count, eq, inArray, isNull, or, sql } from "../schema/orm.ts";
import type { OutboxStatus, OutboxTarget, Urgency } from "../schema/rows.ts";
import { rowsToInsert } from "../many-values.ts";

/** An owed message, as stored. */
export type OutboxRow = typeof outbox.$inferSelect;

/** A message to be sent once, identified by its key. */
export interface NewOutboxMessage {
  readonly key: string;
  readonly ticket: number;
  readonly target: OutboxTarget;
  readonly message: Notification;
  readonly lane: string;
  readonly urgency: Urgency;
}

/** Writes the messages that are owed from now on. A message that was cancelled or failed before is owed again. */
export const addToOutbox = async (tx: Tx, added: readonly NewOutboxMessage[], now: Instant): Promise<void> => {
  if (added.length === 0) return;
  await mergeWaiting(tx, added);
  const rows = added.map((each) => ({ ...each, status: "pending" as const, createdAt: now, notBefore: now }));
  await tx
    .insert(outbox)
    .select(rowsToInsert(outbox, rows))
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
        // A message whose outcome is in doubt keeps its attempt and digest; a failed one starts again.
        attemptedAt: sql`case when ${outbox.status} = 'failed' then null else ${outbox.attemptedAt} end`,
        digest: sql`case when ${outbox.status} = 'failed' or ${outbox.attemptedAt} is null then null else ${outbox.digest} end`,
      },
      setWhere: inArray(outbox.status, ["cancelled", "failed"]),
    });
};

/**
 * If a reminder falls back to a message that is already waiting, the waiting one takes over its remaining recipients.
 * The caller must hold the ticket's lock.
 */
const mergeWaiting = async (tx: Tx, added: readonly NewOutboxMessage[]): Promise<void> => {
  const waitingNotifications = new Map(
    added.flatMap(({ key, message }) =>
      message.type === "reminder" && message.notice.skipped.length > 0 ? [[key, message.notice]] : [],
    ),
  );
  if (waitingNotifications.size === 0) return;
  const waiting = await tx
    .select()
    .from(outbox)
    .where(and(inArray(outbox.key, [...waitingNotifications.keys()]), eq(outbox.status, "pending")))
    .for("update");
  for (const { id, key, message } of waiting) {
    const other = waitingNotifications.get(key);
    if (other === undefined || message.type !== "reminder") continue;
    const notice = { ...message.notice, ...mergeRoutes(message.notice, other) };
    await tx
      .update(outbox)
      .set({ message: { ...message, notice } })
      .where(eq(outbox.id, id));
  }
};

/** Extends a lease. Null if another process has the row now: then stop. */
export const extendOutboxLease = async (db: Database, id: number, lease: Lease): Promise<OutboxRow | null> => {
  const [row] = await db
    .update(outbox)
    .set({ leasedUntil: lease.until })
    .where(and(eq(outbox.id, id), eq(outbox.lease, lease.token)))
    .returning();
  return row ?? null;
};

/** The outcome of an attempt: settled for good, or to be tried again. */
export type OutboxOutcome =
  | { readonly status: "sent"; readonly ref: MessageRef; readonly settledAt: Instant }
  /** `attemptedAt` is null if the attempt certainly did not happen. */
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

/** Writes an outcome and ends the lease. False if the lease was lost: then nothing was written. */
export const settleOutbox = async (db: Database, id: number, token: string, outcome: OutboxOutcome): Promise<boolean> =>
  (await settleOutboxOf(db, [id], token, outcome)).size > 0;

/** Like `settleOutbox`, but also false if the stored message has changed since it was read. */
export const settleIfUnchanged = async (
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

/** Writes one outcome for several rows. Returns the rows whose lease was not lost. */
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
 * Cancels the messages about a reminder's step that no other process is sending. They can be owed again later. False if
 * the lease on this row was lost.
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
      why: "the clock is paused",
      settledAt: now,
      lease: null,
      leasedUntil: null,
      // An attempt before this lease stays in doubt. This lease's own attempt was not sent, and a digest goes out
      // without it.
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

/** Returns the message owed under a key; null if there is none. */
export const readPending = async (db: Database, key: string): Promise<OutboxRow | null> => {
  const [row] = await db.select().from(outbox).where(eq(outbox.key, key));
  return row ?? null;
};

/**
 * The card that a message goes below; null if the row names none or is damaged. A failing cast would fail the
 * statement, and with it every message.
 */
export const cardBelow = sql<number | null>`(case when ${outbox.target}->>'card' ~ '^[0-9]{1,15}$'
  then (${outbox.target}->>'card')::bigint end)`;

/** Moves messages below retired cards to the new card. */
export const retargetOutbox = async (tx: Tx, from: readonly number[], to: number): Promise<void> => {
  if (from.length === 0) return;
  await tx
    .update(outbox)
    .set({ target: { kind: "card", card: to }, lane: `card ${to}` })
    .where(and(eq(outbox.status, "pending"), inArray(cardBelow, [...from])));
};

type AboutMessage = "customerMessage" | "customerFile" | "threadImported";

const isAbout = ({ channel, id }: MessageKey, type: AboutMessage = "customerMessage") =>
  and(
    sql`${outbox.message}->'message' is not null`,
    sql`${outbox.message}->'message'->>'id' = ${id}`,
    sql`${outbox.message}->'message'->>'channel' = ${channel}`,
    sql`${outbox.message}->>'type' = ${type}`,
  );

/**
 * A message that updates what was sent before. `threadImported` covers all imported messages; `message` names the
 * first.
 */
export type SentUpdate =
  | Extract<Notification, { type: "messageChanged" | "replySettled" | "ratingShown" }>
  | { readonly type: "threadImported"; readonly message: MessageKey };

const belowCard = (card: number) => sql`${cardBelow} = ${card}`;

const sentBefore = (ticket: number, update: SentUpdate, card: number) => {
  switch (update.type) {
    case "messageChanged":
      return and(isAbout(update.message), belowCard(card));
    case "threadImported":
      return and(isAbout(update.message, "threadImported"), belowCard(card));
    case "replySettled":
      return and(
        eq(outbox.ticket, ticket),
        sql`${outbox.message}->>'type' = 'replyPending'`,
        sql`(${outbox.message}->>'replyId')::int = ${update.replyId}`,
        belowCard(card),
      );
    // The conversation may have moved since the rating was requested.
    case "ratingShown":
      return and(
        eq(outbox.ticket, ticket),
        sql`${outbox.message}->>'type' = 'statusChanged'`,
        sql`${outbox.message}->>'asksRating' = 'true'`,
      );
  }
};

/** Returns what was sent earlier below a card, and where. Empty if nothing was sent yet. */
export const findSent = async (
  db: Database,
  ticket: number,
  update: SentUpdate,
  card: number,
): Promise<readonly { readonly ref: MessageRef; readonly message: Notification }[]> => {
  const rows = await db
    .select({ ref: outbox.ref, message: outbox.message })
    .from(outbox)
    .where(and(sentBefore(ticket, update, card), eq(outbox.status, "sent")))
    .orderBy(asc(outbox.id));
  return rows.flatMap(({ ref, message }) => (ref === null ? [] : [{ ref, message }]));
};

/** Removes the text of a deleted message from everything owed or sent. */
export const eraseInOutbox = async (tx: Tx, message: MessageKey): Promise<void> => {
  await tx
    .update(outbox)
    .set({ message: sql`jsonb_set(${outbox.message}, '{words,text}', '""', false) #- '{words,format}'` })
    .where(isAbout(message));
  await tx
    .update(outbox)
    .set({ message: sql`jsonb_set(${outbox.message}, '{file,name}', '""', false)` })
    .where(isAbout(message, "customerFile"));
};

/** Does the same for a message that was imported with a thread; `source` names the import. */
export const eraseImported = async (tx: Tx, source: MessageKey, { channel, id }: MessageKey): Promise<void> => {
  const rows = await tx.select().from(outbox).where(isAbout(source, "threadImported"));
  for (const row of rows)
    if (row.message.type === "threadImported") {
      const messages = row.message.messages.map((each) =>
        each.message?.channel === channel && each.message.id === id
          ? { ...each, text: "", format: undefined, files: [] }
          : each,
      );
      await tx
        .update(outbox)
        .set({ message: { ...row.message, messages } })
        .where(eq(outbox.id, row.id));
    }
};

export const countPending = async (db: Database): Promise<number> => {
  const [row] = await db.select({ total: count() }).from(outbox).where(eq(outbox.status, "pending"));
  return row?.total ?? 0;
};
