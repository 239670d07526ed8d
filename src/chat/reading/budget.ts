/** No message has more mentions that are read as names; further mentions keep their fallback. */
export const mostMentions = 500;

/**
 * The index of the last of ascending numbers that is not above `limit`; -1 where all are above it. It halves the numbers, so
 * that a text of many lines and many mentions is no product of both.
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
