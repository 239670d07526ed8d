import type { SQL } from "drizzle-orm";
import type { Period } from "../../reports/period.ts";
import {
  type BacklogAge,
  type FlowCounts,
  type RatingComment,
  type ScoreCounts,
  type Reopening,
  type ShownArticle,
  type SolvingArticle,
} from "../../reports/report.ts";
import type { ScopeFilter } from "../../reports/scope.ts";
import { backlogAges, type TicketMoment } from "../../reports/ticket-list.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Score } from "../../tickets/ticket-records.ts";
import type { Database } from "../connection/handle.ts";
import { textsOf } from "../many-values.ts";
import { and, desc, eq, fromInstant, gte, lt, sql } from "../schema/orm.ts";
import { solvedByManual } from "../schema/prompt-schema.ts";
import { events, tickets } from "../schema/schema.ts";
import { hasValue, isInAccounts } from "./report-queries.ts";

/** The tickets of a scope. */
export const ticketsIn = ({ account, area, assignee, accounts }: ScopeFilter): SQL | undefined =>
  and(
    account === undefined ? undefined : hasValue(tickets.account, account),
    area === undefined ? undefined : hasValue(tickets.area, area),
    assignee === undefined ? undefined : hasValue(tickets.assignee, assignee),
    accounts === undefined ? undefined : isInAccounts(tickets.account, accounts),
  );

/** A resolved ticket that is merged was closed before, and so not by the merge. */
const closed = sql`(${events.type} = 'resolved' or (${events.type} = 'merged' and ${tickets.resolvedAt} = ${events.at}))`;
const openedAgainLater = sql`exists (select 1 from ${events} as later
  where later.ticket = ${events.ticket} and later.id > ${events.id} and later.type = 'reopened')`;
/** A person may change a rating; the first answer counts in its period, with the score that holds now. */
const firstAnswer = sql`(${events.type} = 'rated' and ${events.body}->>'before' is null)`;

/** Events of tickets, by what happened. Types are literals, so that Postgres uses the index of reports. */
const happened: Readonly<Record<TicketMoment, SQL>> = {
  opened: sql`${events.type} = 'opened'`,
  closed: sql`${events.type} in ('resolved', 'merged') and ${closed}`,
  closedInVain: sql`${events.type} = 'resolved' and ${openedAgainLater}`,
  reopened: sql`${events.type} = 'reopened'`,
  rated: firstAnswer,
};

/** What happened to the tickets of a scope in a period. The query joins `events` with `tickets`. */
export const momentsIn = (moment: TicketMoment, { from, to }: Period, scope: ScopeFilter): SQL | undefined =>
  and(happened[moment], gte(events.at, from), lt(events.at, to), ticketsIn(scope));

const ofTicket = eq(tickets.number, events.ticket);

/** Counts openings, closings and reopenings in each part of a period. The parts follow each other without gaps. */
export const readFlow = async (
  db: Database,
  parts: readonly Period[],
  scope: ScopeFilter,
): Promise<readonly FlowCounts[]> => {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return [];
  const starts = textsOf(parts.map(({ from }) => fromInstant(from)));
  const part = sql<number>`width_bucket(${events.at}, ${starts}::timestamptz[])`;
  const moments = db
    .select({ type: events.type, part: part.as("part") })
    .from(events)
    .innerJoin(tickets, ofTicket)
    .where(
      and(
        sql`${events.type} in ('opened', 'resolved', 'merged', 'reopened')`,
        sql`(${events.type} in ('opened', 'reopened') or ${closed})`,
        gte(events.at, first.from),
        lt(events.at, last.to),
        ticketsIn(scope),
      ),
    )
    .as("moments");
  const rows = await db
    .select({
      part: moments.part,
      opened: sql<number>`count(*) filter (where type = 'opened')`.mapWith(Number),
      closed: sql<number>`count(*) filter (where type in ('resolved', 'merged'))`.mapWith(Number),
      reopened: sql<number>`count(*) filter (where type = 'reopened')`.mapWith(Number),
    })
    .from(moments)
    .groupBy(moments.part);
  const found = new Map(rows.map((row) => [row.part, row]));
  return parts.map((_, at) => {
    const { opened = 0, closed: ended = 0, reopened = 0 } = found.get(at + 1) ?? {};
    return { opened, closed: ended, reopened };
  });
};

