import type { CountedSpan } from "../../sla/calendar.ts";

const second = 1_000;
const down = (at: number): number => Math.floor(at / second) * second;
const up = (at: number): number => Math.ceil(at / second) * second;

/**
 * Spans as they are told, from one whole second to another: no edge moves as far as a second, one at a whole second not at all,
 * and what is told adds up to the true sum, a begun second counted.
 */
export const wholeSpans = (spans: readonly CountedSpan[]): readonly CountedSpan[] => {
  let sum = 0;
  return spans.map(({ from, to }) => {
    // By how much what was told so far is more than what was counted; it must stay less than a second.
    const ahead = up(sum) - sum;
    const start = ahead + from - down(from) < second ? down(from) : up(from);
    const told = up(sum + to - from) - up(sum);
    sum += to - from;
    return { from: start, to: start + told };
  });
};
