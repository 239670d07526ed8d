import { randomUUID } from "node:crypto";
import type { Placeholder } from "drizzle-orm";
import type { Instant } from "../../sla/instant.ts";
import type { UserRef } from "../../tickets/refs.ts";
import type { Database, Tx } from "../connection/handle.ts";
import type { Lease } from "../delivery/lease.ts";
import { mailParts, mails } from "../schema/received-mail-schema.ts";
import { and, asc, count, eq, gt, inArray, isNull, lt, lte, ne, or, sql } from "../schema/orm.ts";

/** A mail as a server hands it over. */
export interface ArrivedMail {
  readonly key: string;
  readonly source: "imap" | "http";
  readonly receivedAt: Instant;
  readonly storedAt: Instant;
  /** In bytes: of the whole mail, also if `raw` is only its head. */
  readonly size: number;
  readonly sentTo: readonly string[];
  readonly raw: Uint8Array;
  /** Set aside at once, for this reason; null: it is read. */
  readonly setAside: string | null;
}

/** In bytes. The embedded database stores so many within a few milliseconds. */
const partBytes = 256 * 1024;

/** The mail with this key; null if there is none. */
const storedMail = async (db: Database, key: string): Promise<number | null> => {
  const [row] = await db.select({ id: mails.id }).from(mails).where(eq(mails.key, key));
  return row?.id ?? null;
};

/** A stored mail, and whether it was not there before. */
export interface StoredMail {
  readonly id: number;
  readonly isNew: boolean;
}

/**
 * Stores a mail, unless one with its key is stored. It counts as received only when its last part is stored: a process that ends
 * before leaves a row that the clean-up deletes.
 */
export const storeMail = async (
  db: Database,
  { raw, key, sentTo, setAside, ...mail }: ArrivedMail,
): Promise<StoredMail> => {
  const known = await storedMail(db, key);
  if (known !== null) return { id: known, isNew: false };
  const [row] = await db
    .insert(mails)
    .values({
      ...mail,
      key: `arriving:${randomUUID()}`,
      state: "arriving",
      sentTo: sentTo.join("\n"),
      notBefore: mail.storedAt,
    })
    .returning({ id: mails.id });
  if (row === undefined) throw new Error("a mail was not stored");
  for (let place = 0; place * partBytes < raw.byteLength; place += 1)
    await db
      .insert(mailParts)
      .values({ mail: row.id, place, bytes: raw.subarray(place * partBytes, (place + 1) * partBytes) });
  const now = setAside === null ? { state: "received" as const } : { state: "setAside" as const, why: setAside };
  const arrived = await db
    .update(mails)
    .set({ key, ...now })
    .where(and(eq(mails.id, row.id), sql`not exists (select 1 from ${mails} other where other.key = ${key})`))
    .returning({ id: mails.id });
  if (arrived.length > 0) return { id: row.id, isNew: true };
  // Another process stored the same mail since.
  await db.delete(mails).where(eq(mails.id, row.id));
  const other = await storedMail(db, key);
  if (other === null) throw new Error("a mail was not stored");
  return { id: other, isNew: false };
};

/** A mail that is to be read and acted on. */
export interface MailRow {
  readonly id: number;
  readonly receivedAt: Instant;
  readonly size: number;
  readonly sentTo: readonly string[];
  /** How often it was taken up before. */
  readonly tries: number;
  /** The account that the staff chose; null if they did not. */
  readonly account: string | null;
}

/** A mail that is due and that no other process has claimed. */
export const isMailDue = (now: Instant | Placeholder) =>
  and(
    eq(mails.state, "received"),
    lte(mails.notBefore, now),
    or(isNull(mails.leasedUntil), lte(mails.leasedUntil, now)),
  );

/** Claims the oldest mails that are due. */
export const leaseMails = async (
  db: Database,
  { now, lease, limit }: { readonly now: Instant; readonly lease: Lease; readonly limit: number },
): Promise<readonly MailRow[]> => {
  const due = db
    .$with("due")
    .as(
      db
        .select({ id: mails.id })
        .from(mails)
        .where(isMailDue(now))
        .orderBy(asc(mails.notBefore), asc(mails.id))
        .limit(limit)
        .for("update", { skipLocked: true }),
    );
  const rows = await db
    .with(due)
    .update(mails)
    .set({ lease: lease.token, leasedUntil: lease.until, tries: sql`${mails.tries} + 1` })
    .from(due)
    .where(eq(mails.id, due.id))
    .returning({
      id: mails.id,
      receivedAt: mails.receivedAt,
      size: mails.size,
      sentTo: mails.sentTo,
      tries: mails.tries,
      account: mails.account,
    });
  return rows
    .toSorted((one, other) => one.id - other.id)
    .map((row) => ({
      ...row,
      tries: row.tries - 1,
      sentTo: row.sentTo.split("\n").filter((each) => each !== ""),
    }));
};

