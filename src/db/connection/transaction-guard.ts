import { AsyncLocalStorage } from "node:async_hooks";

/** Plazo used the root handle inside a transaction. This is a bug, not a database error. */
export class RootHandleInTransaction extends Error {}

const openTransaction = new AsyncLocalStorage<{ open: boolean }>();

/**
 * Wraps a driver's client so that `queries` and `begins` throw if the caller is inside a transaction of it. There, the
 * root handle would wait for ever on PGlite (one connection) and on an exhausted pool. The guard turns that into an
 * error on both drivers, also for prepared statements.
 */
export const guardTransactions = <Client extends object>(
  client: Client,
  methods: { readonly queries: readonly (keyof Client)[]; readonly begins: keyof Client },
): Client =>
  new Proxy(client, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== "function") return value;
      const call = (args: readonly unknown[]): unknown => Reflect.apply(value, target, args);
      if (key === methods.begins) return (...args: unknown[]) => (refuseInside(), call(args.map(marked)));
      if (methods.queries.some((each) => each === key)) return (...args: unknown[]) => (refuseInside(), call(args));
      return (...args: unknown[]) => call(args);
    },
  });

const refuseInside = (): void => {
  if (openTransaction.getStore()?.open === true)
    throw new RootHandleInTransaction(
      "The root database handle was used inside an open transaction: use the transaction's own handle.",
    );
};

/** A flag marks the end of the transaction: work that it only started must not be refused after it. */
const marked = (argument: unknown): unknown => {
  if (typeof argument !== "function") return argument;
  return async (...args: readonly unknown[]): Promise<unknown> => {
    const mark = { open: true };
    try {
      return await openTransaction.run(mark, () => Reflect.apply(argument, undefined, args) as unknown);
    } finally {
      mark.open = false;
    }
  };
};
