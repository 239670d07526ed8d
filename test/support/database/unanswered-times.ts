import type { Database } from "../../../src/db/connection/handle.ts";
import { asc, eq } from "../../../src/db/schema/orm.ts";
import { unanswered } from "../../../src/db/schema/wait-schema.ts";
import type { Instant } from "../../../src/sla/instant.ts";
import type { Ticket } from "../../../src/tickets/ticket.ts";

/** The times of all unanswered messages of a stored ticket, in order: the first is in its row, the others are rows of a table. */
export const unansweredTimes = async (db: Database, ticket: Ticket): Promise<readonly Instant[]> => {
  const rows = await db
    .select()
    .from(unanswered)
    .where(eq(unanswered.ticket, ticket.number))
    .orderBy(asc(unanswered.since));
  const later = rows.map(({ since }) => since);
  return ticket.unanswered === null ? later : [ticket.unanswered.first, ...later];
};
