import { answerCardJson, areaCardJson } from "../../stored/card-json.ts";
import type { ChannelRef, UserRef } from "../../tickets/refs.ts";
import { bigserial, bytea, check, index, instant, pgTable, primaryKey, sql, text, uniqueIndex } from "./orm.ts";
import { storedJson } from "./stored-json.ts";

/** The messages that Plazo wrote to contacts in the client area. */
export const areaMessages = pgTable(
  "area_messages",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    /** The key of the delivery: a repeated delivery writes nothing. */
    key: text().notNull(),
    channel: text().$type<ChannelRef>().notNull(),
    /** The message that it answers; null if it begins a conversation. */
    thread: text(),
    card: storedJson(areaCardJson).notNull(),
    at: instant().notNull(),
    editedAt: instant("edited_at"),
    /** When the contact was told of it in their mail or chat; null: not yet, or there is no need. */
    announcedAt: instant("announced_at"),
  },
  (row) => [uniqueIndex("area_messages_key").on(row.key), index("area_messages_channel").on(row.channel, row.id)],
);

/** Private answers to what people did on the pages. They are kept for a short time, until a page shows them. */
export const webAnswers = pgTable(
  "web_answers",
  {
    person: text().$type<UserRef>().notNull(),
    /** The key of what they did. */
    key: text().notNull(),
    card: storedJson(answerCardJson).notNull(),
    at: instant().notNull(),
  },
  (row) => [primaryKey({ columns: [row.person, row.key] }), index("web_answers_by_time").on(row.at)],
);

/**
 * Files that contacts sent with a form of the client area. Delivery copies each one to `files` when it posts the file to the
 * team, and the clean-up then deletes it here.
 */
export const areaFiles = pgTable(
  "area_files",
  {
    id: text().primaryKey(),
    owner: text().$type<UserRef>().notNull(),
    bytes: bytea().notNull(),
    at: instant().notNull(),
  },
  (row) => [
    // Ten megabytes, as in carry-rules.ts.
    check("area_files_size", sql`octet_length(${row.bytes}) <= 10485760`),
    index("area_files_by_owner").on(row.owner, row.at),
    index("area_files_by_time").on(row.at),
  ],
);
