import type { Database } from "../../db/connection/handle.ts";
import { readTicket } from "../../db/ticket-store.ts";
import { continuesInTicket, type Ticket } from "../ticket.ts";

/**
 * The ticket that takes a message posted below this one: itself, or the last ticket that continues it. Null if the
 * ticket does not exist.
 */
export const heardIn = async (db: Database, number: number): Promise<Ticket | null> => {
  const seen = new Set<number>();
  let ticket = await readTicket(db, number);
  while (ticket !== null) {
    seen.add(ticket.number);
    const next = continuesInTicket(ticket);
    if (next === null || seen.has(next)) return ticket;
    ticket = (await readTicket(db, next)) ?? ticket;
  }
  return null;
};
