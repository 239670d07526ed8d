import type { MessageKey } from "../../tickets/refs.ts";
import type { ThreadMessage } from "../../tickets/thread/thread-message.ts";
import type { threadMessages } from "../schema/message-schema.ts";
import { messageFilesJson, messageFormatJson } from "../../stored/message-json.ts";
import { readOrWhy, UnreadableJson, type JsonColumn, type StoredJson } from "../../stored/versioned-json.ts";

type Row = typeof threadMessages.$inferSelect;

/** A message whose row is damaged, or was written by a newer version. */
export interface DamagedMessage {
  readonly ticket: number;
  readonly message: MessageKey;
  readonly why: UnreadableJson;
}

/** Called for each damaged row that was read. Must not throw. */
export type DamageReport = (damaged: DamagedMessage) => void;

/** What a column holds; `instead` if it cannot be read. */
const readOr = <T>(
  column: JsonColumn<T>,
  stored: StoredJson<T>,
  instead: T,
  report: (why: UnreadableJson) => void,
): T => {
  const found = readOrWhy(() => column.read(stored));
  if (!(found instanceof UnreadableJson)) return found;
  report(found);
  return instead;
};

/**
 * The message of a row. A damaged row gives the message without its format or without its files, because it must not stop
 * the other messages of its ticket.
 */
export const asMessage = (row: Row, onDamaged?: DamageReport): ThreadMessage => {
  const message = { channel: row.channel, id: row.message };
  const report = (why: UnreadableJson): void => onDamaged?.({ ticket: row.ticket, message, why });
  return {
    message,
    kind: row.kind,
    by: { user: row.author, name: row.authorName },
    company: row.company,
    text: row.text,
    cut: row.cut,
    format: readOr(messageFormatJson, row.format, [], report),
    files: readOr(messageFilesJson, row.files, [], report),
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
  };
};

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
