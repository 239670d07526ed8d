/** How many statements count as repeated at most. Postgres keeps each of them parsed, once for each connection. */
const mostRepeated = 200;
/** The run from which on a statement counts as repeated. Statements with lists of many lengths rarely reach it. */
const firstRepeated = 3;
/** How many other statements are counted at the same time. */
const mostCounted = 1_000;

/**
 * Returns a function that says whether a statement is one of those that a pool repeats. Postgres parses such a
 * statement once for each connection, and answers it in one round trip. An unnamed one takes two: the driver first asks
 * for the types of its parameters.
 */
export const createRepetition = (most: number = mostRepeated): ((statement: string) => boolean) => {
  const repeated = new Set<string>();
  const runs = new Map<string, number>();
  return (statement) => {
    if (repeated.has(statement)) return true;
    if (repeated.size >= most) return false;
    const count = (runs.get(statement) ?? 0) + 1;
    if (count >= firstRepeated) {
      runs.delete(statement);
      repeated.add(statement);
      return true;
    }
    if (runs.size >= mostCounted) runs.clear();
    runs.set(statement, count);
    return false;
  };
};
