import { day, hour, minute } from "../sla/instant.ts";

/**
 * The borders between the bars of a distribution, in milliseconds: they are nearer to each other for short times. A bar holds its
 * lower border and not its upper one, and there is one bar more than there are borders. They stand apart from the chart, because
 * the database counts by them.
 */
export const durationEdges = [
  ...[1, 2, 5, 10, 15, 30].map((each) => each * minute),
  ...[1, 2, 4, 8, 12].map((each) => each * hour),
  ...[1, 2, 3, 5, 7, 14, 30].map((each) => each * day),
] as const;

/** How many bars there are. */
export const durationBars = durationEdges.length + 1;

/** The bar that a length of time (in milliseconds) belongs to. */
export const barOf = (duration: number): number => {
  const at = durationEdges.findIndex((edge) => duration < edge);
  return at === -1 ? durationEdges.length : at;
};

/** How many of these lengths of time (in milliseconds) belong to each bar: one bar more than there are borders. */
export const durationCounts = (durations: readonly number[]): readonly number[] => {
  const counts = Array.from({ length: durationBars }, () => 0);
  for (const each of durations) {
    const at = barOf(each);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
};
