import type postgres from "postgres";

/** How long (s) statements that still run on other connections of a replaced pool may take. */
const END_S = 2;

/**
 * The codes of errors after which a connection is closed: the driver's, Node's, and those with which Postgres ends a
 * session (https://www.postgresql.org/docs/current/errcodes-appendix.html, classes 08 and 57, and 25P03, 25P04). A refused
 * connection is none: it never was open.
 */
const closingCodes = /^(?:CONNECTION_|CONNECT_TIMEOUT|ECONNRESET|EPIPE|ETIMEDOUT|08|57P0|25P0[34])/;

const isClosed = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "code" in error && closingCodes.test(String(error.code));

/** The part of a statement that the driver's types do not show: the driver calls it if the statement fails. */
interface Failing {
  reject: (error: unknown) => void;
}

type Work = (transaction: object, ...rest: readonly unknown[]) => unknown;

/** A transaction's client that refuses statements once the transaction is over. */
const refusingWhen = (isOver: () => boolean, transaction: object): object =>
  new Proxy(transaction, {
    get(target, key) {
      if (isOver()) throw Object.assign(new Error("the transaction is over"), { code: "CONNECTION_CLOSED" });
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });

/**
 * Opens pools, one after the other. A pool is replaced when a connection of it closed, because the driver may leave such a
 * connection unable to send for most of a minute (porsager/postgres#1066, open in 3.4.9). Statements that fail with it
 * are tried again by the loops. `open` makes a pool.
 */
export const renewedPool = (open: () => postgres.Sql): postgres.Sql => {
  let current = open();
  const renew = (pool: postgres.Sql): void => {
    if (current !== pool) return;
    current = open();
    // Drizzle has changed how the first pool reads and writes values.
    Object.assign(current.options.parsers, pool.options.parsers);
    Object.assign(current.options.serializers, pool.options.serializers);
    void pool.end({ timeout: END_S });
  };
  const watched = (pool: postgres.Sql, statement: unknown): unknown => {
    const failing = statement as Failing;
    const { reject } = failing;
    failing.reject = (error) => {
      if (isClosed(error)) renew(pool);
      reject(error);
    };
    return statement;
  };
  /**
   * Runs a transaction. If its connection closes, the driver rejects it, but its work may go on. What the work still does
   * must not reach the connection: by then that may serve another transaction.
   */
  const begin = async (pool: postgres.Sql, args: readonly unknown[]): Promise<unknown> => {
    let isOver = false;
    const guarded =
      (work: Work): Work =>
      async (transaction, ...rest) => {
        try {
          return await work(
            refusingWhen(() => isOver, transaction),
            ...rest,
          );
        } catch (error) {
          if (isClosed(error)) renew(pool);
          throw error;
        } finally {
          if (isOver) await new Promise<never>(() => {});
        }
      };
    try {
      return await (Reflect.apply(
        pool.begin,
        pool,
        args.map((each) => (typeof each === "function" ? guarded(each as Work) : each)),
      ) as Promise<unknown>);
    } catch (error) {
      if (isClosed(error)) renew(pool);
      throw error;
    } finally {
      isOver = true;
    }
  };
  return new Proxy(current, {
    get(_first, key) {
      const pool = current;
      if (key === "begin") return (...args: readonly unknown[]) => begin(pool, args);
      const value: unknown = Reflect.get(pool, key, pool);
      if (typeof value !== "function") return value;
      if (key !== "unsafe") return value.bind(pool) as unknown;
      return (...args: readonly unknown[]) => watched(pool, Reflect.apply(value, pool, args));
    },
  });
};

/**
 * Whether an error that no caller caught only means that the driver wrote to a closed connection. It rejects the statements
 * of the connection in any case.
 */
export const isWriteToClosedConnection = (error: unknown): boolean =>
  error instanceof TypeError && /\bnextWrite\b[^\n]*[/\\]postgres[/\\](?:src|cjs)[/\\]/.test(error.stack ?? "");
