/**
 * Whether this is the driver writing to a connection that closed a moment before. It throws that from a timer, where no
 * caller can catch it, after it rejected the statements of the connection (porsager/postgres#1066, open in 3.4.9).
 */
export const isWriteToClosedConnection = (error: unknown): boolean =>
  error instanceof TypeError && /\bnextWrite\b[^\n]*[/\\]postgres[/\\](?:src|cjs)[/\\]/.test(error.stack ?? "");
