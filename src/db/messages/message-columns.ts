import type { ThreadMessage } from "../../tickets/thread/thread-message.ts";
import type { threadMessages } from "../schema/message-schema.ts";
import { messageFilesJson, messageFormatJson } from "../../stored/message-json.ts";

type Row = typeof threadMessages.$inferSelect;

/** A message of its row. */
export const asMessage = (row: Row): ThreadMessage => ({
  message: { channel: row.channel, id: row.message },
  kind: row.kind,
  by: { user: row.author, name: row.authorName },
  company: row.company,
  text: row.text,
  cut: row.cut,
  format: messageFormatJson.read(row.format),
  files: messageFilesJson.read(row.files),
  at: row.at,
  needsReplySince: row.judged ? row.needsReplySince : "notJudged",
  colleague: row.colleague,
  editedAt: row.editedAt,
  deletedAt: row.deletedAt,
  textKept: row.textKept,
  staff: row.staff,
  usedFor: [
    ...(row.usedForTitle ? (["title"] as const) : []),
    ...(row.usedForDescription ? (["description"] as const) : []),
  ],
});

/** The row of a message, but for its position. */
export const asRow = (ticket: number, each: ThreadMessage): Omit<Row, "position"> => ({
  ticket,
  channel: each.message.channel,
  message: each.message.id,
  kind: each.kind,
  author: each.by.user,
  authorName: each.by.name,
  company: each.company,
  text: each.text,
  cut: each.cut,
  format: messageFormatJson.write(each.format),
  files: messageFilesJson.write(each.files),
  at: each.at,
  needsReplySince: each.needsReplySince === "notJudged" ? null : each.needsReplySince,
  judged: each.needsReplySince !== "notJudged",
  colleague: each.colleague,
  editedAt: each.editedAt,
  deletedAt: each.deletedAt,
  textKept: each.textKept,
  staff: each.staff,
  usedForTitle: each.usedFor.includes("title"),
  usedForDescription: each.usedFor.includes("description"),
});
