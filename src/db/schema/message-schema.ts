import type { ChannelRef, UserRef } from "../../tickets/refs.ts";
import { messageFilesJson, messageFormatJson } from "../../stored/message-json.ts";
import type { ThreadMessage } from "../../tickets/thread/thread-message.ts";
import {
  instant,
  bigserial,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  sql,
  text,
  uniqueIndex,
} from "./orm.ts";
import { messageWords } from "./search-schema.ts";
import { storedJson } from "./stored-json.ts";
import { tickets } from "./schema.ts";

/** The messages in the tickets' threads, as they are now. The events keep what they were, and longer texts. */
export const threadMessages = pgTable(
  "thread_messages",
  {
    ticket: integer()
      .notNull()
      .references(() => tickets.number),
    /** Rises in the order in which the messages arrived. */
    position: bigserial({ mode: "number" }).notNull(),
    channel: text().$type<ChannelRef>().notNull(),
    message: text().notNull(),
    kind: text().$type<ThreadMessage["kind"]>().notNull(),
    author: text().$type<UserRef>().notNull(),
    authorName: text("author_name").notNull(),
    company: text(),
    text: text().notNull(),
    cut: integer().notNull(),
    format: storedJson(messageFormatJson).notNull(),
    files: storedJson(messageFilesJson).notNull(),
    at: instant().notNull(),
    needsReplySince: instant("needs_reply_since"),
    /** Whether it was judged if the message needs a reply. */
    judged: boolean().notNull(),
    colleague: boolean().notNull(),
    editedAt: instant("edited_at"),
    deletedAt: instant("deleted_at"),
    textKept: boolean("text_kept").notNull(),
    staff: boolean().notNull(),
    usedForTitle: boolean("used_for_title").notNull(),
    usedForDescription: boolean("used_for_description").notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.ticket, row.position] }),
    check("thread_messages_kind", sql`${row.kind} in ('customerWrote', 'replied', 'noted', 'opened')`),
    check("thread_messages_judged", sql`${row.judged} or ${row.needsReplySince} is null`),
    check("thread_messages_kept", sql`not ${row.textKept} or ${row.deletedAt} is not null`),
    uniqueIndex("thread_messages_by_message").on(row.channel, row.message, row.ticket),
    // The customer's newest message, once their last one is deleted.
    index("thread_messages_of_customer")
      .on(row.ticket, row.at, row.position)
      .where(sql`kind = 'customerWrote' and deleted_at is null and not colleague`),
    index("thread_messages_of_colleagues")
      .on(row.ticket, row.position)
      .where(sql`colleague`),
    index("thread_messages_search")
      .using("gin", messageWords)
      .where(sql`deleted_at is null`),
  ],
);
