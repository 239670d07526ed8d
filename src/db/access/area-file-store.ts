import type { Instant } from "../../sla/instant.ts";
import type { CustomerLimits, FilesLeft } from "../../tickets/limits.ts";
import type { UserRef } from "../../tickets/refs.ts";
import { lockNamed } from "../connection/advisory-locks.ts";
import type { Database } from "../connection/handle.ts";
import { areaFiles } from "../schema/area-schema.ts";
import { inbox } from "../schema/inbox-schema.ts";
import { and, count, eq, gt, inArray, lt, or, sql } from "../schema/orm.ts";
import { threadMessages } from "../schema/message-schema.ts";
import { files } from "../schema/thread-schema.ts";

/** The files that a contact sent with one form. */
interface SentFiles {
  readonly owner: UserRef;
  readonly at: Instant;
  readonly files: readonly { readonly id: string; readonly bytes: Uint8Array }[];
}

/**
 * Stores the files of a form, all or none, if the contact may send so many. The same id stores one and counts once. Two
 * forms at once are counted one after the other. Returns whether the files are stored.
 */
export const storeAreaFiles = async (
  db: Database,
  { owner, at, files: sent }: SentFiles,
  { most, bytes, withinMs }: CustomerLimits["files"],
): Promise<boolean> =>
  db.transaction(async (tx) => {
    await lockNamed(tx, "areaFiles", owner);
    const ids = sent.map(({ id }) => id);
    const there = new Set(await areaFilesThere(tx, ids));
    const added = sent.filter(({ id }) => !there.has(id));
    if (added.length === 0) return true;
    const before = await areaFilesSince(tx, owner, at - withinMs);
    const size = added.reduce((sum, file) => sum + file.bytes.byteLength, before.bytes);
    if (before.count + added.length > most || size > bytes) return false;
    for (const file of added) await tx.insert(areaFiles).values({ ...file, owner, at });
    return true;
  });

/**
 * Stores a file that a contact sent by mail; the same id stores one. Their limit is counted when the ticket takes the mail, since a mail
 * cannot be sent again like a form.
 */
export const storeMailFile = async (
  db: Database,
  file: { readonly id: string; readonly owner: UserRef; readonly bytes: Uint8Array; readonly at: Instant },
): Promise<void> => {
  await db.insert(areaFiles).values(file).onConflictDoNothing({ target: areaFiles.id });
};

/** The bytes of a file that a contact sent; null if there is none, or if the clean-up deleted it. */
export const readAreaFile = async (db: Database, id: string): Promise<Uint8Array<ArrayBuffer> | null> => {
  const [row] = await db.select({ bytes: areaFiles.bytes }).from(areaFiles).where(eq(areaFiles.id, id));
  return row === undefined ? null : new Uint8Array(row.bytes);
};

/** Which of these files are there. */
export const areaFilesThere = async (db: Database, ids: readonly string[]): Promise<readonly string[]> => {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: areaFiles.id })
    .from(areaFiles)
    .where(inArray(areaFiles.id, [...ids]));
  return rows.map(({ id }) => id);
};

/** How many files and bytes a contact sent after `after`. */
export const areaFilesSince = async (db: Database, owner: UserRef, after: Instant): Promise<FilesLeft> => {
  const [row] = await db
    .select({ count: count(), bytes: sql<string | null>`sum(octet_length(${areaFiles.bytes}))` })
    .from(areaFiles)
    .where(and(eq(areaFiles.owner, owner), gt(areaFiles.at, after)));
  return { count: row?.count ?? 0, bytes: Number(row?.bytes ?? 0) };
};

/**
 * Deletes files of the client area from before `copiedBefore` of which the ticket has a copy, and those from before
 * `refusedBefore` whose message no ticket took and whose event no longer waits: the operator may release a parked one after
 * weeks. A file that could not be copied stays.
 */
export const forgetAreaFiles = async (
  db: Database,
  { copiedBefore, refusedBefore }: { readonly copiedBefore: Instant; readonly refusedBefore: Instant },
): Promise<void> => {
  const before = (instant: Instant) => lt(areaFiles.at, instant);
  const copied = sql`exists (select from ${files} where ${files.channel} = ${areaFiles.owner} and ${files.file} = ${areaFiles.id})`;
  // An answer is a message with the key of its act; a form with files has the key of its event.
  const act = sql`split_part(${areaFiles.id}, '.', 1)`;
  const taken = sql`exists (select from ${threadMessages} where ${threadMessages.channel} = ${areaFiles.owner}
    and ${threadMessages.message} in (${act}, 'web:' || ${areaFiles.owner} || ':' || ${act}))`;
  const waits = sql`exists (select from ${inbox} where ${inbox.doneAt} is null
    and ${inbox.key} in (${act}, 'web:' || ${areaFiles.owner} || ':' || ${act}))`;
  await db
    .delete(areaFiles)
    .where(or(and(before(copiedBefore), copied), and(before(refusedBefore), sql`not ${taken} and not ${waits}`)));
};
