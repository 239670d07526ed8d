import type { Severity } from "./severity.ts";
import type { Calendar, TargetTime } from "./calendar.ts";
import type { Instant } from "./instant.ts";
import type { ClockKind } from "./clock-kinds.ts";
import type { StepRecipients } from "./ladder-step.ts";

/** A ladder step, as it was copied when the target was set. */
export interface TargetStep extends StepRecipients {
  /**
   * The percentage of the target at which the step comes; it also identifies the step. 100 is the breach. May be a
   * fraction.
   */
  readonly percent: number;
  /** The working time (milliseconds) left at the step, if the desk file defined it so; else null. */
  readonly left: number | null;
}

/** A step of a target that was set, with its time. */
export interface ScheduledStep extends TargetStep {
  /** When the working time before the step is used up. A pause moves it. */
  readonly at: Instant;
}

/** The support contract under which a target was set: keys of the desk's plans and people. */
export interface TargetContract {
  readonly plan: string;
  /** The account manager; null if the account had none. */
  readonly manager: string | null;
}

/** A target as it was set: the desk's terms on that day, and the due time. */
export interface SlaTarget {
  readonly severity: Severity;
  readonly time: TargetTime;
  readonly calendar: Calendar;
  readonly ladder: readonly ScheduledStep[];
  readonly madeAt: Instant;
  readonly due: Instant;
  /** The working time (milliseconds) from the clock's start to the due time, without pauses. No later pause changes it. */
  readonly total: number;
  /** The working time (milliseconds) that passed in ended pauses after the due time. */
  readonly pausedLate: number;
  /** It was breached before another target replaced it or new terms named none. No later target undoes that. */
  readonly breached?: true;
  /** Left out if the requester had no account. */
  readonly contract?: TargetContract;
}

/**
 * Why a target was breached, as the ticket was at the breach. `undelivered`: a reminder reached no recipient. `withTech`: the
 * ticket waited for the technical team. `acknowledged`: an agent had pressed "I'm on it". `unassigned`: it had no assignee.
 * `unanswered`: the assignee did not answer.
 */
export const breachCauses = ["undelivered", "withTech", "acknowledged", "unassigned", "unanswered"] as const;
export type BreachCause = (typeof breachCauses)[number];

/** How a clock ends: an act met the target or came late, or the clock was cancelled (account, severity, merge). */
export const clockEnds = ["met", "breached", "cancelled"] as const;

/** When a clock ended, and how. */
export interface ClockEnd {
  readonly at: Instant;
  readonly how: (typeof clockEnds)[number];
}

/** One clock of a ticket. */
export interface Clock {
  readonly kind: ClockKind;
  /** The number of this clock among those of its kind, from 1. */
  readonly cycle: number;
  readonly startedAt: Instant;
  readonly target: SlaTarget;
  /** Targets before a severity or account change, oldest first. */
  readonly earlier: readonly SlaTarget[];
  readonly end: ClockEnd | null;
  /** The steps (percent) of the current target that were sent, or replaced by a higher one. */
  readonly fired: readonly number[];
  /** The agent who pressed "I'm on it". It stops reminders below the breach, never the clock. */
  readonly acknowledged: { readonly by: string; readonly at: Instant } | null;
  /**
   * Steps below the breach wait until this time, but never past the due time. Then `by`, a key of the desk's people, is
   * reminded again. `counted`: the working time (milliseconds) from the clock's start until then, without pauses.
   */
  readonly snoozed: { readonly until: Instant; readonly by: string; readonly counted: number } | null;
  /** How the ticket was when the step of the breach came; left out before it. */
  readonly breachCause?: BreachCause;
  /** How long (ms) its ended pauses lasted since it was set; left out if there was none. */
  readonly waited?: number;
  /** A reminder of this clock reached no recipient. */
  readonly undelivered?: true;
}

/** A clock that runs no more. */
export type EndedClock = Clock & { readonly end: ClockEnd };

export const isEnded = (clock: Clock): clock is EndedClock => clock.end !== null;
