import type { Database } from "../connection/handle.ts";
import { outcomesToDerive } from "../schema/outcome-schema.ts";
import { and, asc, count, eq, gt, lte, sql } from "../schema/orm.ts";
import { tickets } from "../schema/schema.ts";

/** The tickets that are older than the outcomes and have no rows yet: numbers above `last`, up to `through`. */
export interface OutcomesToDerive {
  readonly last: number;
  readonly through: number;
}

/** What is left to derive; null if every ticket has its rows. */
export const readOutcomesToDerive = async (db: Database): Promise<OutcomesToDerive | null> => {
  const [found] = await db.select().from(outcomesToDerive).orderBy(asc(outcomesToDerive.through)).limit(1);
  return found ?? null;
};

/** How many tickets are left to derive. */
export const countToDerive = async (db: Database): Promise<number> => {
  const left = await readOutcomesToDerive(db);
  if (left === null) return 0;
  const [found] = await db
    .select({ tickets: count() })
    .from(tickets)
    .where(and(gt(tickets.number, left.last), lte(tickets.number, left.through)));
  return found?.tickets ?? 0;
};

/** Remembers that the tickets up to `last` have their rows. After the last one nothing is left. */
export const markDerived = async (db: Database, { last, through }: OutcomesToDerive): Promise<void> => {
  const own = eq(outcomesToDerive.through, through);
  // Another process may be further.
  await db
    .update(outcomesToDerive)
    .set({ last: sql`greatest(${outcomesToDerive.last}, ${last}::int)` })
    .where(own);
  await db.delete(outcomesToDerive).where(lte(outcomesToDerive.through, outcomesToDerive.last));
};
