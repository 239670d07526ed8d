/** At most this many mentions of a message are replaced by names. Further mentions keep their fallback. */
export const mostMentions = 500;

/**
 * The index of the last ascending number that is not above `limit`, or -1. A binary search keeps texts with many lines
 * and many mentions fast.
 */
export const lastUpTo = (ascending: readonly number[], limit: number): number => {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};
