import type { ConsultingTime, RatingCounts } from "../../reports/statement-figures.ts";
import type { Period } from "../../reports/period.ts";
import { isForCustomer } from "../../sla/clock-kinds.ts";
import { isEnded, type Clock } from "../../sla/clock.ts";
import { dateAt } from "../../sla/wall-clock.ts";
import { judgedTarget } from "../../tickets/clocks/breach.ts";
import { pausedSince } from "../../tickets/clocks/plan.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import type { Database } from "../connection/handle.ts";
import { outcomesIn } from "../outcomes/report-queries.ts";
import { clockOutcomes } from "../schema/outcome-schema.ts";
import { and, asc, eq, isNotNull, ne, sql } from "../schema/orm.ts";
import { events, tickets } from "../schema/schema.ts";
import { readTickets } from "../ticket-store.ts";

/**
 * How long (ms) the tickets of an account whose solution was due in a period waited for the customer, or were closed. No other clock is
 * paused.
 */
export const readWaited = async (db: Database, account: string, period: Period): Promise<number> => {
  const [row] = await db
    .select({ waited: sql<number>`coalesce(sum(${clockOutcomes.waited}), 0)`.mapWith(Number) })
    .from(clockOutcomes)
    .where(outcomesIn({ ...period, only: { account } }));
  return row?.waited ?? 0;
};

/** How the people of an account rated their tickets in a period. */
export const readRatingCounts = async (db: Database, account: string, { from, to }: Period): Promise<RatingCounts> => {
  const score = sql<string>`${tickets.rating}->'given'->>'score'`;
  const rows = await db
    .select({ score, count: sql<number>`count(*)`.mapWith(Number) })
    .from(tickets)
    .where(
      and(
        eq(tickets.account, account),
        isNotNull(tickets.rating),
        sql`(${tickets.rating}->'given'->>'at')::bigint >= ${from}::bigint`,
        sql`(${tickets.rating}->'given'->>'at')::bigint < ${to}::bigint`,
      ),
    )
    .groupBy(score);
  const of = (name: keyof RatingCounts): number => rows.find((row) => row.score === name)?.count ?? 0;
  return { good: of("good"), ok: of("ok"), bad: of("bad") };
};

/** The time that staff worked on the consulting tickets of an account on the days of a period, in the account's zone. */
export const readConsultingTime = async (
  db: Database,
  account: string,
  { from, to }: Period,
  zone: string,
): Promise<readonly ConsultingTime[]> => {
  const day = sql<string>`(${events.body}->>'day')`;
  const minutes = sql<number>`sum((${events.body}->>'minutes')::int)`.mapWith(Number);
  const rows = await db
    .select({ ticket: events.ticket, minutes })
    .from(events)
    .innerJoin(tickets, eq(tickets.number, events.ticket))
    .where(
      and(
        eq(events.type, "timeRecorded"),
        eq(tickets.account, account),
        sql`${day} between ${dateAt(zone, from)} and ${dateAt(zone, to - 1)}`,
      ),
    )
    .groupBy(events.ticket)
    .orderBy(asc(events.ticket));
  return rows.filter((row) => row.minutes !== 0);
};

/** So many open tickets of one account are looked at. */
const mostOpen = 5_000;

/** Whether a clock runs whose target counts in the period: one that was missed in it, or is due in it. */
const countsIn = (ticket: Ticket, clock: Clock, { from, to }: Period): boolean => {
  if (isEnded(clock) || !isForCustomer(clock.kind)) return false;
  const { due } = judgedTarget(clock);
  const pausedAt = pausedSince(ticket, clock);
  // If the pause began before the due time, the clock gets a later due time when the pause ends.
  return due >= from && due < to && (pausedAt === null || pausedAt > due);
};

/**
 * The open tickets of an account that have a target of the customer which counts in a period and has not ended. They have no
 * outcome yet, so a statement would leave them out.
 */
export const readUnended = async (db: Database, account: string, period: Period): Promise<readonly number[]> => {
  const open = await db
    .select({ number: tickets.number })
    .from(tickets)
    .where(and(eq(tickets.account, account), ne(tickets.status, "resolved")))
    .orderBy(asc(tickets.number))
    .limit(mostOpen);
  const found = await readTickets(
    db,
    open.map(({ number }) => number),
  );
  return open.flatMap(({ number }) => {
    const ticket = found.get(number);
    if (ticket === undefined || ticket.status === "unreadable") return [];
    return ticket.sla.clocks.some((clock) => countsIn(ticket, clock, period)) ? [number] : [];
  });
};
