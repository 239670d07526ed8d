import type { Severity } from "./severity.ts";
import type { ClockKind } from "./clock-kinds.ts";

/**
 * The roles that people have for a ticket (`tech`: who took it for the technical team). Plazo looks up the person when
 * it sends a reminder.
 */
export const recipientRoles = ["manager", "deputy", "assignee", "head", "tech"] as const;

export type RecipientRole = (typeof recipientRoles)[number];

/** A recipient of a step: a role, or one person (a key of `people`) from the desk file or because they `asked`. */
export type Recipient = RecipientRole | { readonly person: string; readonly asked?: true };

/** Whom a ladder step notifies, and how. */
export interface StepRecipients {
  readonly tell: readonly Recipient[];
  readonly email: readonly Recipient[];
  readonly mention: "triage" | null;
}

/**
 * When a ladder step comes: when this share (percent) of the target is used, or when this much working time is left.
 * 100 is the breach; higher shares come after it.
 */
export type StepTime = { readonly by: "used"; readonly percent: number } | { readonly by: "left"; readonly ms: number };

/** One step of the ladder. */
export interface LadderStep extends StepRecipients {
  readonly when: StepTime;
  /** The severities and clocks that have this step. */
  readonly severities: readonly Severity[];
  readonly clocks: readonly ClockKind[];
}
