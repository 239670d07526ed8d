import type { MessageRef } from "../../chat/card.ts";
import { handedOverJson, outboxRefJson, outboxTargetJson } from "../../stored/delivery-json.ts";
import { notificationJson } from "../../stored/event-json.ts";
import { readOrWhy, UnreadableJson, type StoredJson } from "../../stored/versioned-json.ts";
import type { Notification } from "../../tickets/effect.ts";
import type { outbox } from "../schema/delivery-schema.ts";
import type { HandedOver, OutboxTarget } from "../schema/rows.ts";

type StoredRow = typeof outbox.$inferSelect;

/** A message of the outbox, as stored. */
export type OutboxRow = Omit<StoredRow, "target" | "message" | "ref" | "handedOver"> & {
  readonly target: OutboxTarget;
  readonly message: Notification;
  readonly ref: MessageRef | null;
  readonly handedOver: HandedOver | null;
  /** The message as it is in the row, to see whether another process has changed it. */
  readonly stored: StoredJson<Notification>;
};

/** A message of the outbox that this version of Plazo cannot read. `type` is what its text says of itself. */
export type UnreadableMessage = Pick<StoredRow, "id" | "key" | "ticket" | "tries" | "digest" | "attemptedAt"> & {
  readonly type: string;
  readonly unreadable: UnreadableJson;
};

/** Throws UnreadableJson. */
export const asOutboxRow = (row: StoredRow): OutboxRow => ({
  ...row,
  target: outboxTargetJson.read(row.target),
  message: notificationJson.read(row.message),
  ref: outboxRefJson.read(row.ref),
  handedOver: handedOverJson.read(row.handedOver),
  stored: row.message,
});

const typeOf = (message: unknown): string =>
  typeof message === "object" && message !== null && "type" in message && typeof message.type === "string"
    ? message.type
    : "unreadable";

/** A row among others, which one unreadable row must not hide. */
export const asStoredMessage = (row: StoredRow): OutboxRow | UnreadableMessage => {
  const read = readOrWhy(() => asOutboxRow(row));
  if (!(read instanceof UnreadableJson)) return read;
  const { id, key, ticket, tries, digest, attemptedAt } = row;
  return { id, key, ticket, tries, digest, attemptedAt, type: typeOf(row.message), unreadable: read };
};

export const isReadableMessage = (row: OutboxRow | UnreadableMessage): row is OutboxRow => !("unreadable" in row);

/** The rows that can be read. */
export const readableRows = (rows: readonly StoredRow[]): readonly OutboxRow[] =>
  rows.map(asStoredMessage).filter(isReadableMessage);
