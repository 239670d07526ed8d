import {
  type Source,
  type Ticket,
  type TicketFields,
  callBackOf,
  escalationOf,
  inactivityOf,
} from "../tickets/ticket.ts";
import { nextInactivityStep } from "../tickets/clocks/inactivity.ts";
import { tickingClocks } from "../tickets/clocks/plan.ts";
import type { ChannelRef, UserRef } from "../tickets/refs.ts";
import type { Database, DatabaseHandle, Tx } from "./connection/handle.ts";
import { and, asc, desc, eq, getTableColumns, sql } from "./schema/orm.ts";
import { recordset } from "./bulk-insert.ts";
import { tickets } from "./schema/schema.ts";
import { ofTickets } from "./conditions.ts";

type Row = typeof tickets.$inferSelect;

type SourceColumns = Pick<Row, "sourceChannel" | "sourceMessage" | "sourceRoot" | "sourceHow">;

const asSource = ({ sourceChannel, sourceMessage, sourceRoot, sourceHow }: SourceColumns): Source | null =>
  sourceChannel === null || sourceMessage === null || sourceRoot === null || sourceHow === null
    ? null
    : { channel: sourceChannel, message: sourceMessage, root: sourceRoot, how: sourceHow };

interface StatusColumns extends Pick<Row, "status" | "resolvedAt" | "inactivity" | "escalation" | "callBack"> {}

/** The status with what belongs to it. The table refuses rows in which they do not match. */
const withStatus = (fields: TicketFields, { status, resolvedAt, inactivity, ...requests }: StatusColumns): Ticket => {
  switch (status) {
    case "open":
      return { ...fields, ...requests, status };
    case "waiting":
      return { ...fields, ...requests, status, inactivity };
    case "resolved":
      if (resolvedAt === null) throw new Error(`ticket ${fields.number} is resolved at no time`);
      return { ...fields, status, resolvedAt };
  }
};

/** The ticket of a row. */
export const asTicket = ({
  status,
  resolvedAt,
  inactivity,
  escalation,
  callBack,
  claimedSeverity,
  confirmedSeverity,
  pauses,
  clocks,
  requesterUser,
  requesterName,
  requesterAccount,
  nextDue: _,
  releaseAt: __,
  inactivityDueAt: ___,
  sourceChannel,
  sourceMessage,
  sourceRoot,
  sourceHow,
  ...row
}: Row): Ticket => {
  const requester = {
    user: requesterUser,
    name: requesterName,
    ...(requesterAccount === null ? {} : { account: requesterAccount }),
  };
  const source = asSource({ sourceChannel, sourceMessage, sourceRoot, sourceHow });
  const sla = { claimedSeverity, confirmedSeverity, pauses, clocks };
  return withStatus({ ...row, requester, source, sla }, { status, resolvedAt, inactivity, escalation, callBack });
};

const asRow = (whole: Ticket): Row => {
  const { requester, source, sla, ...ticket } = whole;
  const dues = tickingClocks(whole).map((clock) => clock.target.due);
  return {
    ...ticket,
    ...sla,
    resolvedAt: whole.status === "resolved" ? whole.resolvedAt : null,
    inactivity: inactivityOf(whole),
    escalation: escalationOf(whole),
    callBack: callBackOf(whole),
    requesterUser: requester.user,
    requesterName: requester.name,
    requesterAccount: requester.account ?? null,
    sourceChannel: source?.channel ?? null,
    sourceMessage: source?.message ?? null,
    sourceRoot: source?.root ?? null,
    sourceHow: source?.how ?? null,
    nextDue: dues.length === 0 ? null : Math.min(...dues),
    inactivityDueAt: nextInactivityStep(whole),
    releaseAt: ticket.pendingReplies[0]?.until ?? null,
  };
};

/** A number no ticket has had. */
export const nextTicketNumber = async (handle: DatabaseHandle, tx: Tx): Promise<number> => {
  const [row] = await handle.rows<{ number: number }>(sql`select nextval('ticket_numbers')::int as number`, tx);
  if (row === undefined) throw new Error("the sequence gave no number");
  return row.number;
};

/**
 * These tickets, locked until the transaction ends, in an order that is always the same. A change takes this lock before any
 * other: the other order deadlocks.
 */
