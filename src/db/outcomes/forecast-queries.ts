import type { PastClock, RunningStart } from "../../reports/forecast.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Database } from "../connection/handle.ts";
import { clockOutcomes } from "../schema/outcome-schema.ts";
import { desc, lte, sql } from "../schema/orm.ts";
import { tickets } from "../schema/schema.ts";

/** So many outcomes are looked at: those that were due last. The index of due times has them at once. */
const newestOutcomes = 20_000;

/** So many of them are read of each clock, kind of ticket and severity. */
const perGroup = 300;

/**
 * The newest clocks that were met or breached and were due until now. Clocks that are due later are left out: of these only
 * the quick ones have ended.
 */
export const readPastClocks = async (db: Database, now: Instant): Promise<readonly PastClock[]> => {
  const newest = db
    .select()
    .from(clockOutcomes)
    .where(lte(clockOutcomes.dueAt, now))
    .orderBy(desc(clockOutcomes.dueAt))
    .limit(newestOutcomes)
    .as("newest");
  const { clock, kind, severity, account, plan, startedAt, endedAt, used, dueAt, outcome } = newest;
  const place = sql<number>`row_number() over (partition by ${clock}, ${kind}, ${severity} order by ${dueAt} desc)`;
  const placed = db
    .select({ clock, kind, severity, account, plan, startedAt, endedAt, used, place: place.as("place") })
    .from(newest)
    .where(sql`${outcome} <> 'cancelled'`)
    .as("placed");
  return db
    .select({
      clock: placed.clock,
      kind: placed.kind,
      severity: placed.severity,
      account: placed.account,
      plan: placed.plan,
      startedAt: placed.startedAt,
      endedAt: placed.endedAt,
      used: placed.used,
    })
    .from(placed)
    .where(lte(placed.place, perGroup));
};

/** So many unresolved tickets are looked at: those that are due first, by the index of the queue. */
const unresolvedTickets = 3_000;

/** When the clocks that run now were started. */
export const readRunningStarts = async (db: Database): Promise<readonly RunningStart[]> => {
  const unresolved = db
    .select({ kind: tickets.kind, clocks: tickets.clocks })
    .from(tickets)
    .where(sql`status <> 'resolved'`)
    .orderBy(sql`next_due asc nulls last, number`)
    .limit(unresolvedTickets)
    .as("unresolved");
  const list = sql`jsonb_array_elements(case when jsonb_typeof(${unresolved.clocks}) = 'array'
    then ${unresolved.clocks} else ${unresolved.clocks} -> 'items' end)`;
  return db
    .select({
      clock: sql<RunningStart["clock"]>`running ->> 'kind'`,
      kind: unresolved.kind,
      severity: sql<RunningStart["severity"]>`running -> 'target' ->> 'severity'`,
      startedAt: sql<number>`(running ->> 'startedAt')::float8`.mapWith(Number),
    })
    .from(unresolved)
    .crossJoinLateral(sql`${list} as running`)
    .where(sql`running -> 'end' = 'null'::jsonb`);
};
