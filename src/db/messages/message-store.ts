import { isDeepStrictEqual } from "node:util";
import type { SQL } from "drizzle-orm";
import type { MessageKey } from "../../tickets/refs.ts";
import type { Messages, ThreadMessage } from "../../tickets/thread/thread-message.ts";
import { threadMessage } from "../../tickets/thread/thread-messages.ts";
import { rowsToInsert } from "../many-values.ts";
import type { Database, Tx } from "../connection/handle.ts";
import { asMessage, asRow, type DamageReport } from "./message-columns.ts";
import { and, asc, eq, gt, sql } from "../schema/orm.ts";
import { threadMessages } from "../schema/message-schema.ts";

/** The position of the message with this key. One look-up for each key: Postgres reads a whole ticket for a list of keys. */
const named = (ticket: number, { channel, id }: MessageKey): SQL =>
  sql`select position from thread_messages where channel = ${channel} and message = ${id} and ticket = ${ticket}`;

/** Messages of one ticket in their order. Each part gives some positions, and looks them up by an index. */
const messagesAt = async (
  db: Database,
  ticket: number,
  parts: readonly SQL[],
  onDamaged: DamageReport | undefined,
): Promise<Messages> => {
  const positions = sql.join(
    parts.map((part) => sql`(${part})`),
    sql` union all `,
  );
  const rows = await db
    .select()
    .from(threadMessages)
    .where(and(eq(threadMessages.ticket, ticket), sql`${threadMessages.position} = any(array(${positions}))`))
    .orderBy(asc(threadMessages.ticket), asc(threadMessages.position));
  return rows.map((row) => asMessage(row, onDamaged));
};

/** The messages with these keys, as far as the ticket has them. */
export const readMessages = async (
  db: Database,
  ticket: number,
  keys: readonly MessageKey[],
  onDamaged?: DamageReport,
): Promise<Messages> =>
  keys.length === 0
    ? []
    : messagesAt(
        db,
        ticket,
        keys.map((key) => named(ticket, key)),
        onDamaged,
      );

/** The same, with the first message of a colleague whom the desk file does not name: only its card explains what to do. */
export const readShownMessages = async (
  db: Database,
  ticket: number,
  keys: readonly MessageKey[],
  onDamaged?: DamageReport,
): Promise<Messages> => {
  if (keys.length === 0) return [];
  const ofColleague = sql`select position from thread_messages where ticket = ${ticket} and colleague
    order by ticket, position limit 1`;
  return messagesAt(db, ticket, [...keys.map((key) => named(ticket, key)), ofColleague], onDamaged);
};

/** The message that is changed, and the customer's newest one besides it that is not deleted. */
export const readRevised = async (
  tx: Tx,
  ticket: number,
  key: MessageKey,
  onDamaged?: DamageReport,
): Promise<Messages> => {
  const newest = sql`select position from thread_messages
    where ticket = ${ticket} and kind = 'customerWrote' and deleted_at is null and not colleague
      and (channel, message) <> (${key.channel}, ${key.id})
    order by ticket desc, at desc, position desc limit 1`;
  return messagesAt(tx, ticket, [named(ticket, key), newest], onDamaged);
};

/** The message that a ticket was opened from, which is always its first; null where it was opened by a form. */
export const readOpening = async (db: Database, ticket: number, onDamaged?: DamageReport): Promise<Messages> => {
  const rows = await db
    .select()
    .from(threadMessages)
    .where(eq(threadMessages.ticket, ticket))
    .orderBy(asc(threadMessages.ticket), asc(threadMessages.position))
    .limit(1);
  return rows.map((row) => asMessage(row, onDamaged)).filter(({ kind }) => kind === "opened");
};

/** The tickets that have this message, oldest first, each with the message. */
export const messagesWithKey = async (
  db: Database,
  { channel, id }: MessageKey,
): Promise<readonly { readonly ticket: number; readonly message: ThreadMessage }[]> => {
  const rows = await db
    .select()
    .from(threadMessages)
    .where(and(eq(threadMessages.channel, channel), eq(threadMessages.message, id)))
    .orderBy(asc(threadMessages.ticket));
  return rows.map((row) => ({ ticket: row.ticket, message: asMessage(row) }));
};

/** The oldest ticket that has this message, and the message; null if no ticket has it. */
export const findMessage = async (
  db: Database,
  key: MessageKey,
): Promise<{ readonly ticket: number; readonly message: ThreadMessage } | null> =>
  (await messagesWithKey(db, key))[0] ?? null;

/** A page of a ticket's messages after a position, the oldest first; `next` is the position after which the next page begins; null at the end. */
export const messagePage = async (
  db: Database,
  ticket: number,
  after: number,
  limit: number,
): Promise<{ readonly messages: Messages; readonly next: number | null }> => {
  const rows = await db
    .select()
    .from(threadMessages)
    .where(and(eq(threadMessages.ticket, ticket), gt(threadMessages.position, after)))
    .orderBy(asc(threadMessages.ticket), asc(threadMessages.position))
    .limit(limit);
  return {
    messages: rows.map((row) => asMessage(row)),
    next: rows.length < limit ? null : (rows.at(-1)?.position ?? null),
  };
};

/** The columns that differ. What a damaged row holds in another column stays there. */
const changedColumns = <R extends object>(was: R, is: R): Partial<R> =>
  Object.fromEntries(
    Object.entries(is).filter(([key, value]) => !isDeepStrictEqual(value, was[key as keyof R])),
  ) as Partial<R>;

/** Writes what changed among the messages at hand. The ticket's lock must be held, and the ticket stored. */
export const writeMessages = async (tx: Tx, ticket: number, before: Messages, after: Messages): Promise<void> => {
  const known = new Set(before.map(({ message: { channel, id } }) => `${channel} ${id}`));
  const changed = after.filter((each) => !before.includes(each));
  const isKnown = ({ message: { channel, id } }: ThreadMessage): boolean => known.has(`${channel} ${id}`);
  const added = changed.filter((each) => !isKnown(each));
  if (added.length > 0)
    await tx.insert(threadMessages).select(
      rowsToInsert(
        threadMessages,
        added.map((each) => asRow(ticket, each)),
      ),
    );
  for (const each of changed.filter(isKnown)) {
    const { channel, id } = each.message;
    const was = threadMessage(before, each.message);
    const row = asRow(ticket, each);
    const set = was === null ? row : changedColumns(asRow(ticket, was), row);
    if (Object.keys(set).length === 0) continue;
    await tx
      .update(threadMessages)
      .set(set)
      .where(
        and(eq(threadMessages.channel, channel), eq(threadMessages.message, id), eq(threadMessages.ticket, ticket)),
      );
  }
};
