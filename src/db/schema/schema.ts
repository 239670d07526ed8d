import type { Clock } from "../../sla/clock.ts";
import type { ClockKind } from "../../sla/clock-kinds.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Pause } from "../../sla/calendar.ts";
import type { Event } from "../../tickets/messages.ts";
import type { ChannelRef, UserRef } from "../../tickets/refs.ts";
import type { Severity } from "../../sla/severity.ts";
import type {
  PendingReply,
  UndeliveredMessage,
  TechWork,
  TicketStatus,
  SourceKind,
  Conversation,
  LastCustomerMessage,
  TicketFields,
} from "../../tickets/ticket.ts";
import type { CallBack, Escalation, Rating, Inactivity, TicketKind, TicketLink } from "../../tickets/ticket-records.ts";
import type { ReminderStatus } from "./rows.ts";
import type { StoredJson } from "../../stored/versioned-json.ts";
import {
  instant,
  bigserial,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  sql,
  text,
  uniqueIndex,
} from "./orm.ts";
import { ticketIndexes } from "../ticket-indexes.ts";

/** Ticket numbers, short enough to be read out on the phone. */
export const ticketNumbers = pgSequence("ticket_numbers", { startWith: 1001 });

export const tickets = pgTable(
  "tickets",
  {
    number: integer().primaryKey(),
    version: integer().notNull(),
    kind: text().$type<TicketKind>().notNull(),
    title: text().notNull(),
    description: text().notNull(),
    status: text().$type<TicketStatus>().notNull(),
    claimedSeverity: text("claimed_severity").$type<Severity>().notNull(),
    confirmedSeverity: text("confirmed_severity").$type<Severity>(),
    account: text(),
    area: text(),
    requesterUser: text("requester_user").$type<UserRef>().notNull(),
    requesterName: text("requester_name").notNull(),
    requesterAccount: text("requester_account"),
    askedIn: text("asked_in").$type<ChannelRef>().notNull(),
    conversation: jsonb().$type<StoredJson<Conversation>>().notNull(),
    sourceChannel: text("source_channel").$type<ChannelRef>(),
    sourceMessage: text("source_message"),
    sourceRoot: text("source_root"),
    sourceHow: text("source_how").$type<SourceKind>(),
    assignee: text(),
    openedAt: instant("opened_at").notNull(),
    resolvedAt: instant("resolved_at"),
    lastCustomerMessage: jsonb("last_customer_message").$type<StoredJson<LastCustomerMessage>>(),
    writers: jsonb().$type<StoredJson<TicketFields["writers"]>>().notNull(),
    lastReplyIn: jsonb("last_reply_in").$type<StoredJson<TicketFields["lastReplyIn"]>>().notNull(),
    unanswered: jsonb().$type<StoredJson<readonly Instant[]>>().notNull(),
    lastReplyAt: instant("last_reply_at"),
    pauses: jsonb().$type<StoredJson<readonly Pause[]>>().notNull(),
    notes: integer().notNull(),
    replies: integer().notNull(),
    inactivity: jsonb().$type<StoredJson<Inactivity>>(),
    /** When the next inactivity step is due; null if none is. Used only to find the ticket. */
    inactivityDueAt: instant("inactivity_due_at"),
    escalation: jsonb().$type<StoredJson<Escalation>>(),
    callBack: jsonb("call_back").$type<StoredJson<CallBack>>(),
    rating: jsonb().$type<StoredJson<Rating>>(),
    clocks: jsonb().$type<StoredJson<readonly Clock[]>>().notNull(),
    tech: jsonb().$type<StoredJson<TechWork>>(),
    links: jsonb().$type<StoredJson<readonly TicketLink[]>>().notNull(),
    pendingReplies: jsonb("pending_replies").$type<StoredJson<readonly PendingReply[]>>().notNull(),
    undelivered: jsonb().$type<StoredJson<readonly UndeliveredMessage[]>>().notNull(),
    /** When the first pending reply is sent; null if there is none. Used only to find the ticket. */
    releaseAt: instant("release_at"),
    /** When the next running clock is due; null if none runs. Used only to sort lists. */
    nextDue: instant("next_due"),
  },
  (row) => [
    check("tickets_status", sql`${row.status} in ('open', 'waiting', 'resolved')`),
    check("tickets_resolved_at", sql`(${row.status} = 'resolved') = (${row.resolvedAt} is not null)`),
    check("tickets_resolved_is_quiet", sql`${row.status} <> 'resolved' or ${row.nextDue} is null`),
    check(
      "tickets_resolved_is_not_with_tech",
      sql`${row.status} <> 'resolved' or ${row.tech} is null or ${row.tech}->>'end' is not null`,
    ),
    check(
      "tickets_resolved_is_settled",
      sql`${row.status} <> 'resolved' or (${row.escalation} is null and ${row.callBack} is null)`,
    ),
    check("tickets_kind", sql`${row.kind} in ('problem', 'consulting')`),
    check(
      "tickets_consulting_has_no_severity",
      sql`${row.kind} = 'problem' or (${row.claimedSeverity} = 'low' and ${row.confirmedSeverity} is null)`,
    ),
    check("tickets_inactivity", sql`${row.inactivity} is null or ${row.status} = 'waiting'`),
    check("tickets_inactivity_due_at", sql`${row.inactivityDueAt} is null or ${row.inactivity} is not null`),
    check("tickets_title", sql`${row.title} <> ''`),
    check("tickets_claimed", sql`${row.claimedSeverity} in ('critical', 'high', 'medium', 'low')`),
    check("tickets_confirmed", sql`${row.confirmedSeverity} in ('critical', 'high', 'medium', 'low')`),
    check("tickets_source_how", sql`${row.sourceHow} in ('picked', 'mentioned', 'reacted', 'direct')`),
    check(
      "tickets_source_whole",
      sql`num_nulls(${row.sourceChannel}, ${row.sourceMessage}, ${row.sourceRoot}, ${row.sourceHow}) in (0, 4)`,
    ),
    uniqueIndex("tickets_source").on(row.sourceChannel, row.sourceRoot),
    check("tickets_release", sql`(${row.pendingReplies}->'items' = '[]'::jsonb) = (${row.releaseAt} is null)`),
    ...ticketIndexes(row),
  ],
);

