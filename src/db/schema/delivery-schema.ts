import { tickets } from "./schema.ts";
import { instant, bigserial, check, index, integer, pgTable, sql, text, uniqueIndex } from "./orm.ts";
import type { CardSide, OutboxStatus, Urgency } from "./rows.ts";
import type { ChannelRef } from "../../tickets/refs.ts";
import {
  cardPlaceJson,
  cardRefJson,
  handedOverJson,
  outboxRefJson,
  outboxTargetJson,
} from "../../stored/delivery-json.ts";
import { notificationJson } from "../../stored/event-json.ts";
import { storedJson } from "./stored-json.ts";

/** One row for each card: a message that follows its ticket. */
export const cards = pgTable(
  "cards",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    ticket: integer()
      .notNull()
      .references(() => tickets.number),
    side: text().$type<CardSide>().notNull(),
    place: storedJson(cardPlaceJson).notNull(),
    /** The ticket version that the card should show, and the one that it shows (0: not posted yet). */
    wanted: integer().notNull(),
    shown: integer().notNull().default(0),
    ref: storedJson(cardRefJson),
    /** The channel and the first message of the thread, for finding the ticket of a thread. */
    refChannel: text("ref_channel").$type<ChannelRef>(),
    refMessage: text("ref_message"),
    /** Grows each time the message was deleted and must be posted again. */
    generation: integer().notNull().default(1),
    attemptedAt: instant("attempted_at"),
    tries: integer().notNull().default(0),
    notBefore: instant("not_before").notNull(),
    leasedUntil: instant("leased_until"),
    lease: text(),
    /** Set when the card is retired; the reason stays. */
    goneAt: instant("gone_at"),
    why: text(),
  },
  (row) => [
    check("cards_side", sql`${row.side} in ('triage', 'conversation', 'tech', 'collected')`),
    check("cards_versions", sql`${row.shown} <= ${row.wanted}`),
    check("cards_lease", sql`(${row.lease} is null) = (${row.leasedUntil} is null)`),
    uniqueIndex("cards_place").on(row.ticket, row.side, row.place),
    index("cards_behind")
      .on(row.notBefore)
      .where(sql`wanted > shown and gone_at is null`),
    // Cards that were never posted. A critical ticket's card is posted first.
    index("cards_first_posts")
      .on(row.notBefore, row.id)
      .where(sql`ref is null and wanted > shown and gone_at is null`),
    index("cards_unposted")
      .on(row.id)
      .where(sql`side <> 'conversation' and ref is null and why is not null`),
    index("cards_direct").on(
      sql`(case when place->>'kind' = 'person' and ref_channel is not null then not_before end)`,
    ),
    index("cards_by_message").on(row.refChannel, row.refMessage),
  ],
);

/** Messages that are sent once. An attempt is marked before the call is made. */
export const outbox = pgTable(
  "outbox",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    key: text().notNull().unique(),
    ticket: integer()
      .notNull()
      .references(() => tickets.number),
    target: storedJson(outboxTargetJson).notNull(),
    message: storedJson(notificationJson).notNull(),
    /** Rows of one lane go out one by one, in order. */
    lane: text().notNull(),
    /** What goes first: 0 critical, 1 messages of people, 2 other reminders. */
    urgency: integer().$type<Urgency>().notNull(),
    status: text().$type<OutboxStatus>().notNull(),
    createdAt: instant("created_at").notNull(),
    attemptedAt: instant("attempted_at"),
    tries: integer().notNull().default(0),
    notBefore: instant("not_before").notNull(),
    leasedUntil: instant("leased_until"),
    lease: text(),
    /** Rows with the same digest are sent as one message. */
    digest: text(),
    /** Set if a process tried the message and left it to another one. */
    handedOver: storedJson(handedOverJson),
    ref: storedJson(outboxRefJson),
    why: text(),
    settledAt: instant("settled_at"),
  },
  (row) => [
    check("outbox_status", sql`${row.status} in ('pending', 'sent', 'failed', 'unknown', 'cancelled')`),
    check("outbox_settled", sql`(${row.status} = 'pending') = (${row.settledAt} is null)`),
    check("outbox_sent", sql`${row.status} <> 'sent' or (${row.ref} is not null and ${row.attemptedAt} is not null)`),
    check("outbox_lease", sql`(${row.lease} is null) = (${row.leasedUntil} is null)`),
    check("outbox_urgency", sql`${row.urgency} in (0, 1, 2)`),
    index("outbox_pending")
      .on(sql`(target->>'kind' = 'email')`, row.urgency, row.notBefore, row.id)
      .where(sql`status = 'pending'`),
    index("outbox_lanes")
      .on(row.lane, row.id)
      .where(sql`status = 'pending'`),
    index("outbox_by_message")
      .on(sql`(message->'message'->>'id')`)
      .where(sql`message->'message'->>'id' is not null`),
    index("outbox_by_ticket").on(row.ticket),
    // An index on an expression, not a partial index: so Postgres can estimate the rows and reads only the newest.
    index("outbox_direct").on(sql`(case when target->>'kind' = 'person' and ref is not null then created_at end)`),
    index("outbox_people")
      .on(sql`(target->>'person')`)
      .where(sql`status = 'pending'`),
    index("outbox_digests")
      .on(row.digest)
      .where(sql`status = 'pending'`),
  ],
);
