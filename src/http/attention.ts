import type { Instant } from "../sla/instant.ts";
import { unreachedReminders } from "../tickets/execute/queries.ts";
import type { DatabaseHandle } from "../db/connection/handle.ts";

import { ticketName } from "../tickets/ticket.ts";

/** One sentence for each thing a person should see to although the desk does its work: reminders that reached nobody. */
export const attention = async ({ db }: DatabaseHandle, now: Instant): Promise<readonly string[]> => {
  try {
    return (await unreachedReminders(db, now)).map(
      ({ ticket, clock, step, at, trying }) =>
        `${ticketName(ticket)}: the ${clock} reminder at ${Math.round(step)} % ${trying ? "has reached nobody yet" : "reached nobody"} (${new Date(at).toISOString()})`,
    );
  } catch {
    // That the database does not answer is a reason not to be ready, and said there.
    return [];
  }
};
