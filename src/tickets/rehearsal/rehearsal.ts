import type { ClockKind } from "../../sla/clock-kinds.ts";
import { clockEnds } from "../../sla/clock.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Severity } from "../../sla/severity.ts";
import type { Event } from "../messages.ts";
import type { NotifyTarget } from "../routes/notification-route.ts";

/** A ticket's events, oldest first, with those of the tickets that were merged into it. */
export interface RecordedTicket {
  readonly number: number;
  /** Null: one of them is damaged. */
  readonly events: readonly Event[] | null;
  readonly merged: readonly RecordedTicket[];
}

/**
 * How a clock ended, or how it is at the end of the rehearsal. A clock that an act ended late, or that was missed before it
 * was cancelled or got another target, is breached. So is one that is overdue and still runs.
 */
export const rehearsedOutcomes = [...clockEnds, "running"] as const;
export type RehearsedOutcome = (typeof rehearsedOutcomes)[number];

/** The result of a clock. `due`: of the target that was missed, else of its last target. */
export interface ClockResult {
  readonly due: Instant;
  readonly outcome: RehearsedOutcome;
}

/** One clock in the real history and in the rehearsal. Two clocks are the same if they are of one kind and count from one moment. */
export interface ComparedClock {
  readonly clock: ClockKind;
  /** The number among those of its kind: that of the real history, else that of the rehearsal. */
  readonly cycle: number;
  readonly severity: Severity;
  /** Null: only the rehearsal has this clock. */
  readonly before: ClockResult | null;
  /** Null: only the real history has this clock. */
  readonly after: ClockResult | null;
}

/** The role in which a person is reminded; `triage` for a mention in triage. */
export type RemindedRole = Extract<NotifyTarget, { how: "direct" }>["as"] | "triage";

/** A person (a key of the desk's people; null: no particular one) in their role for a reminder. */
export interface RemindedPerson {
  readonly role: RemindedRole;
  readonly person: string | null;
}

/** A ladder step that would have come, and whom it would have reminded. */
export interface RehearsedStep {
  readonly clock: ClockKind;
  readonly severity: Severity;
  /** Percent of the target; 100 is the breach. */
  readonly percent: number;
  /** The working time (milliseconds) left, if the desk file defines the step so; else null. */
  readonly left: number | null;
  readonly at: Instant;
  readonly reminded: readonly RemindedPerson[];
  /** People who were passed over, because it was in their quiet hours. */
  readonly inQuietHours: readonly RemindedPerson[];
}

/** What a rehearsal of one ticket finds. */
export interface RehearsedTicket {
  readonly number: number;
  /** The account and the kind that the ticket has at the end. */
  readonly account: string | null;
  readonly consulting: boolean;
  readonly clocks: readonly ComparedClock[];
  readonly steps: readonly RehearsedStep[];
}

/** A ticket whose events cannot be rehearsed: one of them is damaged, or one of a ticket that was merged into it. */
export interface UnrehearsedTicket {
  readonly number: number;
  readonly unreadable: true;
}