export const lockTickets = async (tx: Tx, numbers: readonly number[]): Promise<ReadonlyMap<number, Ticket>> => {
  const rows = await tx
    .select()
    .from(tickets)
    .where(ofTickets(tickets.number, numbers))
    .orderBy(asc(tickets.number))
    .for("update");
  return new Map(rows.map((row) => [row.number, asTicket(row)]));
};

/** The same, without the tickets that another transaction has locked. */
export const lockFreeTickets = async (tx: Tx, numbers: readonly number[]): Promise<ReadonlyMap<number, Ticket>> => {
  const rows = await tx
    .select()
    .from(tickets)
    .where(ofTickets(tickets.number, numbers))
    .orderBy(asc(tickets.number))
    .for("update", { skipLocked: true });
  return new Map(rows.map((row) => [row.number, asTicket(row)]));
};

export const readTicket = async (db: Database, number: number): Promise<Ticket | null> => {
  const [row] = await db.select().from(tickets).where(eq(tickets.number, number));
  return row === undefined ? null : asTicket(row);
};

/** These tickets, by number. */
export const readTickets = async (db: Database, numbers: readonly number[]): Promise<ReadonlyMap<number, Ticket>> => {
  const rows = await db.select().from(tickets).where(ofTickets(tickets.number, numbers));
  return new Map(rows.map((row) => [row.number, asTicket(row)]));
};

/** False where another ticket was opened from the same message meanwhile: nothing was written. */
export const insertTicket = async (tx: Tx, ticket: Ticket): Promise<boolean> => {
  const rows = await tx
    .insert(tickets)
    .values(asRow(ticket))
    .onConflictDoNothing({ target: [tickets.sourceChannel, tickets.sourceRoot] })
    .returning({ number: tickets.number });
  return rows.length > 0;
};

const isDirectOf = (user: UserRef) =>
  and(
    eq(tickets.requesterUser, user),
    sql`${tickets.conversation}->>'kind' = 'person'`,
    sql`${tickets.conversation}->>'user' = ${user}`,
  );

/** The newest open ticket that somebody has in their direct messages with us. */
export const openDirectTicket = async (db: Database, user: UserRef): Promise<Ticket | null> => {
  const [row] = await db
    .select()
    .from(tickets)
    .where(and(isDirectOf(user), sql`${tickets.status} <> 'resolved'`))
    .orderBy(desc(tickets.number))
    .limit(1);
  return row === undefined ? null : asTicket(row);
};

/** The same, or the newest solved one where none is open. */
export const lastDirectTicket = async (db: Database, user: UserRef): Promise<Ticket | null> => {
  const [row] = await db
    .select()
    .from(tickets)
    .where(isDirectOf(user))
    .orderBy(sql`(${tickets.status} = 'resolved')`, desc(tickets.number))
    .limit(1);
  return row === undefined ? null : asTicket(row);
};

/** The ticket that was opened from a message of this thread. */
export const ticketOfSource = async (db: Database, channel: ChannelRef, root: string): Promise<Ticket | null> => {
  const [row] = await db
    .select()
    .from(tickets)
    .where(and(eq(tickets.sourceChannel, channel), eq(tickets.sourceRoot, root)));
  return row === undefined ? null : asTicket(row);
};

/** Writes the columns in which any of them changed. Their locks must be held. */
export const updateTickets = async (
  tx: Tx,
  all: readonly { readonly before: Ticket; readonly after: Ticket }[],
): Promise<void> => {
  const rows = all.map(({ before, after }) => ({ was: asRow(before), is: asRow(after) }));
  const changed = (Object.keys(getTableColumns(tickets)) as (keyof Row)[]).filter((key) =>
    rows.some(({ was, is }) => was[key] !== is[key]),
  );
  if (changed.length === 0) return;
  const given = recordset(
    tickets,
    rows.map(({ is }) => is),
    ["number", ...changed],
  );
  await tx
    .update(tickets)
    .set(Object.fromEntries(changed.map((key) => [key, sql`given.${sql.identifier(tickets[key].name)}`])))
    .from(sql`${given} as given`)
    .where(eq(tickets.number, sql`given.number`));
};
