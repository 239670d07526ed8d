import { AsyncLocalStorage } from "node:async_hooks";

/** A mistake of ours, and not of the database's. */
export class RootHandleInTransaction extends Error {}

const openTransaction = new AsyncLocalStorage<{ open: boolean }>();

/**
 * A driver's client whose `queries` and `begins` methods throw while the caller is inside a transaction of it. Using the
 * root handle there waits for ever on PGlite (one connection) and on any exhausted pool; this makes it a plain error,
 * on both drivers, prepared statements included.
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

/** Work that a transaction only started must not be refused after its end: hence a flag, and not the mere context. */
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
