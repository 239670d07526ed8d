const patience = 5000;

/** Waits for what is under way, but no longer than five seconds: a stop may not hang on a platform that does not answer. */
export const settled = async (work: Iterable<Promise<unknown>>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((done) => {
    timer = setTimeout(done, patience);
  });
  await Promise.race([Promise.allSettled(work), late]);
  clearTimeout(timer);
};
