import type { UserRef } from "../../tickets/refs.ts";
import { bytea, check, instant, integer, pgTable, primaryKey, sql, text } from "./orm.ts";
import { tickets } from "./schema.ts";

/** The secret that signs addresses, message ids and links in mails. It is made once: with another one, no answer finds its ticket. */
export const mailKeys = pgTable(
  "mail_keys",
  {
    id: integer().primaryKey(),
    key: bytea().notNull(),
    madeAt: instant("made_at").notNull(),
  },
  (row) => [check("mail_keys_one", sql`${row.id} = 1`), check("mail_keys_length", sql`octet_length(${row.key}) = 32`)],
);

/** What a contact mailed about a ticket, by message id. Mails to them name both, so that their mail program shows one thread. */
export const mailThreads = pgTable(
  "mail_threads",
  {
    ticket: integer()
      .notNull()
      .references(() => tickets.number),
    /** The contact's identity in the client area. */
    contact: text().$type<UserRef>().notNull(),
    firstId: text("first_id").notNull(),
    lastId: text("last_id").notNull(),
    at: instant().notNull(),
  },
  (row) => [primaryKey({ columns: [row.ticket, row.contact] })],
);

/** Contacts of whom mails came back. The row goes when a mail of theirs arrives, or when the staff say that the address works. */
export const mailFailures = pgTable("mail_failures", {
  contact: text().$type<UserRef>().primaryKey(),
  /** Of the last mail that came back, as RFC 3463 has it: `5.1.1`. */
  status: text().notNull(),
  /** The ticket that this mail was about. */
  ticket: integer()
    .notNull()
    .references(() => tickets.number),
  firstAt: instant("first_at").notNull(),
  lastAt: instant("last_at").notNull(),
  /** How many mails came back. */
  mails: integer().notNull(),
  /** Since when no mail is sent to the contact; null: they still get mail. */
  failingSince: instant("failing_since"),
});
