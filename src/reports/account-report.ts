import { durationText } from "../desk/duration.ts";
import { type ClockKind, allClockKinds } from "../sla/clock-kinds.ts";
import { type Severity, severities } from "../sla/severity.ts";
import type { TicketKind } from "../tickets/ticket-records.ts";
import type { Attainment, Breach, AttainmentCounts } from "./attainment.ts";
import type { Period } from "./period.ts";

/** What one clock of one severity says about an account. Times are ISO 8601 in UTC, lengths are ISO 8601 durations of working time. */
export interface ReportedClock {
  readonly clock: ClockKind;
  /** `consulting` has no severity. */
  readonly severity: Severity | "consulting";
  readonly met: number;
  readonly breached: number;
  readonly cancelled: number;
  readonly p50: string | null;
  readonly p90: string | null;
  readonly p95: string | null;
  readonly breaches: readonly {
    readonly ticket: number;
    readonly due: string;
    readonly ended: string;
    readonly late: string;
    readonly cause: string;
  }[];
}

/** How the targets of an account were kept. Its shape is part of the external contract. */
export interface AccountReport {
  /** The key of the account; null for tickets without one. */
  readonly account: string | null;
  readonly from: string;
  readonly to: string;
  readonly clocks: readonly ReportedClock[];
}

type Row = Attainment<"account" | "clock" | "kind" | "severity">;

const iso = (at: number): string => new Date(at).toISOString();

const lengthOf = (ms: number | null): string | null => (ms === null ? null : durationText(ms));

const named = ({
  kind,
  severity,
}: {
  readonly kind: TicketKind;
  readonly severity: Severity;
}): ReportedClock["severity"] => (kind === "consulting" ? "consulting" : severity);

const order = [...severities, "consulting"];
const byClock = (one: ReportedClock, other: ReportedClock): number =>
  allClockKinds.indexOf(one.clock) - allClockKinds.indexOf(other.clock) ||
  order.indexOf(one.severity) - order.indexOf(other.severity);

const clockOf = (
  row: AttainmentCounts & Pick<Row, "clock" | "kind" | "severity">,
  breaches: readonly Breach[],
): ReportedClock => ({
  clock: row.clock,
  severity: named(row),
  met: row.met,
  breached: row.breached,
  cancelled: row.cancelled,
  p50: lengthOf(row.used.p50),
  p90: lengthOf(row.used.p90),
  p95: lengthOf(row.used.p95),
  breaches: breaches
    .filter((each) => each.clock === row.clock && named(each) === named(row))
    .map(({ ticket, dueAt, endedAt, late, cause }) => ({
      ticket,
      due: iso(dueAt),
      ended: iso(endedAt),
      late: durationText(late),
      cause,
    })),
});

/** The report of one account from its own counts and breaches. */
export const accountReport = (
  account: string | null,
  { from, to }: Period,
  { rows, breaches }: { readonly rows: readonly Row[]; readonly breaches: readonly Breach[] },
): AccountReport => ({
  account,
  from: iso(from),
  to: iso(to),
  clocks: rows.map((row) => clockOf(row, breaches)).toSorted(byClock),
});
