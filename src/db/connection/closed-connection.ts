/**
 * Returns whether the driver wrote to a connection that had just closed. It throws that error from a timer, where no
 * caller can catch it. It has already rejected the connection's statements (porsager/postgres#1066, open in 3.4.9).
 */
export const isWriteToClosedConnection = (error: unknown): boolean =>
  error instanceof TypeError && /\bnextWrite\b[^\n]*[/\\]postgres[/\\](?:src|cjs)[/\\]/.test(error.stack ?? "");
