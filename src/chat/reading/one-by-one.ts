/** Reads one after the other. The process takes other work between two of them: many long messages hold nothing up. */
export const oneByOne = async <T, R>(all: readonly T[], read: (each: T) => R): Promise<readonly R[]> => {
  const done: R[] = [];
  for (const each of all) {
    done.push(read(each));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return done;
};
