import type { CountedOutcomes, MeasuredClock } from "../../reports/make-report.ts";
import { aloneCauses, type HourCounts } from "../../reports/report.ts";
import { durationBars, durationEdges } from "../../reports/duration-edges.ts";
import type { EndedCounts, OutcomeFilter } from "../../reports/attainment.ts";
import type { ReportedSeverity } from "../../reports/ticket-list.ts";
import type { BreachCause } from "../../sla/clock.ts";
import type { ClockKind } from "../../sla/clock-kinds.ts";
import type { Database } from "../connection/handle.ts";
import { numbersOf } from "../many-values.ts";
import { clockOutcomes } from "../schema/outcome-schema.ts";
import { and, ne, sql } from "../schema/orm.ts";
import { outcomesIn, readAttainment } from "./report-queries.ts";

/** The severity as reports tell it. */
export const reportedSeverity = sql<ReportedSeverity>`case when ${clockOutcomes.kind} = 'consulting' then 'consulting' else ${clockOutcomes.severity} end`;

/** The hour of the week, from 0 (Monday at midnight in the zone) to 167, in which a clock was due. */
export const dueHour = (
  zone: string,
) => sql<number>`((extract(isodow from ${clockOutcomes.dueAt} at time zone ${zone}) - 1) * 24
  + extract(hour from ${clockOutcomes.dueAt} at time zone ${zone}))::int`;

/** The values by which outcomes are counted, in the order of the columns. */
const countedBy = ["clock", "severity", "account", "area", "agent", "cause", "hour"] as const;
type CountedBy = (typeof countedBy)[number];

const columnOf = (name: CountedBy) => sql.identifier(name);

/** Only this bit is not set: Postgres sets a bit for each column that a row is not grouped by, the last column's is the lowest. */
const groupedBy = (name: CountedBy): number =>
  (1 << countedBy.length) - 1 - (1 << (countedBy.length - 1 - countedBy.indexOf(name)));

const ended = (how: "met" | "breached" | "cancelled") =>
  sql<number>`count(*) filter (where outcome = ${how})`.mapWith(Number);

interface CountedRow extends EndedCounts, Readonly<Record<CountedBy, string | number | null>> {
  readonly grouped: number;
  readonly alone: number;
}

const countsOf = ({ met, breached, cancelled }: EndedCounts): EndedCounts => ({ met, breached, cancelled });

/** Counts the outcomes of a filter by one value at a time, all in one walk through them. Hours are those of the zone. */
export const readCounts = async (db: Database, filter: OutcomeFilter, zone: string): Promise<CountedOutcomes> => {
  const outcomes = db
    .select({
      outcome: clockOutcomes.outcome,
      clock: clockOutcomes.clock,
      severity: reportedSeverity.as("severity"),
      account: clockOutcomes.account,
      area: clockOutcomes.area,
      agent: sql<string | null>`${clockOutcomes.assignee}`.as("agent"),
      cause: clockOutcomes.cause,
      hour: dueHour(zone).as("hour"),
    })
    .from(clockOutcomes)
    .where(outcomesIn(filter))
    .as("outcomes");
  const columns = sql.join(countedBy.map(columnOf), sql`, `);
  const sets = sql.join(
    countedBy.map((name) => sql`(${columnOf(name)})`),
    sql`, `,
  );
  const rows: readonly CountedRow[] = await db
    .select({
      grouped: sql<number>`grouping(${columns})::int`,
      clock: sql<string | null>`clock`,
      severity: sql<string | null>`severity`,
      account: sql<string | null>`account`,
      area: sql<string | null>`area`,
      agent: sql<string | null>`agent`,
      cause: sql<string | null>`cause`,
      hour: sql<number | null>`hour`,
      met: ended("met"),
      breached: ended("breached"),
      cancelled: ended("cancelled"),
      alone: sql<number>`count(*) filter (where outcome = 'breached' and cause in (${sql.join(
        aloneCauses.map((cause) => sql`${cause}`),
        sql`, `,
      )}))`.mapWith(Number),
    })
    .from(outcomes)
    .groupBy(sql`grouping sets ((), ${sets})`);
  const by = <Value extends string | null>(name: CountedBy): ReadonlyMap<Value, EndedCounts> =>
    new Map(
      rows
        .filter(({ grouped }) => grouped === groupedBy(name))
        // The column holds values of this type, or null where outcomes have none.
        .map((row) => [row[name] as Value, countsOf(row)] as const),
    );
  const all = rows.find(({ grouped }) => grouped === (1 << countedBy.length) - 1);
  return {
    all: all === undefined ? { met: 0, breached: 0, cancelled: 0 } : countsOf(all),
    clock: by<ClockKind>("clock"),
    severity: by<ReportedSeverity>("severity"),
    account: by("account"),
    area: by("area"),
    agent: by("agent"),
    cause: new Map(
      [...by<BreachCause | null>("cause")].flatMap(([cause, { breached }]) =>
        cause === null ? [] : [[cause, breached] as const],
      ),
    ),
    hours: rows
      .filter(({ grouped }) => grouped === groupedBy("hour"))
      .map(({ hour, met, breached, alone }): HourCounts => {
        const at = Number(hour);
        return { day: Math.floor(at / 24), hour: at % 24, met, breached, alone };
      })
      .filter(({ met, breached }) => met + breached > 0)
      .toSorted((one, other) => one.day - other.day || one.hour - other.hour),
  };
};

/** How many clocks of each kind took how long in working time, by the bars of `durationEdges`. */
const readSpread = async (
  db: Database,
  filter: OutcomeFilter,
): Promise<readonly { readonly clock: ClockKind; readonly bar: number; readonly count: number }[]> => {
  const measured = db
    .select({
      clock: clockOutcomes.clock,
      bar: sql<number>`width_bucket(${clockOutcomes.used}, ${numbersOf(durationEdges)}::bigint[])`.as("bar"),
    })
    .from(clockOutcomes)
    .where(and(outcomesIn(filter), ne(clockOutcomes.outcome, "cancelled")))
    .as("measured");
  return db
    .select({ clock: measured.clock, bar: measured.bar, count: sql<number>`count(*)`.mapWith(Number) })
    .from(measured)
    .groupBy(measured.clock, measured.bar);
};

/** How long the clocks of each kind took that were met or breached. */
export const readTimes = async (db: Database, filter: OutcomeFilter): Promise<readonly MeasuredClock[]> => {
  const measured = await readAttainment(db, filter, ["clock"]);
  const spread = await readSpread(db, filter);
  return measured
    .filter(({ met, breached }) => met + breached > 0)
    .map(({ clock, met, breached, used, elapsed }) => ({
      clock,
      ended: met + breached,
      used,
      elapsed,
      spread: Array.from(
        { length: durationBars },
        (_, bar) => spread.find((each) => each.clock === clock && each.bar === bar)?.count ?? 0,
      ),
    }));
};
