import type { ClockKind } from "../../sla/clock-kinds.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Severity } from "../../sla/severity.ts";

/** The ready-made lists of the staff's queue. `soon`: due within `soonMs`. `accounts`: of the accounts that one manages. */
export const queueTabs = [
  "open",
  "mine",
  "unassigned",
  "overdue",
  "soon",
  "waiting",
  "tech",
  "accounts",
  "resolved",
] as const;
export type QueueTab = (typeof queueTabs)[number];

/** How soon (ms) a ticket of the list `soon` is due. */
export const soonMs = 2 * 3_600_000;

/** What narrows the queue; null narrows nothing. */
export interface QueueFilter {
  readonly account: string | null;
  readonly severity: Severity | null;
  readonly area: string | null;
  /** The key of a person. */
  readonly assignee: string | null;
  readonly status: "open" | "waiting" | null;
  /** The kind of the clock that is due next. */
  readonly clock: ClockKind | null;
}

/** The person who looks at the queue, and when. */
export interface QueueViewer {
  readonly person: string;
  /** Keys of the accounts that they manage. */
  readonly accounts: readonly string[];
  readonly now: Instant;
}

/** The last ticket of a page: the next page begins behind it. Resolved tickets have no due time. */
export interface QueuePlace {
  readonly due: Instant | null;
  readonly number: number;
}

/** One list of the queue. */
export interface QueueView {
  readonly tab: QueueTab;
  readonly filter: QueueFilter;
}

export const noFilter: QueueFilter = {
  account: null,
  severity: null,
  area: null,
  assignee: null,
  status: null,
  clock: null,
};
