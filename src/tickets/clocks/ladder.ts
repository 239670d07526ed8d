import type { TargetStep } from "../../sla/clock.ts";
import type { LadderStep, Recipient } from "../../sla/ladder-step.ts";
import type { ClockKind } from "../../sla/clock-kinds.ts";

import type { Severity } from "../../sla/severity.ts";

/** The breach, in percent of the target. */
export const breach = 100;

const copied = ({ when, tell, email, mention }: LadderStep, total: number): TargetStep => ({
  percent: when.by === "used" ? when.percent : (breach * (total - when.ms)) / total,
  left: when.by === "left" ? when.ms : null,
  tell,
  email,
  mention,
});

const same = (one: Recipient, other: Recipient): boolean =>
  typeof one === "string" || typeof other === "string" ? one === other : one.person === other.person;

const both = (some: readonly Recipient[], more: readonly Recipient[]): readonly Recipient[] => [
  ...some,
  ...more.filter((each) => !some.some((known) => same(known, each))),
];

/** Joins two steps of the same moment. */
const merged = (one: TargetStep, other: TargetStep): TargetStep => ({
  ...one,
  tell: both(one.tell, other.tell),
  email: both(one.email, other.email),
  mention: one.mention ?? other.mention,
});

/**
 * The steps for this severity and clock, in order, for a target of `total` milliseconds of working time. A step with as
 * much time left as the whole target would come before the start, and is left out.
 */
export const ladderFor = (
  ladder: readonly LadderStep[],
  severity: Severity,
  kind: ClockKind,
  total: number,
): readonly TargetStep[] => {
  const steps = new Map<number, TargetStep>();
  for (const step of ladder) {
    if (!step.severities.includes(severity) || !step.clocks.includes(kind)) continue;
    if (step.when.by === "left" && step.when.ms >= total) continue;
    const copiedStep = copied(step, total);
    const known = steps.get(copiedStep.percent);
    steps.set(copiedStep.percent, known === undefined ? copiedStep : merged(known, copiedStep));
  }
  return [...steps.values()].toSorted((one, other) => one.percent - other.percent);
};
