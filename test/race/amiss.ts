import { outbox } from "../../src/db/schema/delivery-schema.ts";
import { isDeepStrictEqual } from "node:util";
import { ticketPlaces } from "../../src/tickets/execute/ticket-places.ts";
import type { Card } from "../../src/chat/card.ts";
import type { CardRow } from "../../src/db/delivery/card-row.ts";
import { readCards } from "../../src/db/delivery/card-store.ts";
import { readEvents } from "../../src/db/event-store.ts";
import type { Database, DatabaseHandle } from "../../src/db/connection/handle.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { inbox } from "../../src/db/schema/inbox-schema.ts";
import { reminders, tickets } from "../../src/db/schema/schema.ts";
import { messagePage } from "../../src/db/messages/message-store.ts";
import { readTicket } from "../../src/db/ticket-store.ts";
import { evolve } from "../../src/tickets/evolve.ts";
import type { Desk } from "../../src/desk/desk.ts";
import { readPauses } from "../../src/db/pause-store.ts";
import { unansweredTimes } from "../support/database/unanswered-times.ts";
import type { Ticket, TicketState } from "../../src/tickets/ticket.ts";
import { conversationCard } from "../../src/features/ticket-cards/conversation-card.ts";
import { customerViewer, deskViewer } from "../../src/i18n/viewer-for.ts";
import { triageCard } from "../../src/features/ticket-cards/triage-card.ts";
import type { Square } from "./square.ts";

/** The faults after everything has settled, a sentence each: database, events and square are compared. */
export const amiss = async (database: DatabaseHandle, square: Square, desk: Desk): Promise<readonly string[]> => {
  const { db } = database;
  const faults: string[] = [];
  for (const { number } of await db.select({ number: tickets.number }).from(tickets)) {
    const ticket = await readTicket(db, number);
    if (ticket !== null) faults.push(...(await ticketFaults(db, ticket, square, desk)));
  }
  faults.push(...(await workFaults(db, square)));
  if (database.kind === "postgres") {
    const query = sql`select deadlocks::int as count from pg_stat_database where datname = current_database()`;
    const [row] = await database.rows<{ count: number }>(query);
    if (row?.count !== 0) faults.push(`${row?.count ?? "unknown"} deadlocks`);
  }
  return faults;
};

const ticketFaults = async (db: Database, ticket: Ticket, square: Square, desk: Desk): Promise<readonly string[]> => {
  const state = {
    ticket,
    messages: (await messagePage(db, ticket.number, 0, 10_000)).messages,
    unanswered: await unansweredTimes(db, ticket),
    pauses: await readPauses(db, ticket.number),
  };
  const name = `T-${ticket.number}`;
  const faults: string[] = [];
  const rebuilt = (await readEvents(db, ticket.number)).reduce<TicketState | null>(evolve, null);
  // Once as JSON: an absent member and one that is undefined are the same to the database.
  if (!isDeepStrictEqual(asStored(rebuilt), asStored(state))) faults.push(`${name} is not what its events say`);
  const places = await ticketPlaces(db, ticket.number);
  const expected = (row: CardRow): Card =>
    row.side === "triage"
      ? triageCard(state, desk, places, deskViewer(desk))
      : conversationCard(state, desk, customerViewer(desk, ticket));
  for (const row of await readCards(db, ticket.number)) {
    const about = `${name}'s card ${row.id} (${row.side})`;
    if (row.shown !== row.wanted) faults.push(`${about} shows ${row.shown} of ${row.wanted}`);
    if (row.lease !== null) faults.push(`${about} is still leased`);
    const principal = square.byKey(`card ${row.id} ${row.generation}`);
    if (principal.length !== 1) faults.push(`${about} was posted ${principal.length} times`);
    if (!isDeepStrictEqual(principal[0]?.card, expected(row))) faults.push(`${about} does not show the truth`);
  }
  return faults;
};

const asStored = (state: TicketState | null): unknown => JSON.parse(JSON.stringify(state));

const workFaults = async (db: Database, square: Square): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const row of await db.select().from(outbox)) {
    // Reminders of a digest are stored under the key of its one message.
    const count = square.byKey(row.digest === null ? row.key : `digest ${row.digest}`).length;
    if (row.status !== "sent" && row.status !== "cancelled") faults.push(`message ${row.key} is ${row.status}`);
    if (count !== (row.status === "sent" ? 1 : 0))
      faults.push(`message ${row.key} is ${row.status} and stands ${count} times`);
  }
  for (const row of await db.select().from(inbox))
    if (row.doneAt === null || row.lease !== null)
      faults.push(`happening ${row.key} is not done: ${row.parked ?? "waiting"}`);
  for (const row of await db.select().from(reminders))
    if (row.status === "sending") faults.push(`T-${row.ticket}'s reminder at ${row.step} % is still being sent`);
  return faults;
};
