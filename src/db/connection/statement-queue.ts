import { setImmediate as turn } from "node:timers/promises";
import type { PGlite } from "@electric-sql/pglite";

const queued: readonly (string | symbol)[] = ["query", "exec", "transaction"];

/** Clients of one embedded database, which has a single connection. */
export interface StatementQueue {
  readonly ordinary: PGlite;
  /** Its statements and transactions go before all of the ordinary client's that have not begun. */
  readonly urgent: PGlite;
  /** Its statements take turns with the ordinary client's, so that neither waits for all of the other. */
  readonly pages: PGlite;
}

/**
 * Runs the statements and transactions of an embedded database one by one, urgent ones first. So a request waits for at
 * most one transaction of the background work. After each one the queue yields to the event loop: PGlite answers
 * without real I/O, so a series of awaited statements would block all requests.
 */
export const createStatementQueue = (client: PGlite): StatementQueue => {
  const none = (): (() => Promise<void>)[] => [];
  const waiting = { urgent: none(), ordinary: none(), pages: none() };
  let running = false;
  let isPagesTurn = false;

  const takeNext = (): (() => Promise<void>) | undefined => {
    const ranks = isPagesTurn ? (["urgent", "pages", "ordinary"] as const) : (["urgent", "ordinary", "pages"] as const);
    const rank = ranks.find((each) => waiting[each].length > 0);
    if (rank === undefined) return undefined;
    if (rank !== "urgent") isPagesTurn = rank === "ordinary";
    return waiting[rank].shift();
  };

  const runAll = async (): Promise<void> => {
    if (running) return;
    running = true;
    for (;;) {
      const next = takeNext();
      if (next === undefined) break;
      await next();
      await turn();
    }
    running = false;
  };

  const through = (rank: keyof typeof waiting): PGlite =>
    new Proxy(client, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key, target);
        if (typeof value !== "function") return value;
        const call = (args: readonly unknown[]): unknown => Reflect.apply(value, target, args);
        if (!queued.includes(key)) return (...args: unknown[]) => call(args);
        return (...args: unknown[]) =>
          new Promise<unknown>((resolve, reject) => {
            waiting[rank].push(async () => {
              await Promise.resolve(call(args)).then(resolve, reject);
            });
            void runAll();
          });
      },
    });

  return { ordinary: through("ordinary"), urgent: through("urgent"), pages: through("pages") };
};
