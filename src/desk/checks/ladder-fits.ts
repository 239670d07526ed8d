import { clockKinds, type ClockKind } from "../../sla/clock-kinds.ts";

import { severities, type Severity } from "../../sla/severity.ts";
import { parseDuration } from "../duration.ts";

/** A step as the file writes it. */
interface WrittenStep {
  readonly at?: string | undefined;
  readonly left?: string | undefined;
  readonly severities?: readonly Severity[] | undefined;
  readonly clocks?: readonly ClockKind[] | undefined;
}

const meet = <Each>(one: readonly Each[], other: readonly Each[]): boolean => one.some((each) => other.includes(each));

/** Whether both steps apply to some clock of some ticket. */
const meetSomewhere = (one: WrittenStep, other: WrittenStep): boolean =>
  meet(one.severities ?? severities, other.severities ?? severities) &&
  meet(one.clocks ?? clockKinds, other.clocks ?? clockKinds);

const shareOf = ({ at }: WrittenStep): number | null => (at === undefined ? null : parseInt(at, 10));
const leftOf = ({ left }: WrittenStep): number | null =>
  left === undefined ? null : (parseDuration(left)?.ms ?? null);

const inOrder = (steps: readonly WrittenStep[], one: WrittenStep, index: number): boolean =>
  steps.slice(0, index).every((before) => {
    const [share, shareBefore] = [shareOf(one), shareOf(before)];
    const [left, leftBefore] = [leftOf(one), leftOf(before)];
    if (share !== null && shareBefore !== null)
      return share > shareBefore || (share === shareBefore && !meetSomewhere(one, before));
    if (left !== null && leftBefore !== null)
      return left < leftBefore || (left === leftBefore && !meetSomewhere(one, before));
    return true;
  });

/** Whether the steps are in order, and no two of them apply to the same moment of a clock. */
export const ladderFits = (steps: readonly WrittenStep[]): boolean =>
  steps.every((step, index) => inOrder(steps, step, index));
