import type { Instant } from "../sla/instant.ts";
import { unreachedReminders } from "../tickets/execute/queries.ts";
import type { DatabaseHandle } from "../db/connection/handle.ts";

import { ticketName } from "../tickets/ticket.ts";

/**
 * One sentence for each thing that the operator should look at although the desk is ready: reminders that reached no
 * recipient.
 */
export const attention = async ({ inbound }: DatabaseHandle, now: Instant): Promise<readonly string[]> => {
  try {
    return (await unreachedReminders(inbound, now)).map(
      ({ ticket, clock, step, at, trying }) =>
        `${ticketName(ticket)}: the ${clock} reminder at ${Math.round(step)} % ${trying ? "has reached no recipient yet" : "reached no recipient"} (${new Date(at).toISOString()})`,
    );
  } catch {
    // If the database does not answer, the desk is not ready, and the readiness check says so.
    return [];
  }
};
