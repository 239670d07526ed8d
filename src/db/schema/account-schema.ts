import { bigint, bigserial, check, index, instant, pgTable, sql, text, uniqueIndex } from "./orm.ts";

/** What the staff note about an account. A deleted note keeps its row, without the text. */
export const accountNotes = pgTable(
  "account_notes",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    /** The request that wrote it: the same request writes one note. */
    key: text().notNull(),
    account: text().notNull(),
    text: text().notNull(),
    /** A key of the desk's people. */
    author: text().notNull(),
    writtenAt: instant("written_at").notNull(),
    editedAt: instant("edited_at"),
    deletedAt: instant("deleted_at"),
  },
  (row) => [
    check("account_notes_text", sql`(${row.deletedAt} is null) = (${row.text} <> '')`),
    uniqueIndex("account_notes_key").on(row.key),
    index("account_notes_shown")
      .on(row.account, row.id)
      .where(sql`deleted_at is null`),
  ],
);

/** What happened to a note of an account. */
export const noteChanges = ["written", "edited", "deleted"] as const;
export type NoteChange = (typeof noteChanges)[number];

/** The audit log of these notes. It holds no text. */
export const accountNoteLog = pgTable(
  "account_note_log",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    note: bigint({ mode: "number" })
      .notNull()
      .references(() => accountNotes.id),
    account: text().notNull(),
    at: instant().notNull(),
    what: text().$type<NoteChange>().notNull(),
    /** A key of the desk's people. */
    by: text().notNull(),
  },
  (row) => [
    check("account_note_log_what", sql`${row.what} in ('written', 'edited', 'deleted')`),
    index("account_note_log_of_account").on(row.account, row.id),
  ],
);
