import { setImmediate as turn } from "node:timers/promises";
import type { PGlite, Transaction } from "@electric-sql/pglite";

/**
 * The same client, which gives way to the rest of the process after every statement. PGlite answers without ever waiting
 * for anything, so a row of awaited statements would run to its end before a single request is looked at.
 */
export const givingWay = (client: PGlite): PGlite =>
  withTurns(client, {
    transaction: (work: (tx: Transaction) => Promise<unknown>) => client.transaction((tx) => work(withTurns(tx, {}))),
  });

const withTurns = <Client extends PGlite | Transaction>(
  client: Client,
  own: Readonly<Record<string, unknown>>,
): Client =>
  new Proxy(client, {
    get(target, key) {
      if (typeof key === "string" && key in own) return own[key];
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== "function") return value;
      const call = (args: readonly unknown[]): unknown => Reflect.apply(value, target, args);
      if (key !== "query") return (...args: unknown[]) => call(args);
      return async (...args: unknown[]) => {
        const result = await call(args);
        await turn();
        return result;
      };
    },
  });
