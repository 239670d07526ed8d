import type { BreachCause, ClockEnd } from "../sla/clock.ts";
import type { ClockKind } from "../sla/clock-kinds.ts";
import { day, type Instant } from "../sla/instant.ts";
import type { Severity } from "../sla/severity.ts";
import type { Score } from "../tickets/ticket-records.ts";

/** A severity as reports tell it: consulting has none. */
export type ReportedSeverity = Severity | "consulting";

/** An hour of the week in the report's zone. */
export interface WeekHour {
  /** 0 is Monday. */
  readonly day: number;
  readonly hour: number;
}

/** Which clocks a figure counts, among those of a report; null: any. */
export interface ClockChoice {
  readonly clock: ClockKind | null;
  readonly severity: ReportedSeverity | null;
  /** `ended`: met or breached. */
  readonly outcome: ClockEnd["how"] | "ended" | null;
  /** Why they were breached: one of these. Empty: for any reason. */
  readonly causes: readonly BreachCause[];
  /** The hour in which they were due. */
  readonly hour: WeekHour | null;
}

export const anyClock: ClockChoice = { clock: null, severity: null, outcome: null, causes: [], hour: null };

/** The order of listed clocks: the next due first, or the one that took longest first, in working time or in all time. */
export const clockOrders = ["due", "used", "elapsed"] as const;
export type ClockOrder = (typeof clockOrders)[number];

/** What happens to tickets: a ticket is opened, closed, closed and opened again later, opened again, or rated. */
export const ticketMoments = ["opened", "closed", "closedInVain", "reopened", "rated"] as const;
export type TicketMoment = (typeof ticketMoments)[number];

/** The list behind a figure: each row of it was counted once. */
export type FigureList =
  | { readonly of: "clocks"; readonly choice: ClockChoice; readonly order: ClockOrder }
  /** Each opening, closing and so on in the period is a row. `score` narrows ratings. */
  | { readonly of: TicketMoment; readonly score: Score | null }
  /** Tickets before which this article of the manual was shown. */
  | { readonly of: "articles"; readonly title: string }
  /** Unresolved tickets of now. `age` is an index of `backlogAges`. */
  | { readonly of: "backlog"; readonly status: "open" | "waiting" | null; readonly age: number | null };

/** How old unresolved tickets are, since they were opened: each age has its lower border and not its upper one. */
export const backlogAges = [
  { from: 0, to: day },
  { from: day, to: 3 * day },
  { from: 3 * day, to: 7 * day },
  { from: 7 * day, to: 30 * day },
  { from: 30 * day, to: null },
] as const satisfies readonly { readonly from: number; readonly to: number | null }[];

/** A clock in a list. */
export interface ListedClock {
  readonly ticket: number;
  readonly title: string;
  readonly account: string | null;
  readonly assignee: string | null;
  readonly clock: ClockKind;
  readonly cycle: number;
  readonly severity: ReportedSeverity;
  readonly dueAt: Instant;
  readonly endedAt: Instant;
  readonly outcome: ClockEnd["how"];
  readonly used: number;
  readonly elapsed: number;
  /** How much (ms) a breached clock took beyond its target. */
  readonly late: number | null;
  readonly cause: BreachCause | null;
}

/** A ticket in a list, and when it was opened, closed and so on. */
export interface ListedTicket {
  readonly ticket: number;
  readonly title: string;
  readonly account: string | null;
  readonly assignee: string | null;
  readonly severity: ReportedSeverity;
  readonly at: Instant;
  /** Of a ticket that was rated. */
  readonly score: Score | null;
  readonly comment: string | null;
}
