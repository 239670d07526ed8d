import type { Instant } from "../sla/instant.ts";
import { builtOnce, type Given } from "./connection/built-once.ts";
import type { Database, Tx } from "./connection/handle.ts";
import { eq, lt } from "./schema/orm.ts";
import { requests } from "./schema/inbox-schema.ts";

const requestNamed = builtOnce((db, given: Given<"key">) =>
  db
    .select({ ticket: requests.ticket })
    .from(requests)
    .where(eq(requests.key, given("key"))),
);

/** Returns the ticket of a granted request; null if the key is new. */
export const readRequest = async (tx: Database, key: string): Promise<number | null> => {
  const [row] = await requestNamed(tx, { key });
  return row?.ticket ?? null;
};

/** Records a granted request. False if another process granted the same key first. */
export const rememberRequest = async (tx: Tx, key: string, ticket: number, at: Instant): Promise<boolean> => {
  const rows = await tx
    .insert(requests)
    .values({ key, ticket, at })
    .onConflictDoNothing()
    .returning({ key: requests.key });
  return rows.length > 0;
};

export const forgetRequestsBefore = async (db: Database, at: Instant): Promise<void> => {
  await db.delete(requests).where(lt(requests.at, at));
};
