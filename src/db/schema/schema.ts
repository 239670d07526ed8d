import type { ClockKind } from "../../sla/clock-kinds.ts";
import type { ChannelRef, UserRef } from "../../tickets/refs.ts";
import type { Severity } from "../../sla/severity.ts";
import type { SourceKind, TicketStatus } from "../../tickets/ticket.ts";
import type { TicketKind } from "../../tickets/ticket-records.ts";
import type { ReminderStatus } from "./rows.ts";
import { eventJson } from "../../stored/event-json.ts";
import { clocksJson } from "../../stored/sla-json.ts";
import {
  callBackJson,
  conversationJson,
  escalationJson,
  inactivityJson,
  lastCustomerMessageJson,
  lastReplyInJson,
  linksJson,
  pendingRepliesJson,
  ratingJson,
  techJson,
  undeliveredJson,
  writersJson,
  followersJson,
  copiedJson,
} from "../../stored/ticket-json.ts";
import { processPlatformsJson } from "../../stored/desk-json.ts";
import { storedJson } from "./stored-json.ts";
import {
  instant,
  bigserial,
  check,
  doublePrecision,
  index,
  integer,
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

/** An empty list, as a column of versioned JSON holds it. */
const noItems = sql`'{"v":1,"items":[]}'::jsonb`;

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
    conversation: storedJson(conversationJson).notNull(),
    sourceChannel: text("source_channel").$type<ChannelRef>(),
    sourceMessage: text("source_message"),
    sourceRoot: text("source_root"),
    sourceHow: text("source_how").$type<SourceKind>(),
    assignee: text(),
    openedAt: instant("opened_at").notNull(),
    resolvedAt: instant("resolved_at"),
    lastCustomerMessage: storedJson(lastCustomerMessageJson),
    writers: storedJson(writersJson).notNull(),
    followers: storedJson(followersJson).notNull().default(noItems),
    copied: storedJson(copiedJson).notNull().default(noItems),
    lastReplyIn: storedJson(lastReplyInJson).notNull(),
    /** The first customer's message that still waits for an answer, and a time after which none does. */
    unansweredSince: instant("unanswered_since"),
    unansweredUntil: instant("unanswered_until"),
    lastReplyAt: instant("last_reply_at"),
    pausedSince: instant("paused_since"),
    lastPauseEnd: instant("last_pause_end"),
    notes: integer().notNull(),
    consultingMinutes: integer("consulting_minutes").notNull().default(0),
    replies: integer().notNull(),
    inactivity: storedJson(inactivityJson),
    /** When the next inactivity step is due; null if none is. Used only to find the ticket. */
    inactivityDueAt: instant("inactivity_due_at"),
    escalation: storedJson(escalationJson),
    callBack: storedJson(callBackJson),
    rating: storedJson(ratingJson),
    clocks: storedJson(clocksJson).notNull(),
    tech: storedJson(techJson),
    links: storedJson(linksJson).notNull(),
    pendingReplies: storedJson(pendingRepliesJson).notNull(),
    undelivered: storedJson(undeliveredJson).notNull(),
    /** When the first pending reply is sent; null if there is none. Used only to find the ticket. */
    releaseAt: instant("release_at"),
    /** When the next running clock is due; null if none runs. Used only to sort lists. */
    nextDue: instant("next_due"),
    /** The kind of that clock. Used only to find tickets. */
    nextClock: text("next_clock").$type<ClockKind>(),
  },
  (row) => [
    check("tickets_status", sql`${row.status} in ('open', 'waiting', 'resolved')`),
    check("tickets_resolved_at", sql`(${row.status} = 'resolved') = (${row.resolvedAt} is not null)`),
    check("tickets_resolved_is_quiet", sql`${row.status} <> 'resolved' or ${row.nextDue} is null`),
    check("tickets_next_clock", sql`(${row.nextDue} is null) = (${row.nextClock} is null)`),
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
    check("tickets_unanswered", sql`num_nulls(${row.unansweredSince}, ${row.unansweredUntil}) in (0, 2)`),
    check("tickets_paused", sql`(${row.status} = 'open') = (${row.pausedSince} is null)`),
    check("tickets_inactivity", sql`${row.inactivity} is null or ${row.status} = 'waiting'`),
    check("tickets_inactivity_due_at", sql`${row.inactivityDueAt} is null or ${row.inactivity} is not null`),
    check("tickets_title", sql`${row.title} <> ''`),
    check("tickets_claimed", sql`${row.claimedSeverity} in ('critical', 'high', 'medium', 'low')`),
    check("tickets_confirmed", sql`${row.confirmedSeverity} in ('critical', 'high', 'medium', 'low')`),
    check(
      "tickets_source_how",
      sql`${row.sourceHow} in ('picked', 'mentioned', 'reacted', 'direct', 'posted', 'unanswered')`,
    ),
    check(
      "tickets_source_whole",
      sql`num_nulls(${row.sourceChannel}, ${row.sourceMessage}, ${row.sourceRoot}, ${row.sourceHow}) in (0, 4)`,
    ),
    uniqueIndex("tickets_source").on(row.sourceChannel, row.sourceRoot),
    check("tickets_release", sql`(${row.pendingReplies}->'items' = '[]'::jsonb) = (${row.releaseAt} is null)`),
    ...ticketIndexes(row),
  ],
);

/** Whether an event holds a message that was not erased. Queries must write it in the same way, to use its index. */
export const holdsMessage = sql`(type in ('customerWrote', 'replied', 'noted', 'messageEdited', 'techAsked', 'techMessaged',
  'techCommented', 'techReturned') and (coalesce(body->>'text', body->>'need', body->>'findings') <> ''
  or (type in ('customerWrote', 'replied') and body->'files' <> '[]'::jsonb)))`;

/** The events that reports count, by when they happened. Queries must name one of these types as a literal, to use the index. */
const countedInReports = sql`type in ('opened', 'resolved', 'merged', 'reopened', 'rated', 'articlesOffered')`;

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
    body: storedJson(eventJson).notNull(),
  },
  (row) => [
    index("events_by_ticket").on(row.ticket, row.id),
    index("events_of_messages").on(row.ticket, row.id).where(holdsMessage),
    index("events_by_message")
      .on(sql`(body->'message'->>'id')`)
      .where(sql`body->'message'->>'id' is not null`),
    // Time is recorded on few tickets, and each statement asks for it.
    index("events_of_time")
      .on(sql`(body->>'day')`, row.ticket)
      .where(sql`type = 'timeRecorded'`),
    index("events_in_reports").on(row.type, row.at, row.id).where(countedInReports),
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
    platforms: storedJson(processPlatformsJson).notNull(),
    seenAt: instant("seen_at").notNull(),
  },
  (row) => [index("processes_by_time").on(row.seenAt)],
);
