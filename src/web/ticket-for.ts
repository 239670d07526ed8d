import { readTickets } from "../db/ticket-store.ts";
import { oneTicket, type QueryingPerson } from "../tickets/execute/queries.ts";
import type { Ticket } from "../tickets/ticket.ts";
import type { Desk } from "../desk/desk.ts";
import type { WebDeps } from "./deps.ts";

/** The ticket that a person asks for; null if it is not there or not theirs, "unreadable" if its row is damaged. */
export const ticketFor = async (
  { database, log }: Pick<WebDeps, "database" | "log">,
  { desk, asker }: { readonly desk: Desk; readonly asker: QueryingPerson },
  number: number,
): Promise<Ticket | "unreadable" | null> => {
  try {
    const read = await oneTicket(database.db, desk, asker, { number });
    return read.ok ? read.ticket : null;
  } catch (error) {
    const stored = (await readTickets(database.db, [number])).get(number);
    if (stored?.status !== "unreadable") throw error;
    log.error({ err: error, ticket: number }, "web.ticket-unreadable");
    return "unreadable";
  }
};
