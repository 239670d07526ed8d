import type { CarriedFile } from "../../chat/delivery.ts";
import { readAreaFile } from "../../db/access/area-file-store.ts";
import type { Database } from "../../db/connection/handle.ts";
import { carriedFile } from "../../db/delivery/file-store.ts";
import { readMessages } from "../../db/messages/message-store.ts";
import { whyNotCarried } from "../../tickets/files/carry-rules.ts";
import { areaPlatform } from "../../tickets/contact.ts";
import { fileKey, platformOf, type MessageKey } from "../../tickets/refs.ts";
import type { Attachment, ThreadMessage } from "../../tickets/thread/thread-message.ts";

/** The message that a file's key names; null if it names none. */
const messageIn = (key: string): MessageKey | null => {
  if (key.includes("\0")) return null;
  const [, platform, channel, id] = /^([^\s:]+):(\S*) (\S+) ./s.exec(key) ?? [];
  return platform === undefined || id === undefined ? null : { channel: `${platform}:${channel ?? ""}`, id };
};

/** The message of this ticket that holds the file with this key, and the file; null if none does. */
const attachmentOf = async (
  db: Database,
  ticket: number,
  key: string,
): Promise<{ readonly message: ThreadMessage; readonly file: Attachment } | null> => {
  const named = messageIn(key);
  const [message] = named === null ? [] : await readMessages(db, ticket, [named]);
  if (message === undefined || message.deletedAt !== null) return null;
  const file = message.files.find(({ id }) => fileKey(message.message, id) === key);
  return file === undefined ? null : { message, file };
};

/** A file that a contact sent in the client area, before delivery copied it for the team. */
const sentInArea = async (
  db: Database,
  { message, file }: { readonly message: ThreadMessage; readonly file: Attachment },
): Promise<CarriedFile | null> => {
  const isKept = file.rejectedBecause === null || file.rejectedBecause === "quota";
  if (platformOf(message.message.channel) !== areaPlatform || !isKept) return null;
  const bytes = whyNotCarried(file, 0) === null ? await readAreaFile(db, file.id) : null;
  return bytes === null ? null : { name: file.name, type: file.type, bytes };
};

/** A stored file of a ticket by its key, for staff; null if there is none. */
export const ticketFile = async (db: Database, ticket: number, key: string): Promise<CarriedFile | null> => {
  const copied = await carriedFile(db, ticket, key);
  if (copied !== null) return copied;
  const found = await attachmentOf(db, ticket, key);
  return found === null ? null : sentInArea(db, found);
};

/** A stored file of a ticket that the customer may read: it belongs to a message of the conversation. */
export const customersFile = async (db: Database, ticket: number, key: string): Promise<CarriedFile | null> => {
  const found = await attachmentOf(db, ticket, key);
  if (found === null || found.message.kind === "noted") return null;
  return (await carriedFile(db, ticket, key)) ?? sentInArea(db, found);
};
