import type { UserRef } from "../../tickets/refs.ts";
import { bigint, bigserial, bytea, check, index, instant, integer, pgTable, primaryKey, sql, text } from "./orm.ts";
import { tickets } from "./schema.ts";

/** Where a mail is on its way: `arriving` until its last byte is stored; `waiting` until the staff decide about its sender. */
export const mailStates = ["arriving", "received", "waiting", "done", "setAside"] as const;
export type MailState = (typeof mailStates)[number];

/** Mails that Plazo took in. The mailbox is touched, and a request answered, only after a mail is stored. */
export const mails = pgTable(
  "mails",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    /** A digest of message id and content: the same mail is stored once. While it arrives, a key of its own. */
    key: text().notNull().unique(),
    /** The door by which it came. */
    source: text().$type<"imap" | "http">().notNull(),
    state: text().$type<MailState>().notNull(),
    /** When the mail server took it. */
    receivedAt: instant("received_at").notNull(),
    storedAt: instant("stored_at").notNull(),
    /** In bytes; those in `mail_parts` may be fewer, if it was too large to be fetched. */
    size: integer().notNull(),
    /** The addresses that the server was given for it, one a line; empty if it does not say. */
    sentTo: text("sent_to").notNull(),
    /** What became of it; null until that is decided. */
    became: text(),
    /** Why it became that, or why it was set aside: a code. */
    why: text(),
    /** Its message id, with angle brackets; null if it has none, or was not read yet. */
    messageId: text("message_id"),
    /** The address of its author; null if it has none, or was not read yet. */
    sender: text(),
    senderName: text("sender_name"),
    subject: text(),
    /** The ticket that it is about; null for none. */
    ticket: integer().references(() => tickets.number),
    /** The account that the staff chose for it; null if they did not. */
    account: text(),
    /** The contact whose words it has; null for none. */
    contact: text().$type<UserRef>(),
    tries: integer().notNull().default(0),
    notBefore: instant("not_before").notNull(),
    leasedUntil: instant("leased_until"),
    lease: text(),
    settledAt: instant("settled_at"),
  },
  (row) => [
    check("mails_state", sql`${row.state} in ('arriving', 'received', 'waiting', 'done', 'setAside')`),
    check("mails_source", sql`${row.source} in ('imap', 'http')`),
    check("mails_lease", sql`(${row.lease} is null) = (${row.leasedUntil} is null)`),
    index("mails_received")
      .on(row.notBefore, row.id)
      .where(sql`state = 'received'`),
    index("mails_arriving")
      .on(row.storedAt)
      .where(sql`state = 'arriving'`),
    index("mails_for_staff")
      .on(row.state, row.id)
      .where(sql`state in ('waiting', 'setAside')`),
    index("mails_by_sender").on(row.sender, row.storedAt),
    index("mails_by_ticket").on(row.ticket),
  ],
);

/** The bytes of mails, in parts, so that no statement holds the embedded database for long. */
export const mailParts = pgTable(
  "mail_parts",
  {
    mail: bigint({ mode: "number" })
      .notNull()
      .references(() => mails.id, { onDelete: "cascade" }),
    place: integer().notNull(),
    bytes: bytea().notNull(),
  },
  (row) => [primaryKey({ columns: [row.mail, row.place] })],
);

/** What the desk decided about addresses that are no contact's. */
export const mailSenders = pgTable("mail_senders", {
  address: text().primaryKey(),
  /** When a mail of theirs was first acknowledged; null: not yet. */
  acknowledgedAt: instant("acknowledged_at"),
  /** Since when their mails are kept and not shown; null: they are shown. */
  mutedAt: instant("muted_at"),
  /** Who muted them: a key of the desk's people; null if they are not muted. */
  mutedBy: text("muted_by"),
});

/** Mailboxes from which mails are fetched. */
export const mailboxes = pgTable(
  "mailboxes",
  {
    /** User, host and folder, without a password. */
    name: text().primaryKey(),
    /** When it was held first. Older mails stay in it as they are. */
    since: instant().notNull(),
    leasedUntil: instant("leased_until"),
    lease: text(),
  },
  (row) => [check("mailboxes_lease", sql`(${row.lease} is null) = (${row.leasedUntil} is null)`)],
);
