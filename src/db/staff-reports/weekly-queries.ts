import type { Desk } from "../../desk/desk.ts";
import type { OutcomeFilter } from "../../reports/attainment.ts";
import { alertFor } from "../../reports/goal-state.ts";
import { periodOf } from "../../reports/report-times.ts";
import { moved, type Period } from "../../reports/period.ts";
import {
  clockWeeks,
  type KeptCounts,
  type UnansweredTicket,
  type WeeklyFigures,
  type WrittenRating,
} from "../../reports/weekly-figures.ts";
import { allClockKinds, type ClockKind } from "../../sla/clock-kinds.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Score } from "../../tickets/ticket-records.ts";
import type { Database } from "../connection/handle.ts";
import { readAttainment, readBreaches } from "../outcomes/report-queries.ts";
import { isOneOf } from "../many-values.ts";
import { countedBacklog, waitsSince } from "../queue/backlog.ts";
import { and, desc, isNotNull, sql } from "../schema/orm.ts";
import { tickets } from "../schema/schema.ts";
import { readGoals } from "./goal-queries.ts";

type GivenRating = Omit<WrittenRating, "comment"> & { readonly comment: string | null };

/** What a weekly digest is about: a week that begins on a day of a zone, and keys of accounts; null: the whole desk. */
export interface WeekAsked {
  readonly desk: Desk;
  readonly period: string;
  readonly zone: string;
  readonly accounts: readonly string[] | null;
  readonly now: Instant;
}

/** How many lines of a kind a digest has. */
const shown = { breaches: 12, waiting: 5, goals: 10, comments: 5 } as const;

/** The tickets whose customers wait longest for an answer, among the unresolved ones that are due first. */
const readWaiting = async (
  db: Database,
  { accounts, now }: Pick<WeekAsked, "accounts" | "now">,
  most: number,
): Promise<readonly UnansweredTicket[]> => {
  const first = db
    .select({
      ticket: tickets.number,
      title: tickets.title,
      account: tickets.account,
      due: tickets.nextDue,
      since: sql<number | null>`(extract(epoch from ${waitsSince}) * 1000)::float8`.as("since"),
    })
    .from(tickets)
    .where(
      accounts === null
        ? sql`status <> 'resolved'`
        : sql`status <> 'resolved' and ${isOneOf(sql`${tickets.account}`, accounts)}`,
    )
    .orderBy(sql`next_due asc nulls last, number`)
    .limit(countedBacklog)
    .as("unresolved");
  const rows = await db
    .select()
    .from(first)
    .where(sql`since is not null`)
    .orderBy(sql`since, number`)
    .limit(most);
  return rows.flatMap(({ since, due, ...ticket }) =>
    since === null ? [] : [{ ...ticket, since, isOverdue: due !== null && due <= now }],
  );
};

/** More ratings than these are not counted. */
const mostRatings = 5_000;

/** The ratings that customers gave in a period, with the score that holds now, the newest first. */
const readRatings = async (
  db: Database,
  { from, to }: Period,
  accounts: WeekAsked["accounts"],
): Promise<readonly GivenRating[]> => {
  const at = sql`(${tickets.rating}->'given'->>'at')::bigint`;
  return db
    .select({
      ticket: tickets.number,
      account: tickets.account,
      score: sql<Score>`${tickets.rating}->'given'->>'score'`,
      comment: sql<string | null>`${tickets.rating}->'given'->>'comment'`,
    })
    .from(tickets)
    .where(
      and(
        isNotNull(tickets.rating),
        sql`${at} >= ${from}::bigint`,
        sql`${at} < ${to}::bigint`,
        accounts === null ? undefined : isOneOf(sql`${tickets.account}`, accounts),
      ),
    )
    .orderBy(sql`${at} desc`, desc(tickets.number))
    .limit(mostRatings);
};

const ratingsOf = (given: readonly GivenRating[]): Pick<WeeklyFigures, "scores" | "comments"> => {
  const count = (score: Score): number => given.filter((each) => each.score === score).length;
  return {
    scores: { good: count("good"), ok: count("ok"), bad: count("bad") },
    comments: given
      .flatMap(({ comment, ...each }) => (comment === null || comment.trim() === "" ? [] : [{ ...each, comment }]))
      .slice(0, shown.comments),
  };
};

/** The outcomes of a week that a digest counts. */
const outcomesOfWeek = (period: Period, accounts: WeekAsked["accounts"]): OutcomeFilter => ({
  ...period,
  only: accounts === null ? {} : { accounts: { keys: accounts, isIn: true } },
});

const readKept = async (db: Database, filter: OutcomeFilter): Promise<ReadonlyMap<ClockKind, KeptCounts>> =>
  new Map((await readAttainment(db, filter, ["clock"])).map(({ clock, met, breached }) => [clock, { met, breached }]));

/** Reads the figures of a weekly digest. */
export const readWeekly = async (
  db: Database,
  { desk, period: first, zone, accounts, now }: WeekAsked,
): Promise<WeeklyFigures> => {
  const period = periodOf("weekly", first, zone);
  const outcomes = outcomesOfWeek(period, accounts);
  const week = await readKept(db, outcomes);
  const before = await readKept(db, outcomesOfWeek(periodOf("weekly", moved(first, { days: -7 }), zone), accounts));
  const goals = await readGoals(db, desk, now, accounts ?? Object.keys(desk.accounts));
  return {
    period,
    clocks: clockWeeks(allClockKinds, week, before),
    breaches: await readBreaches(db, outcomes, shown.breaches),
    breachCount: [...week.values()].reduce((sum, { breached }) => sum + breached, 0),
    waiting: await readWaiting(db, { accounts, now }, shown.waiting),
    atRisk: goals.filter(({ count }) => alertFor(count) !== null).slice(0, shown.goals),
    ...ratingsOf(await readRatings(db, period, accounts)),
  };
};