/** All events of a ticket, in order. The ticket can be rebuilt from them. */
export const events = pgTable(
  "events",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    ticket: integer()
      .notNull()
      .references(() => tickets.number),
    type: text().notNull(),
    at: instant().notNull(),
    body: jsonb().$type<Event>().notNull(),
  },
  (row) => [
    index("events_by_ticket").on(row.ticket, row.id),
    index("events_by_message")
      .on(sql`(body->'message'->>'id')`)
      .where(sql`body->'message' is not null`),
  ],
);

/** The planned steps of each clock, and what became of them. */
export const reminders = pgTable(
  "reminders",
  {
    ticket: integer()
      .notNull()
      .references(() => tickets.number),
    clock: text().$type<ClockKind>().notNull(),
    cycle: integer().notNull(),
    target: integer().notNull(),
    /** Percent of the target; may be a fraction. */
    step: doublePrecision().notNull(),
    at: instant().notNull(),
    status: text().$type<ReminderStatus>().notNull(),
    settledAt: instant("settled_at"),
  },
  (row) => [
    primaryKey({ columns: [row.ticket, row.clock, row.cycle, row.target, row.step] }),
    check(
      "reminders_status",
      sql`${row.status} in ('planned', 'sending', 'sent', 'fallbackTaken', 'failed', 'superseded', 'acknowledged', 'cancelled')`,
    ),
    check("reminders_settled", sql`(${row.status} in ('planned', 'sending')) = (${row.settledAt} is null)`),
    index("reminders_due")
      .on(row.at)
      .where(sql`status = 'planned'`),
    // A ticket with thousands of answered waits has many settled steps, and few planned ones.
    index("reminders_planned")
      .on(row.ticket)
      .where(sql`status = 'planned'`),
    index("reminders_failed")
      .on(row.ticket)
      .where(sql`status = 'failed'`),
  ],
);

/** The running processes of a desk on a Postgres server, and the platforms to which each can send. */
export const processes = pgTable(
  "processes",
  {
    id: text().primaryKey(),
    platforms: jsonb().$type<readonly string[]>().notNull(),
    seenAt: instant("seen_at").notNull(),
  },
  (row) => [index("processes_by_time").on(row.seenAt)],
);
