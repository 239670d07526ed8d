import type { Database, Tx } from "./handle.ts";

/** Asks `transact` to roll the transaction back. The value is the reason. */
export interface Rollback<Reason> {
  readonly rollback: Reason;
}

/** The value of a committed transaction, or the reason for a rollback. */
export type Transacted<Value, Reason> = { readonly commit: Value } | Rollback<Reason>;

/** Thrown to roll back, because the drivers do so only if the callback throws. */
class RollbackSignal extends Error {}

/** Runs a transaction. The body returns whether to commit or to roll back; an error rolls back as well. */
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
