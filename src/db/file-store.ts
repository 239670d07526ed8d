import type { CarriedFile } from "../chat/delivery.ts";
import type { FileRef, Instant, MessageKey } from "../domain/refs.ts";
import type { Database, Tx } from "./handle.ts";
import { and, eq } from "./orm.ts";
import { files } from "./thread-schema.ts";

const of = ({ channel, id }: MessageKey) => and(eq(files.channel, channel), eq(files.message, id));

/** A file as it was read; null where it was not yet. */
export const readFile = async (db: Database, message: MessageKey, file: FileRef): Promise<CarriedFile | null> => {
  const [row] = await db
    .select()
    .from(files)
    .where(and(of(message), eq(files.file, file.id)));
  return row === undefined ? null : { name: row.name, type: row.type, bytes: Uint8Array.from(row.bytes) };
};

export const keepFile = async (
  db: Database,
  ticket: number,
  message: MessageKey,
  { id, name, type }: FileRef,
  bytes: Uint8Array,
  at: Instant,
): Promise<void> => {
  const row = { channel: message.channel, message: message.id, file: id, ticket, name, type, bytes, at };
  await db.insert(files).values(row).onConflictDoNothing();
};

/** What was in a message that was taken back. */
export const forgetFiles = async (tx: Tx, message: MessageKey): Promise<void> => {
  await tx.delete(files).where(of(message));
};
