import type { SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import {
  dimensions,
  type AccountSet,
  type Attainment,
  type Breach,
  type Dimension,
  type OutcomeFilter,
  type TimePercentiles,
} from "../../reports/attainment.ts";
import { clockTraits } from "../../sla/clock-kinds.ts";
import type { ClockOutcome } from "../../tickets/clocks/outcomes.ts";
import type { Database } from "../connection/handle.ts";
import { isOneOf } from "../many-values.ts";
import { clockOutcomes } from "../schema/outcome-schema.ts";
import { and, asc, eq, fromInstant, gte, isNull, lt, not, or, sql } from "../schema/orm.ts";

const columns = {
  account: clockOutcomes.account,
  plan: clockOutcomes.plan,
  area: clockOutcomes.area,
  manager: clockOutcomes.manager,
  assignee: clockOutcomes.assignee,
  intake: clockOutcomes.intake,
  kind: clockOutcomes.kind,
  severity: clockOutcomes.severity,
  clock: clockOutcomes.clock,
} as const satisfies Record<Dimension, unknown>;

/** The condition that a column has this value; null: none. */
export const hasValue = (column: PgColumn, value: string | null) =>
  value === null ? isNull(column) : eq(column, value);

/** The condition that an account is one of a set. */
export const isInAccounts = (column: PgColumn, { keys, isIn }: AccountSet) =>
  isIn ? isOneOf(sql`${column}`, keys) : or(isNull(column), not(isOneOf(sql`${column}`, keys)));

/** The outcomes that a filter names. */
export const outcomesIn = ({ from, to, only }: OutcomeFilter) =>
  and(
    gte(clockOutcomes.dueAt, from),
    lt(clockOutcomes.dueAt, to),
    only.accounts === undefined ? undefined : isInAccounts(clockOutcomes.account, only.accounts),
    ...dimensions.flatMap((name) => {
      const value = only[name];
      return value === undefined ? [] : [hasValue(columns[name], value)];
    }),
  );

const counted = (outcome: ClockOutcome["outcome"]) =>
  sql<number>`count(*) filter (where ${clockOutcomes.outcome} = ${outcome})`.mapWith(Number);

/** The time (ms) from the start of a clock until its end. */
export const elapsedTime = sql<number>`(extract(epoch from ${clockOutcomes.endedAt} - ${clockOutcomes.startedAt}) * 1000)::bigint`;

/** The greatest of the smallest half, nine tenths and nineteen twentieths of the values: each is a value that occurred. */
const percentiles = (value: ReturnType<typeof sql>) =>
  sql<TimePercentiles>`percentile_disc(array[0.5, 0.9, 0.95]) within group (order by ${value})
    filter (where ${clockOutcomes.outcome} <> 'cancelled')`.mapWith(
    (found: readonly (number | string)[] | string): TimePercentiles => {
      const [p50, p90, p95] = (typeof found === "string" ? found.slice(1, -1).split(",") : found).map(Number);
      return { p50: p50 ?? null, p90: p90 ?? null, p95: p95 ?? null };
    },
  );

const none: TimePercentiles = { p50: null, p90: null, p95: null };

/** The counts of outcomes in the groups of these dimensions, in the order of their values. */
export const readAttainment = async <const By extends Dimension>(
  db: Database,
  filter: OutcomeFilter,
  by: readonly By[],
): Promise<readonly Attainment<By>[]> => {
  const groups = by.map((name) => columns[name]);
  const rows = await db
    .select({
      ...Object.fromEntries(by.map((name) => [name, columns[name]])),
      met: counted("met"),
      breached: counted("breached"),
      cancelled: counted("cancelled"),
      used: percentiles(sql`${clockOutcomes.used}`),
      elapsed: percentiles(elapsedTime),
    })
    .from(clockOutcomes)
    .where(outcomesIn(filter))
    .groupBy(...groups)
    .orderBy(...groups.map((column) => asc(column)));
  return rows.map((row) => ({
    ...row,
    used: row.used ?? none,
    elapsed: row.elapsed ?? none,
  })) as unknown as readonly Attainment<By>[];
};

/** The breached targets that a filter names, in the order of their due times; `most` at most. */
export const readBreaches = async (db: Database, filter: OutcomeFilter, most: number): Promise<readonly Breach[]> => {
  const rows = await db
    .select()
    .from(clockOutcomes)
    .where(and(outcomesIn(filter), eq(clockOutcomes.outcome, "breached")))
    .orderBy(asc(clockOutcomes.dueAt), asc(clockOutcomes.ticket))
    .limit(most);
  return rows.map((row) => ({ ...row, late: lateOf(row), cause: row.cause ?? "unanswered" }));
};

/** How much (ms) a breached clock took beyond its target: working time, or all time after a promised moment. */
export const lateOf = ({
  clock,
  used,
  target,
  dueAt,
  endedAt,
}: Pick<ClockOutcome, "clock" | "used" | "target" | "dueAt" | "endedAt">): number =>
  clockTraits[clock].target === "moment" ? endedAt - dueAt : Math.max(used - target, 0);

/** How many outcomes are read at once. */
const outcomesPerPage = 5_000;

/** Yields the outcomes that a filter names, and of these those that meet `also`, page by page, in the order of their due times. */
export async function* outcomePages(
  db: Database,
  filter: OutcomeFilter,
  also?: SQL,
): AsyncGenerator<readonly ClockOutcome[], void> {
  let last: ClockOutcome | undefined;
  for (;;) {
    const page: readonly ClockOutcome[] = await db
      .select()
      .from(clockOutcomes)
      .where(
        and(
          outcomesIn(filter),
          also,
          last === undefined
            ? undefined
            : sql`(${clockOutcomes.dueAt}, ${clockOutcomes.ticket}, ${clockOutcomes.clock}, ${clockOutcomes.cycle})
                > (${fromInstant(last.dueAt)}::timestamptz, ${last.ticket}::int, ${last.clock}::text, ${last.cycle}::int)`,
        ),
      )
      .orderBy(asc(clockOutcomes.dueAt), asc(clockOutcomes.ticket), asc(clockOutcomes.clock), asc(clockOutcomes.cycle))
      .limit(outcomesPerPage);
    yield page;
    if (page.length < outcomesPerPage) return;
    last = page.at(-1);
  }
}
