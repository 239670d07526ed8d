import type { Severity } from "../sla/severity.ts";

/** Hours of the week, the same on each of these days. */
export interface UncoveredHours {
  readonly is: "hours";
  /** 0: Monday. */
  readonly days: readonly number[];
  /** The minute of the day. */
  readonly from: number;
  readonly minutes: number;
}

/** When no reminder can reach a person: some hours, every hour of the week, or always because the ladder has no step. */
export type UncoveredTime = UncoveredHours | { readonly is: "never" | "noStep" };

/** A time in which clocks of a plan run that no person is reminded of. */
export interface CoverageGap {
  readonly plan: string;
  readonly severities: readonly Severity[];
  /** Names of the accounts that have the plan. */
  readonly accounts: readonly string[];
  readonly when: UncoveredTime;
}