/** The bytes of a mail. */
export const readRawMail = async (db: Database, id: number): Promise<Uint8Array<ArrayBuffer>> => {
  const places = await db
    .select({ place: mailParts.place, size: sql<number>`octet_length(${mailParts.bytes})::int` })
    .from(mailParts)
    .where(eq(mailParts.mail, id))
    .orderBy(asc(mailParts.place));
  const raw = new Uint8Array(places.reduce((sum, { size }) => sum + size, 0));
  let end = 0;
  for (const { place } of places) {
    const [part] = await db
      .select({ bytes: mailParts.bytes })
      .from(mailParts)
      .where(and(eq(mailParts.mail, id), eq(mailParts.place, place)));
    if (part === undefined) throw new Error("a part of a mail is gone");
    raw.set(part.bytes, end);
    end += part.bytes.byteLength;
  }
  return raw;
};

/** What is known of a mail when it is settled. */
export interface SettledMail {
  readonly state: "done" | "waiting" | "setAside";
  readonly became: string | null;
  readonly why: string | null;
  /** With its angle brackets. */
  readonly messageId: string | null;
  readonly sender: string | null;
  readonly senderName: string | null;
  readonly subject: string | null;
  readonly ticket: number | null;
  readonly contact: UserRef | null;
}

/** Writes what became of a mail, and ends the lease. False if the lease was lost: then nothing was written. */
export const settleMail = async (
  tx: Database,
  id: number,
  { token, at, ...settled }: SettledMail & { readonly token: string; readonly at: Instant },
): Promise<boolean> => {
  const rows = await tx
    .update(mails)
    .set({ ...settled, settledAt: settled.state === "waiting" ? null : at, lease: null, leasedUntil: null })
    .where(and(eq(mails.id, id), eq(mails.lease, token)))
    .returning({ id: mails.id });
  return rows.length > 0;
};

/** Ends the lease of a mail that is taken up again at that time. */
export const postponeMail = async (
  db: Database,
  id: number,
  { token, notBefore }: { readonly token: string; readonly notBefore: Instant },
): Promise<void> => {
  await db
    .update(mails)
    .set({ notBefore, lease: null, leasedUntil: null })
    .where(and(eq(mails.id, id), eq(mails.lease, token)));
};

/** Which of these mails are decided on, and which were set aside. */
export const mailOutcomes = async (
  db: Database,
  ids: readonly number[],
): Promise<ReadonlyMap<number, "done" | "failed">> => {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: mails.id, state: mails.state })
    .from(mails)
    .where(and(inArray(mails.id, [...ids]), inArray(mails.state, ["done", "waiting", "setAside"])));
  return new Map(rows.map(({ id, state }) => [id, state === "setAside" ? "failed" : "done"] as const));
};

/** How many mails of this author were settled after `since`. */
export const mailsOfSenderSince = async (db: Database, sender: string, since: Instant): Promise<number> => {
  const [row] = await db
    .select({ mails: count() })
    .from(mails)
    .where(and(eq(mails.sender, sender), gt(mails.storedAt, since), ne(mails.state, "arriving")));
  return row?.mails ?? 0;
};

/** How many mails wait for the staff, and how many were set aside. */
export const countMails = async (db: Database): Promise<Readonly<Record<"waiting" | "setAside", number>>> => {
  const rows = await db
    .select({ state: mails.state, mails: count() })
    .from(mails)
    .where(inArray(mails.state, ["waiting", "setAside"]))
    .groupBy(mails.state);
  const of = (state: string): number => rows.find((row) => row.state === state)?.mails ?? 0;
  return { waiting: of("waiting"), setAside: of("setAside") };
};

/** Deletes what processes left of mails that never arrived whole. */
export const forgetHalfMails = async (db: Database, before: Instant): Promise<void> => {
  await db.delete(mails).where(and(eq(mails.state, "arriving"), lt(mails.storedAt, before)));
};

/** The message id of a mail that was read; null if it has none. */
export const messageIdOfMail = async (db: Database, id: number): Promise<string | null> => {
  const [row] = await db.select({ messageId: mails.messageId }).from(mails).where(eq(mails.id, id));
  return row?.messageId ?? null;
};

/** A mail that was handed over, and that no ticket took, waits for the staff. */
export const sendBackToStaff = async (db: Database, id: number): Promise<void> => {
  await db
    .update(mails)
    .set({ state: "waiting", became: "stranger", why: "refused", ticket: null, settledAt: null })
    .where(and(eq(mails.id, id), eq(mails.state, "done")));
};

/** The ticket of a mail, once it is known: a mail that opens one is settled before. */
export const setTicketOfMail = async (tx: Tx | Database, id: number, ticket: number): Promise<void> => {
  await tx.update(mails).set({ ticket }).where(eq(mails.id, id));
};