/** Counts closings that were no merges, and those of them after which the ticket was opened again until now. */
export const readReopening = async (db: Database, { from, to }: Period, scope: ScopeFilter): Promise<Reopening> => {
  const [row] = await db
    .select({
      closed: sql<number>`count(*)`.mapWith(Number),
      inVain: sql<number>`count(*) filter (where ${openedAgainLater})`.mapWith(Number),
    })
    .from(events)
    .innerJoin(tickets, ofTicket)
    .where(and(sql`${events.type} = 'resolved'`, gte(events.at, from), lt(events.at, to), ticketsIn(scope)));
  return row ?? { closed: 0, inVain: 0 };
};

/** The place of an age in `backlogAges`, for tickets at this time. */
export const ageAt = (now: Instant): SQL<number> => {
  const seconds = textsOf(backlogAges.slice(1).map(({ from }) => String(from / 1_000)));
  return sql<number>`width_bucket(extract(epoch from ${fromInstant(now)}::timestamptz - ${tickets.openedAt}), ${seconds}::numeric[])`;
};

/** Counts the unresolved tickets of a scope by age and status. */
export const readBacklogAges = async (
  db: Database,
  scope: ScopeFilter,
  now: Instant,
): Promise<readonly BacklogAge[]> => {
  const unresolved = db
    .select({ status: tickets.status, age: ageAt(now).as("age") })
    .from(tickets)
    .where(and(sql`${tickets.status} <> 'resolved'`, ticketsIn(scope)))
    .as("unresolved");
  const rows = await db
    .select({
      age: unresolved.age,
      open: sql<number>`count(*) filter (where status = 'open')`.mapWith(Number),
      waiting: sql<number>`count(*) filter (where status = 'waiting')`.mapWith(Number),
    })
    .from(unresolved)
    .groupBy(unresolved.age);
  return backlogAges.map((_, at) => {
    const { open = 0, waiting = 0 } = rows.find(({ age }) => age === at) ?? {};
    return { open, waiting };
  });
};

export const givenScore = sql<Score>`${tickets.rating}->'given'->>'score'`;
export const givenComment = sql<string | null>`${tickets.rating}->'given'->>'comment'`;

/** Counts the ratings that were given in a period, by the score that holds now. */
export const readScores = async (db: Database, period: Period, scope: ScopeFilter): Promise<ScoreCounts> => {
  const rows = await db
    .select({ score: givenScore, count: sql<number>`count(*)`.mapWith(Number) })
    .from(events)
    .innerJoin(tickets, ofTicket)
    .where(momentsIn("rated", period, scope))
    .groupBy(givenScore);
  const of = (score: Score): number => rows.find((row) => row.score === score)?.count ?? 0;
  return { good: of("good"), ok: of("ok"), bad: of("bad") };
};

/** The newest comments with the ratings of a period; `most` at most. */
export const readComments = async (
  db: Database,
  { period, scope, most }: { readonly period: Period; readonly scope: ScopeFilter; readonly most: number },
): Promise<readonly RatingComment[]> => {
  const rows = await db
    .select({
      ticket: tickets.number,
      title: tickets.title,
      account: tickets.account,
      at: events.at,
      score: givenScore,
      comment: sql<string>`${givenComment}`,
    })
    .from(events)
    .innerJoin(tickets, ofTicket)
    .where(and(momentsIn("rated", period, scope), sql`${givenComment} <> ''`))
    .orderBy(desc(events.at), desc(events.id))
    .limit(most);
  return rows;
};

/** Tickets that were opened in the period although articles had been shown. The query joins `events` with `tickets`. */
export const shownIn = ({ from, to }: Period, scope: ScopeFilter): SQL | undefined =>
  and(sql`${events.type} = 'articlesOffered'`, gte(events.at, from), lt(events.at, to), ticketsIn(scope));

/** The articles that were shown before most tickets; `most` at most. */
export const readShownArticles = async (
  db: Database,
  { period, scope, most }: { readonly period: Period; readonly scope: ScopeFilter; readonly most: number },
): Promise<readonly ShownArticle[]> => {
  const shown = db
    .selectDistinct({
      ticket: events.ticket,
      title: sql<string>`jsonb_array_elements_text(${events.body}->'titles')`.as("title"),
    })
    .from(events)
    .innerJoin(tickets, ofTicket)
    .where(shownIn(period, scope))
    .as("shown");
  return db
    .select({ title: shown.title, tickets: sql<number>`count(*)`.mapWith(Number) })
    .from(shown)
    .groupBy(shown.title)
    .orderBy(sql`count(*) desc`, shown.title)
    .limit(most);
};

/** The articles that solved most problems without a ticket; `most` at most. */
export const readSolvingArticles = (db: Database, most: number): Promise<readonly SolvingArticle[]> =>
  db.select().from(solvedByManual).orderBy(desc(solvedByManual.times), solvedByManual.url).limit(most);
