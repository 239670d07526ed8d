import type { Severity } from "./severity.ts";
import type { ClockKind } from "./clock-kinds.ts";

/** The parts people play for a ticket (`tech` took it for the technical team); whoever plays one is looked up when a reminder leaves. */
export const recipientRoles = ["manager", "deputy", "assignee", "head", "tech"] as const;

export type RecipientRole = (typeof recipientRoles)[number];

/** Whom a step tells: whoever plays a part, or somebody by name (a key of `people`), in the desk file or because they `asked`. */
export type Recipient = RecipientRole | { readonly person: string; readonly asked?: true };

/** Whom a step of the ladder tells, and how. */
export interface StepTells {
  readonly tell: readonly Recipient[];
  readonly email: readonly Recipient[];
  readonly mention: "triage" | null;
}

/** When a step of the ladder comes: a share (percent) of the target is used, 100 is the breach and more comes after it; or so much working time is left. */
export type StepTime = { readonly by: "used"; readonly percent: number } | { readonly by: "left"; readonly ms: number };

/** One step of the ladder. */
export interface LadderStep extends StepTells {
  readonly when: StepTime;
  /** The severities and clocks it is for. */
  readonly severities: readonly Severity[];
  readonly clocks: readonly ClockKind[];
}
