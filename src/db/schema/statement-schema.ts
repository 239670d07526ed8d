import type { UserRef } from "../../tickets/refs.ts";
import type { CustomerClockKind } from "../../sla/clock-kinds.ts";
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
 * Statements for customers: one for each account, period and version. A draft has no figures, which are read anew whenever it
 * is shown. What was sent is kept as it was shown.
 */
export const statements = pgTable(
  "statements",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    account: text().notNull(),
    from: instant("from_at").notNull(),
    to: instant("to_at").notNull(),
    /** Counts from 1. A later version replaces the one before it. */
    version: integer().notNull(),
    madeAt: instant("made_at").notNull(),
    /** A key of the desk's people; null: Plazo made the draft by itself. */
    madeBy: text("made_by"),
    sentAt: instant("sent_at"),
    sentBy: text("sent_by"),
    /** What the customer was shown, as text, so that its bytes stay; and their SHA-256 in hexadecimal digits. */
    content: text(),
    hash: text(),
  },
  (row) => [
    check("statements_period", sql`${row.from} < ${row.to}`),
    check("statements_version", sql`${row.version} >= 1`),
    check("statements_sent", sql`num_nulls(${row.sentAt}, ${row.sentBy}, ${row.content}, ${row.hash}) in (0, 4)`),
    uniqueIndex("statements_versions").on(row.account, row.from, row.to, row.version),
    uniqueIndex("statements_draft")
      .on(row.account, row.from, row.to)
      .where(sql`sent_at is null`),
  ],
);

/**
 * What the account manager writes about each missed target. A sentence stays when its target is not missed after all, so that no
 * work is lost.
 */
export const statementSentences = pgTable(
  "statement_sentences",
  {
    statement: bigint({ mode: "number" })
      .notNull()
      .references(() => statements.id),
    ticket: integer().notNull(),
    clock: text().$type<CustomerClockKind>().notNull(),
    cycle: integer().notNull(),
    text: text().notNull(),
    writtenAt: instant("written_at").notNull(),
    /** A key of the desk's people. */
    writtenBy: text("written_by").notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.statement, row.ticket, row.clock, row.cycle] }),
    check("statement_sentences_text", sql`${row.text} <> ''`),
  ],
);

/** What happened to a statement. */
export const statementActs = ["made", "sent"] as const;
export type StatementAct = (typeof statementActs)[number];

/** The audit log of statements. It holds no figure and no text. */
export const statementLog = pgTable(
  "statement_log",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    statement: bigint({ mode: "number" })
      .notNull()
      .references(() => statements.id),
    at: instant().notNull(),
    what: text().$type<StatementAct>().notNull(),
    /** A key of the desk's people; null: Plazo itself. */
    by: text(),
    /** The SHA-256 of what was sent. A statement whose content has another one was changed. */
    hash: text(),
  },
  (row) => [
    check("statement_log_what", sql`${row.what} in ('made', 'sent')`),
    check("statement_log_hash", sql`(${row.what} = 'sent') = (${row.hash} is not null)`),
    index("statement_log_of").on(row.statement, row.id),
  ],
);

/** The contacts who are to be told of a statement that was sent, once each. */
export const statementNotices = pgTable(
  "statement_notices",
  {
    statement: bigint({ mode: "number" })
      .notNull()
      .references(() => statements.id),
    contact: text().$type<UserRef>().notNull(),
    notBefore: instant("not_before").notNull(),
    attemptedAt: instant("attempted_at"),
    tries: integer().notNull().default(0),
    settledAt: instant("settled_at"),
    /** Why the contact was not told; null if they were, or are still to be. */
    why: text(),
  },
  (row) => [
    primaryKey({ columns: [row.statement, row.contact] }),
    index("statement_notices_pending")
      .on(row.notBefore)
      .where(sql`settled_at is null`),
  ],
);
