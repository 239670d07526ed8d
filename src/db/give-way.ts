import { setImmediate as turn } from "node:timers/promises";
import type { PGlite } from "@electric-sql/pglite";

const ends: readonly (string | symbol)[] = ["query", "transaction"];

/**
 * The same client, which gives way to the rest of the process after every statement and every transaction. PGlite answers
 * without ever waiting for anything, so a row of awaited statements would run to its end before a single request is looked
 * at. Inside a transaction it does not: everybody else would wait for the one connection meanwhile.
 */
export const givingWay = (client: PGlite): PGlite =>
  new Proxy(client, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== "function") return value;
      const call = (args: readonly unknown[]): unknown => Reflect.apply(value, target, args);
      if (!ends.includes(key)) return (...args: unknown[]) => call(args);
      return async (...args: unknown[]) => {
        const result = await call(args);
        await turn();
        return result;
      };
    },
  });
