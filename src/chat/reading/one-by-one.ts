/** Reads the items one by one. The process can do other work between two of them, so many long messages do not block it. */
export const oneByOne = async <T, R>(all: readonly T[], read: (each: T) => R): Promise<readonly R[]> => {
  const done: R[] = [];
  for (const each of all) {
    done.push(read(each));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return done;
};
