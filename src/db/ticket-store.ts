import type { StoredTicket, Ticket } from "../tickets/ticket.ts";
import type { ChannelRef, UserRef } from "../tickets/refs.ts";
import { builtOnce, type Given } from "./connection/built-once.ts";
import type { Database, DatabaseHandle, Tx } from "./connection/handle.ts";
import { and, asc, desc, eq, sql } from "./schema/orm.ts";
import { numbersOf, recordset, ofTickets } from "./many-values.ts";
import { tickets } from "./schema/schema.ts";
import { hasOtherWords, writeTicketWords } from "./search/ticket-words.ts";
import { asRow, asStoredTicket, asTicket, changedColumns, type TicketRow } from "./ticket-row.ts";

/** A number no ticket has had. */
export const nextTicketNumber = async (handle: DatabaseHandle, tx: Tx): Promise<number> => {
  const [row] = await handle.rows<{ number: number }>(sql`select nextval('ticket_numbers')::int as number`, tx);
  if (row === undefined) throw new Error("the sequence gave no number");
  return row.number;
};

const lockedTickets = builtOnce((db, given: Given<"numbers">) =>
  db
    .select()
    .from(tickets)
    .where(ofTickets(tickets.number, given("numbers")))
    .orderBy(asc(tickets.number))
    .for("update"),
);

const ticketsNamed = builtOnce((db, given: Given<"numbers">) =>
  db
    .select()
    .from(tickets)
    .where(ofTickets(tickets.number, given("numbers"))),
);

/**
 * These tickets, locked until the transaction ends, in an order that is always the same. A change takes this lock before any
 * other: the other order deadlocks.
 */
export const lockTickets = async (tx: Tx, numbers: readonly number[]): Promise<ReadonlyMap<number, StoredTicket>> => {
  const rows = await lockedTickets(tx, { numbers: numbersOf(numbers) });
  return new Map(rows.map((row) => [row.number, asStoredTicket(row)]));
};

/** The same, without the tickets that another transaction has locked. */
export const lockFreeTickets = async (
  tx: Tx,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, StoredTicket>> => {
  const rows = await tx
    .select()
    .from(tickets)
    .where(ofTickets(tickets.number, numbers))
    .orderBy(asc(tickets.number))
    .for("update", { skipLocked: true });
  return new Map(rows.map((row) => [row.number, asStoredTicket(row)]));
};

export const readTicket = async (db: Database, number: number): Promise<Ticket | null> => {
  const [row] = await ticketsNamed(db, { numbers: numbersOf([number]) });
  return row === undefined ? null : asTicket(row);
};

/** The account of a ticket, also if the ticket itself cannot be read. */
export const accountOfTicket = async (db: Database, number: number): Promise<string | null> => {
  const [row] = await db.select({ account: tickets.account }).from(tickets).where(eq(tickets.number, number));
  return row?.account ?? null;
};

/** These tickets, by number. */
export const readTickets = async (
  db: Database,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, StoredTicket>> => {
  const rows = await ticketsNamed(db, { numbers: numbersOf(numbers) });
  return new Map(rows.map((row) => [row.number, asStoredTicket(row)]));
};

/** False where another ticket was opened from the same message meanwhile: nothing was written. */
export const insertTicket = async (tx: Tx, ticket: Ticket): Promise<boolean> => {
  const rows = await tx
    .insert(tickets)
    .values(asRow(ticket))
    .onConflictDoNothing({ target: [tickets.sourceChannel, tickets.sourceRoot] })
    .returning({ number: tickets.number });
  await writeTicketWords(
    tx,
    rows.map(({ number }) => number),
  );
  return rows.length > 0;
};

const isDirectOf = (user: UserRef) =>
  and(
    eq(tickets.requesterUser, user),
    sql`${tickets.conversation}->>'kind' = 'person'`,
    sql`${tickets.conversation}->>'user' = ${user}`,
  );

/** How many tickets of a person are looked at until one is readable. */
const lookedAt = 10;

/** The first ticket that can be read. One unreadable row must not stop all further messages of its requester. */
const firstReadable = (rows: readonly TicketRow[]): Ticket | null =>
  rows.map(asStoredTicket).find((stored) => stored.status !== "unreadable") ?? null;

/** The person's newest open ticket whose conversation is their direct messages. Skips unreadable tickets. */
export const openDirectTicket = async (db: Database, user: UserRef): Promise<Ticket | null> => {
  const rows = await db
    .select()
    .from(tickets)
    .where(and(isDirectOf(user), sql`${tickets.status} <> 'resolved'`))
    .orderBy(desc(tickets.number))
    .limit(lookedAt);
  return firstReadable(rows);
};

/** The same, or the newest solved one if none is open. */
export const lastDirectTicket = async (db: Database, user: UserRef): Promise<Ticket | null> => {
  const rows = await db
    .select()
    .from(tickets)
    .where(isDirectOf(user))
    .orderBy(sql`(${tickets.status} = 'resolved')`, desc(tickets.number))
    .limit(lookedAt);
  return firstReadable(rows);
};

/** The ticket that was opened from a message of this thread. */
export const ticketOfSource = async (db: Database, channel: ChannelRef, root: string): Promise<Ticket | null> => {
  const [row] = await db
    .select()
    .from(tickets)
    .where(and(eq(tickets.sourceChannel, channel), eq(tickets.sourceRoot, root)));
  return row === undefined ? null : asTicket(row);
};

/** Whether a ticket was opened from a message of this thread. The ticket itself may be unreadable. */
export const isSourceTaken = async (db: Database, channel: ChannelRef, root: string): Promise<boolean> => {
  const rows = await db
    .select({ number: tickets.number })
    .from(tickets)
    .where(and(eq(tickets.sourceChannel, channel), eq(tickets.sourceRoot, root)));
  return rows.length > 0;
};

/** Writes the columns in which any of them changed. Their locks must be held. */
export const updateTickets = async (
  tx: Tx,
  all: readonly { readonly before: Ticket; readonly after: Ticket }[],
): Promise<void> => {
  const changed = changedColumns(all);
  if (changed.length === 0) return;
  const given = recordset(
    tickets,
    all.map(({ after }) => asRow(after)),
    ["number", ...changed],
  );
  await tx
    .update(tickets)
    .set(Object.fromEntries(changed.map((key) => [key, sql`given.${sql.identifier(tickets[key].name)}`])))
    .from(sql`${given} as given`)
    .where(eq(tickets.number, sql`given.number`));
  await writeTicketWords(
    tx,
    all.filter(({ before, after }) => hasOtherWords(before, after)).map(({ after }) => after.number),
  );
};
