import type { Event } from "../tickets/messages.ts";
import type { MessageKey } from "../tickets/refs.ts";
import { noTitle } from "../tickets/ticket.ts";
import { isRecord, type StoredJson } from "./versioned-json.ts";

export type ErasedField = Extract<Event, { type: "messageDeleted" }>["erases"][number];

/** Whether a stored value with a text may be this message. One whose key is damaged may be any. */
const maybeIs = (value: unknown, { channel, id }: MessageKey): value is Readonly<Record<string, unknown>> => {
  if (!isRecord(value) || value["message"] === undefined || value["message"] === null) return false;
  const key = value["message"];
  if (!isRecord(key) || typeof key["channel"] !== "string" || typeof key["id"] !== "string") return true;
  return key["channel"] === channel && key["id"] === id;
};

/** A stored message without what its author deleted. */
const erased = (whole: Readonly<Record<string, unknown>>) => ({ ...whole, text: "", format: [], files: [] });

/**
 * A stored event or notification without the content of a deleted message that opened the ticket or was imported with a
 * thread. It needs no schema, so that a damaged row does not stop a deletion.
 */
export const withoutMessage = <T>(
  stored: StoredJson<T>,
  message: MessageKey,
  fields: readonly ErasedField[],
): StoredJson<T> => {
  const body: unknown = stored;
  if (!isRecord(body)) return stored;
  const { openingMessage, messages } = body;
  const isOpening = maybeIs(openingMessage, message);
  const isDamaged = openingMessage !== undefined && openingMessage !== null && !isRecord(openingMessage);
  const wasUsed = body["type"] !== "threadImported" && (isOpening || isDamaged);
  const without = {
    ...body,
    ...(isOpening ? { openingMessage: erased(openingMessage) } : isDamaged ? { openingMessage: null } : {}),
    ...(wasUsed && fields.includes("title") ? { title: noTitle } : {}),
    ...(wasUsed && fields.includes("description") ? { description: "" } : {}),
    ...(Array.isArray(messages)
      ? { messages: messages.map((each: unknown) => (maybeIs(each, message) ? erased(each) : each)) }
      : {}),
  };
  // Only the texts differ from what the column held.
  return without as unknown as StoredJson<T>;
};
