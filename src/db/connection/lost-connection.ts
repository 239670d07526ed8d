import type postgres from "postgres";

/** How long (ms) a failed transaction waits for its connection to close. A server closes one that it ended at once. */
const CLOSE_MS = 5_000;

const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";

/** Whether the connection of this statement is closed, or the server is about to close it. */
const isLost = (error: unknown): boolean => {
  const { cause } = error instanceof Error ? error : {};
  if (cause !== undefined && cause !== error && isLost(cause)) return true;
  const endsConnection =
    typeof error === "object" &&
    error !== null &&
    "severity" in error &&
    /^(?:FATAL|PANIC)$/.test(String(error.severity));
  return endsConnection || /^(?:CONNECTION_|E[A-Z]{3,})/.test(codeOf(error));
};

/** Resolves after so many milliseconds, and keeps no process alive. */
const after = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms).unref());

type Work = (...args: readonly unknown[]) => unknown;

/** Work of a transaction that fails only later if its connection is lost: until then the driver rejects the transaction. */
const failsLater =
  (work: Work) =>
  async (...args: readonly unknown[]): Promise<unknown> => {
    try {
      return await work(...args);
    } catch (error) {
      if (isLost(error)) await after(CLOSE_MS);
      throw error;
    }
  };

/**
 * Keeps the driver from writing a rollback to a connection that is lost. Such a write ends in an error that no caller can
 * catch, and the connection object sends nothing for most of a minute afterwards (porsager/postgres#1066, open in 3.4.9).
 * The server rolls the transaction back by itself. The driver rejects it when the connection closes.
 */
export const withoutLateRollback = (client: postgres.Sql): postgres.Sql =>
  new Proxy(client, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (key !== "begin" || typeof value !== "function") return value;
      return (...args: readonly unknown[]): unknown =>
        Reflect.apply(
          value,
          target,
          args.map((each) => (typeof each === "function" ? failsLater(each as Work) : each)),
        );
    },
  });

/**
 * Whether an error that no caller caught only means that the driver wrote to a lost connection. It rejects the statements
 * of the connection in any case.
 */
export const isWriteToClosedConnection = (error: unknown): boolean =>
  error instanceof TypeError && /\bnextWrite\b[^\n]*[/\\]postgres[/\\](?:src|cjs)[/\\]/.test(error.stack ?? "");
