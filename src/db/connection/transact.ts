import type { Database, Tx } from "./handle.ts";

/** Asks `transact` to undo the transaction. The value says why. */
export interface Rollback<Reason> {
  readonly rollback: Reason;
}

/** What a transaction was committed with, or why it was undone. */
export type Transacted<Value, Reason> = { readonly commit: Value } | Rollback<Reason>;

/** The drivers undo a transaction only if its callback throws. */
class RollbackSignal extends Error {}

/** Runs a transaction. The body returns whether to commit or to undo it; an error that it throws undoes it as well. */
export const transact = async <Value, Reason>(
  db: Database,
  body: (tx: Tx) => Promise<Transacted<Value, Reason>>,
): Promise<Transacted<Value, Reason>> => {
  const asked: { rollback: Rollback<Reason> | null } = { rollback: null };
  try {
    return await db.transaction(async (tx) => {
      const result = await body(tx);
      if (!("rollback" in result)) return result;
      asked.rollback = result;
      throw new RollbackSignal();
    });
  } catch (error) {
    if (asked.rollback !== null && error instanceof RollbackSignal) return asked.rollback;
    throw error;
  }
};
