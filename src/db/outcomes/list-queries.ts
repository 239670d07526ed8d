import type { SQL } from "drizzle-orm";
import type { OutcomeFilter } from "../../reports/attainment.ts";
import type { Period } from "../../reports/period.ts";
import type { ScopeFilter } from "../../reports/scope.ts";
import {
  backlogAges,
  type ClockChoice,
  type ClockOrder,
  type ListedClock,
  type ListedTicket,
  type ReportedSeverity,
  type FigureList,
} from "../../reports/ticket-list.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Database } from "../connection/handle.ts";
import { clockOutcomes } from "../schema/outcome-schema.ts";
import { and, asc, eq, inArray, ne, sql } from "../schema/orm.ts";
import { events, tickets } from "../schema/schema.ts";
import { dueHour, reportedSeverity } from "./count-queries.ts";
import { elapsedTime, lateOf, outcomesIn } from "./report-queries.ts";
import { ageAt, givenComment, givenScore, momentsIn, shownIn, ticketsIn } from "./ticket-queries.ts";

/** Which page of a list: at most so many rows, after the first `skipped`. */
export interface ListPage {
  readonly skipped: number;
  readonly limit: number;
}

/** What a list is about. Hours of the week are those of the zone; ages are those of `now`. */
export interface ListContext {
  readonly period: Period;
  readonly scope: ScopeFilter;
  readonly zone: string;
  readonly now: Instant;
}

/** The outcomes that a choice names, among those of a filter. */
export const chosenOutcomes = (
  filter: OutcomeFilter,
  { clock, severity, outcome, causes, hour }: ClockChoice,
  zone: string,
): SQL | undefined =>
  and(
    outcomesIn(filter),
    clock === null ? undefined : eq(clockOutcomes.clock, clock),
    severity === null ? undefined : sql`${reportedSeverity} = ${severity}`,
    outcome === null
      ? undefined
      : outcome === "ended"
        ? ne(clockOutcomes.outcome, "cancelled")
        : eq(clockOutcomes.outcome, outcome),
    causes.length === 0 ? undefined : inArray(clockOutcomes.cause, [...causes]),
    hour === null ? undefined : sql`${dueHour(zone)} = ${hour.day * 24 + hour.hour}::int`,
  );

const orders: Readonly<Record<ClockOrder, SQL>> = {
  due: sql`${clockOutcomes.dueAt}`,
  used: sql`${clockOutcomes.used} desc`,
  elapsed: sql`${elapsedTime} desc`,
};

/** A page of the clocks that a list names. */
export const readListedClocks = async (
  db: Database,
  list: Extract<FigureList, { of: "clocks" }>,
  { period, scope, zone }: ListContext,
  { skipped, limit }: ListPage,
): Promise<readonly ListedClock[]> => {
  const rows = await db
    .select({
      ticket: clockOutcomes.ticket,
      title: tickets.title,
      account: clockOutcomes.account,
      assignee: clockOutcomes.assignee,
      clock: clockOutcomes.clock,
      cycle: clockOutcomes.cycle,
      severity: reportedSeverity,
      dueAt: clockOutcomes.dueAt,
      endedAt: clockOutcomes.endedAt,
      startedAt: clockOutcomes.startedAt,
      outcome: clockOutcomes.outcome,
      target: clockOutcomes.target,
      used: clockOutcomes.used,
      cause: clockOutcomes.cause,
    })
    .from(clockOutcomes)
    .innerJoin(tickets, eq(tickets.number, clockOutcomes.ticket))
    .where(chosenOutcomes({ ...period, only: scope }, list.choice, zone))
    .orderBy(orders[list.order], asc(clockOutcomes.ticket), asc(clockOutcomes.clock), asc(clockOutcomes.cycle))
    .limit(limit)
    .offset(skipped);
  return rows.map(({ startedAt, target, ...row }) => ({
    ...row,
    elapsed: row.endedAt - startedAt,
    late: row.outcome === "breached" ? lateOf({ ...row, target }) : null,
  }));
};

type ListOfTickets = Exclude<FigureList, { of: "clocks" }>;

const ticketSeverity = sql<ReportedSeverity>`case when ${tickets.kind} = 'consulting' then 'consulting'
  else coalesce(${tickets.confirmedSeverity}, ${tickets.claimedSeverity}) end`;

const listed = {
  ticket: tickets.number,
  title: tickets.title,
  account: tickets.account,
  assignee: tickets.assignee,
  severity: ticketSeverity,
};

const backlogOf = (
  { status, age }: Extract<FigureList, { of: "backlog" }>,
  { scope, now }: ListContext,
): SQL | undefined =>
  and(
    sql`${tickets.status} <> 'resolved'`,
    status === null ? undefined : eq(tickets.status, status),
    age === null || backlogAges[age] === undefined ? undefined : sql`${ageAt(now)} = ${age}::int`,
    ticketsIn(scope),
  );

/** The events that a list names. */
const momentsOf = (list: Exclude<ListOfTickets, { of: "backlog" }>, { period, scope }: ListContext): SQL | undefined =>
  list.of === "articles"
    ? and(shownIn(period, scope), sql`${events.body}->'titles' ? ${list.title}`)
    : and(
        momentsIn(list.of, period, scope),
        list.of === "rated" && list.score !== null ? sql`${givenScore} = ${list.score}` : undefined,
      );

/** A page of the tickets that a list names: the oldest of the backlog first, else the newest event first. */
export const readListedTickets = async (
  db: Database,
  list: ListOfTickets,
  context: ListContext,
  { skipped, limit }: ListPage,
): Promise<readonly ListedTicket[]> => {
  if (list.of === "backlog") {
    const rows = await db
      .select({ ...listed, at: tickets.openedAt })
      .from(tickets)
      .where(backlogOf(list, context))
      .orderBy(asc(tickets.openedAt), asc(tickets.number))
      .limit(limit)
      .offset(skipped);
    return rows.map((row) => ({ ...row, score: null, comment: null }));
  }
  const rows = await db
    .select({ ...listed, at: events.at, score: givenScore, comment: givenComment })
    .from(events)
    .innerJoin(tickets, eq(tickets.number, events.ticket))
    .where(momentsOf(list, context))
    .orderBy(sql`${events.at} desc`, sql`${events.id} desc`)
    .limit(limit)
    .offset(skipped);
  return list.of === "rated" ? rows : rows.map((row) => ({ ...row, score: null, comment: null }));
};

/** How many rows a list has. */
export const countListed = async (db: Database, list: FigureList, context: ListContext): Promise<number> => {
  const total = { total: sql<number>`count(*)`.mapWith(Number) };
  const { period, scope, zone } = context;
  const [row] =
    list.of === "clocks"
      ? await db
          .select(total)
          .from(clockOutcomes)
          .where(chosenOutcomes({ ...period, only: scope }, list.choice, zone))
      : list.of === "backlog"
        ? await db.select(total).from(tickets).where(backlogOf(list, context))
        : await db
            .select(total)
            .from(events)
            .innerJoin(tickets, eq(tickets.number, events.ticket))
            .where(momentsOf(list, context));
  return row?.total ?? 0;
};
