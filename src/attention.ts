import { unreachedReminders } from "./app/questions.ts";
import type { DatabaseHandle } from "./db/handle.ts";
import type { Instant } from "./domain/refs.ts";
import { ticketName } from "./domain/ticket.ts";

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
