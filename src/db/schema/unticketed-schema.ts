import type { ChannelRef, UserRef } from "../../tickets/refs.ts";
import type { UnticketedOutcome, UnticketedStatus } from "../../tickets/thread/unticketed.ts";
import {
  bigint,
  bigserial,
  check,
  index,
  instant,
  integer,
  pgTable,
  primaryKey,
  sql,
  text,
  uniqueIndex,
} from "./orm.ts";

/**
 * Customers' messages in a channel that belong to no ticket and wait for an answer: one row for the channel, from the first message
 * until somebody answers or decides. Only ids and times are stored.
 */
export const unticketed = pgTable(
  "unticketed",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    account: text().notNull(),
    channel: text().$type<ChannelRef>().notNull(),
    /** When the earliest of the messages was written, by the platform's time. */
    firstAt: instant("first_at").notNull(),
    askAt: instant("ask_at").notNull(),
    /** Null: no ticket opens by itself. */
    openAt: instant("open_at"),
    status: text().$type<UnticketedStatus>().notNull(),
    /** When Plazo looks at it next; null: not by itself. */
    dueAt: instant("due_at"),
    outcome: text().$type<UnticketedOutcome>(),
    /** Who answered or decided; null: nobody on the staff did. */
    decidedBy: text("decided_by").$type<UserRef>(),
    ticket: integer(),
    endedAt: instant("ended_at"),
  },
  (row) => [
    check("unticketed_status", sql`${row.status} in ('waiting', 'asked', 'opening', 'ended')`),
    check(
      "unticketed_outcome",
      sql`${row.outcome} in ('ticket', 'answered', 'elsewhere', 'notRequest', 'deleted', 'unreadable', 'unwatched')`,
    ),
    check(
      "unticketed_ended",
      sql`(${row.status} = 'ended') = (${row.endedAt} is not null) and (${row.endedAt} is null) = (${row.outcome} is null)`,
    ),
    check("unticketed_ticket", sql`(${row.outcome} = 'ticket') = (${row.ticket} is not null)`),
    uniqueIndex("unticketed_open")
      .on(row.channel)
      .where(sql`ended_at is null`),
    index("unticketed_due")
      .on(row.dueAt)
      .where(sql`due_at is not null`),
    index("unticketed_over")
      .on(row.endedAt)
      .where(sql`ended_at is not null`),
  ],
);

/** The messages of a row of `unticketed` that are neither answered nor in a ticket. */
export const unticketedMessages = pgTable(
  "unticketed_messages",
  {
    channel: text().$type<ChannelRef>().notNull(),
    message: text().notNull(),
    unticketed: bigint({ mode: "number" })
      .notNull()
      .references(() => unticketed.id, { onDelete: "cascade" }),
    author: text().$type<UserRef>().notNull(),
    at: instant().notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.channel, row.message] }),
    index("unticketed_messages_of").on(row.unticketed, row.at),
  ],
);

/** What Plazo remembers of a watched channel. */
export const watchedChannels = pgTable("watched_channels", {
  channel: text().$type<ChannelRef>().primaryKey(),
  /** When a member of the staff last wrote in the channel: earlier messages are answered. */
  staffWroteAt: instant("staff_wrote_at"),
  /** When the customer was shown how to ask faster. */
  explainedAt: instant("explained_at"),
});
