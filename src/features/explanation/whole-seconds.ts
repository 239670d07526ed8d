import { second } from "../../sla/instant.ts";
import type { CountedSpan } from "../../sla/calendar.ts";

const down = (at: number): number => Math.floor(at / second) * second;
const up = (at: number): number => Math.ceil(at / second) * second;

/**
 * Spans with whole seconds at both ends. No end moves by a full second, one at a whole second not at all. The sum is
 * the true sum, with a started second counted as a whole one.
 */
export const wholeSecondSpans = (spans: readonly CountedSpan[]): readonly CountedSpan[] => {
  let sum = 0;
  return spans.map(({ from, to }) => {
    // How far the rounded sum is ahead of the true one; it must stay below one second.
    const ahead = up(sum) - sum;
    const start = ahead + from - down(from) < second ? down(from) : up(from);
    const length = up(sum + to - from) - up(sum);
    sum += to - from;
    return { from: start, to: start + length };
  });
};
