import type { Database } from "../../db/connection/handle.ts";
import { readTicket } from "../../db/ticket-store.ts";
import { continuesInTicket, type Ticket } from "../ticket.ts";

/** The ticket in which what is said below one is heard: itself, or the last one that it went on in. */
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
