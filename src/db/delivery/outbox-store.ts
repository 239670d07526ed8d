import type { ReminderNotification } from "../../tickets/routes/notification-route.ts";
import { outbox } from "../schema/delivery-schema.ts";
import type { Instant } from "../../sla/instant.ts";
import type { MessageRef } from "../../chat/card.ts";
import type { Notification } from "../../tickets/effect.ts";
import { mergeRoutes } from "../../tickets/routes/routes.ts";
import type { Database, Tx } from "../connection/handle.ts";
import type { Lease } from "./lease.ts";
import { and, count, eq, inArray, isNull, or, sql } from "../schema/orm.ts";
import { handedOverJson, outboxRefJson, outboxTargetJson } from "../../stored/delivery-json.ts";
import { notificationJson } from "../../stored/event-json.ts";
import { asOutboxRow, readableRows, type OutboxRow } from "./outbox-row.ts";
import type { HandedOver, OutboxStatus, OutboxTarget, Urgency } from "../schema/rows.ts";
import { rowsToInsert } from "../many-values.ts";

/** A message to be sent once, identified by its key. */
export interface NewOutboxMessage {
  readonly key: string;
  readonly ticket: number;
  readonly target: OutboxTarget;
  readonly message: Notification;
  readonly lane: string;
  readonly urgency: Urgency;
  /** Missing: it may go at once. */
  readonly notBefore?: Instant;
}

/** Writes the messages that are owed from now on. A message that was cancelled or failed before is owed again. */
export const addToOutbox = async (tx: Tx, added: readonly NewOutboxMessage[], now: Instant): Promise<void> => {
  if (added.length === 0) return;
  await mergeWaiting(tx, added);
  const rows = added.map((each) => ({
    ...each,
    target: outboxTargetJson.write(each.target),
    message: notificationJson.write(each.message),
    status: "pending" as const,
    createdAt: now,
    notBefore: each.notBefore ?? now,
  }));
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
        handedOver: null,
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
  for (const { id, key, message } of readableRows(waiting)) {
    const other = waitingNotifications.get(key);
    if (other === undefined || message.type !== "reminder") continue;
    const notice = { ...message.notice, ...mergeRoutes(message.notice, other) };
    await tx
      .update(outbox)
      .set({ message: notificationJson.write({ ...message, notice }) })
      .where(eq(outbox.id, id));
  }
};

/** Extends a lease. Null if another process has the row now: then stop. Throws UnreadableJson. */
export const extendOutboxLease = async (db: Database, id: number, lease: Lease): Promise<OutboxRow | null> => {
  const [row] = await db
    .update(outbox)
    .set({ leasedUntil: lease.until })
    .where(and(eq(outbox.id, id), eq(outbox.lease, lease.token)))
    .returning();
  return row === undefined ? null : asOutboxRow(row);
};

/** A message that is not tried again. */
interface SetAside {
  readonly status: Exclude<OutboxStatus, "pending" | "sent">;
  readonly why: string;
  readonly settledAt: Instant;
}

/** The outcome of an attempt: settled for good, or to be tried again. */
export type OutboxOutcome =
  | { readonly status: "sent"; readonly ref: MessageRef; readonly settledAt: Instant }
  | SetAside
  /** The attempt certainly did not happen. */
  | (SetAside & { readonly attemptedAt: null })
  | {
      readonly status: "pending";
      readonly why: string;
      readonly notBefore: Instant;
      readonly tries: number;
      readonly attemptedAt: Instant | null;
      readonly digest: string | null;
      /** Missing: unchanged. */
      readonly handedOver?: HandedOver;
    };

/** An outcome in the columns of its row; it ends the lease. */
const settled = (outcome: OutboxOutcome) => {
  const ended = { lease: null, leasedUntil: null };
  if (outcome.status === "sent") return { ...outcome, ref: outboxRefJson.write(outcome.ref), ...ended };
  if (outcome.status !== "pending") return { ...outcome, ...ended };
  const { handedOver, ...pending } = outcome;
  const over = handedOver === undefined ? {} : { handedOver: handedOverJson.write(handedOver) };
  return { ...pending, ...over, ...ended };
};

/** Writes an outcome and ends the lease. False if the lease was lost: then nothing was written. */
export const settleOutbox = async (db: Database, id: number, token: string, outcome: OutboxOutcome): Promise<boolean> =>
  (await settleOutboxOf(db, [id], token, outcome)).size > 0;

/** Like `settleOutbox`, but also false if the stored message has changed since it was read. */
export const settleIfUnchanged = async (
  tx: Tx,
  { id, stored }: OutboxRow,
  token: string,
  outcome: OutboxOutcome,
): Promise<boolean> => {
  const rows = await tx
    .update(outbox)
    .set(settled(outcome))
    .where(
      and(eq(outbox.id, id), eq(outbox.lease, token), sql`${outbox.message} = ${JSON.stringify(stored)}::text::jsonb`),
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
    .set(settled(outcome))
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

/** Returns the message owed under a key; null if there is none. Throws UnreadableJson. */
export const readPending = async (db: Database, key: string): Promise<OutboxRow | null> => {
  const [row] = await db.select().from(outbox).where(eq(outbox.key, key));
  return row === undefined ? null : asOutboxRow(row);
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
    .set({ target: outboxTargetJson.write({ kind: "card", card: to }), lane: `card ${to}` })
    .where(and(eq(outbox.status, "pending"), inArray(cardBelow, [...from])));
};

export const countPending = async (db: Database): Promise<number> => {
  const [row] = await db.select({ total: count() }).from(outbox).where(eq(outbox.status, "pending"));
  return row?.total ?? 0;
};
