import { afterAll, describe, expect, test } from "vitest";
import { builtOnce, type Given } from "../../src/db/connection/built-once.ts";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import { fromInstant, lte, sql } from "../../src/db/schema/orm.ts";
import { requests } from "../../src/db/schema/inbox-schema.ts";
import { monday } from "../support/given.ts";
import { freshEmbedded } from "../support/database/embedded-database.ts";
import { freshPostgres } from "../support/database/real-postgres.ts";

let builds = 0;
const keysUntil = builtOnce((db, given: Given<"until" | "prefix">) => {
  builds += 1;
  return db
    .select({ key: sql<string>`${given("prefix")}::text || ${requests.key}`, at: requests.at })
    .from(requests)
    .where(lte(requests.at, given("until")));
});

describe.each([
  { name: "PGlite", open: (): Promise<DatabaseHandle> => freshEmbedded() },
  { name: "Postgres", open: async (): Promise<DatabaseHandle> => openPostgres(await freshPostgres()) },
])("a statement that is built once, on $name", ({ open }) => {
  const opening = open();
  afterAll(async () => (await opening).close());
  const until = (at: number, prefix: string) => ({ until: fromInstant(at), prefix });

  test("runs with the values of each run, on the database and in the transaction that is named", async () => {
    const { db } = await opening;
    builds = 0;
    expect(await keysUntil(db, until(monday, "a "))).toEqual([]);
    await db.transaction(async (tx) => {
      await tx.insert(requests).values({ key: "one", ticket: 1, at: monday });
      expect(await keysUntil(tx, until(monday, "b "))).toEqual([{ key: "b one", at: monday }]);
      expect(await keysUntil(tx, until(monday - 1, "c "))).toEqual([]);
    });
    expect(await keysUntil(db, until(monday + 1, "d "))).toEqual([{ key: "d one", at: monday }]);
    expect(builds).toBe(1);
  });

  test("sees nothing of a transaction that was rolled back, and is refused on the root handle inside of one", async () => {
    const { db } = await opening;
    const failing = db.transaction(async (tx) => {
      await tx.insert(requests).values({ key: "two", ticket: 1, at: monday });
      await keysUntil(db, until(monday, ""));
    });
    await expect(failing).rejects.toThrow();
    expect(await keysUntil(db, until(monday, ""))).toEqual([{ key: "one", at: monday }]);
  });
});
