/**
 * How long (ms) a test waits for another process, the database or the browser. A test that passes never waits so long:
 * the limit is for machines that are many times slower, or busy with other work.
 */
export const patience = 100_000;

/** How long (ms) a whole test, or a hook, may take on such a machine. */
export const testPatience = 3 * patience;
