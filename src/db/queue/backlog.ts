import type { Instant } from "../../sla/instant.ts";
import type { TicketStatus } from "../../tickets/ticket.ts";
import type { Database } from "../connection/handle.ts";
import { builtOnce } from "../connection/built-once.ts";
import { sql } from "../schema/orm.ts";
import { tickets } from "../schema/schema.ts";

/** How many unresolved tickets are counted at most: those that are due first. */
export const countedBacklog = 3_000;

/** The unresolved tickets of the desk, as the operator sees them. */
export interface Backlog {
  /** Up to `countedBacklog` together. */
  readonly byStatus: Readonly<Record<Exclude<TicketStatus, "resolved">, number>>;
  /** Since when the oldest unanswered request or message of these tickets waits; null if none waits. */
  readonly unansweredSince: Instant | null;
}

/** A ticket without any answer waits since it was opened, while its first answer is owed. */
export const waitsSince = sql`case
  when ${tickets.unansweredSince} is not null then ${tickets.unansweredSince}
  when ${tickets.replies} = 0
    and jsonb_path_exists(${tickets.clocks}, '$.** ? (@.kind == "firstResponse" && @.end == null)')
  then ${tickets.openedAt} end`;

const counted = builtOnce((db) => {
  const first = db
    .select({ status: tickets.status, waitsSince: waitsSince.as("waits_since") })
    .from(tickets)
    .where(sql`status <> 'resolved'`)
    .orderBy(sql`next_due asc nulls last, number`)
    .limit(countedBacklog)
    .as("unresolved");
  return db
    .select({
      open: sql<number>`(count(*) filter (where ${first.status} = 'open'))::int`,
      waiting: sql<number>`(count(*) filter (where ${first.status} = 'waiting'))::int`,
      since: sql<number | null>`(extract(epoch from min(waits_since)) * 1000)::float8`,
    })
    .from(first);
});

/** Counts the backlog in one bounded statement, by the index of unresolved tickets. */
export const readBacklog = async (db: Database): Promise<Backlog> => {
  const [row] = await counted(db, {});
  if (row === undefined) throw new Error("a count has no answer");
  return { byStatus: { open: row.open, waiting: row.waiting }, unansweredSince: row.since };
};
