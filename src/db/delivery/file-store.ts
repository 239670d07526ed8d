import type { Instant } from "../../sla/instant.ts";
import type { CarriedFile } from "../../chat/delivery.ts";
import { fileKey, type FileRef, type MessageKey } from "../../tickets/refs.ts";
import type { Database, Tx } from "../connection/handle.ts";
import { whyNotCarried } from "../../tickets/files/carry-rules.ts";
import { and, asc, desc, eq, sql } from "../schema/orm.ts";
import { files } from "../schema/thread-schema.ts";

const of = ({ channel, id }: MessageKey) => and(eq(files.channel, channel), eq(files.message, id));

/** Returns a stored file; null if it was not downloaded yet. */
export const readFile = async (db: Database, message: MessageKey, file: FileRef): Promise<CarriedFile | null> => {
  const [row] = await db
    .select()
    .from(files)
    .where(and(of(message), eq(files.file, file.id)));
  return row === undefined ? null : { name: row.name, type: row.type, bytes: new Uint8Array(row.bytes) };
};

export const keepFile = async (
  db: Database,
  ticket: number,
  {
    message,
    file: { id, name, type },
    bytes,
    at,
  }: { readonly message: MessageKey; readonly file: FileRef; readonly bytes: Uint8Array; readonly at: Instant },
): Promise<void> => {
  const row = { channel: message.channel, message: message.id, file: id, ticket, name, type, bytes, at };
  await db.insert(files).values(row).onConflictDoNothing();
};

/**
 * Returns a ticket's stored files by their keys, oldest first, in base64. No file is larger than `largest`, and all
 * together have at most `most` bytes.
 */
export const carriedFiles = async (
  db: Database,
  ticket: number,
  largest: number,
  most: number,
): Promise<ReadonlyMap<string, string>> => {
  const fits = and(eq(files.ticket, ticket), sql`octet_length(${files.bytes}) <= ${largest}`);
  const sizes = await db
    .select({
      channel: files.channel,
      message: files.message,
      file: files.file,
      name: files.name,
      type: files.type,
      size: sql<number>`octet_length(bytes)`,
    })
    .from(files)
    .where(fits)
    .orderBy(asc(files.at), asc(files.file));
  const found = new Map<string, string>();
  let left = most;
  for (const { channel, message, file, name, type, size } of sizes) {
    // Files that today's rules reject are left out. Their position is 0, because the number of files in a message was
    // checked earlier.
    if (size > left || whyNotCarried({ id: file, name, type, size }, 0) !== null) continue;
    left -= size;
    const key = { channel, id: message };
    const [row] = await db
      .select({ bytes: files.bytes })
      .from(files)
      .where(and(of(key), eq(files.file, file)));
    if (row !== undefined) found.set(fileKey(key, file), Buffer.from(row.bytes).toString("base64"));
  }
  return found;
};

/** The keys of a ticket's stored files: the newest `most`. */
export const storedFileKeys = async (db: Database, ticket: number, most: number): Promise<readonly string[]> => {
  const rows = await db
    .select({ channel: files.channel, id: files.message, file: files.file })
    .from(files)
    .where(eq(files.ticket, ticket))
    .orderBy(desc(files.at))
    .limit(most);
  return rows.map(({ file, ...message }) => fileKey(message, file));
};

/** A stored file of a ticket by its key; null if there is none, or if today's rules reject it. */
export const carriedFile = async (db: Database, ticket: number, key: string): Promise<CarriedFile | null> => {
  if (key.includes("\0")) return null;
  const [, channel = "", id = "", file = ""] = /^(\S+:\S*) (\S+) (.+)$/s.exec(key) ?? [];
  const [row] = await db
    .select({ name: files.name, type: files.type, bytes: files.bytes })
    .from(files)
    .where(
      and(sql`${files.channel} = ${channel}`, eq(files.message, id), eq(files.file, file), eq(files.ticket, ticket)),
    );
  if (row === undefined) return null;
  const { name, type } = row;
  const bytes = new Uint8Array(row.bytes);
  return whyNotCarried({ id: file, name, type, size: bytes.length }, 0) === null ? { name, type, bytes } : null;
};

/** Deletes the files of a message that its author deleted. */
export const forgetFiles = async (tx: Tx, message: MessageKey): Promise<void> => {
  await tx.delete(files).where(of(message));
};
