import { expect, test } from "vitest";
import { attention } from "../../src/http/attention.ts";
import { notReady } from "../../src/http/not-ready.ts";
import { writeDesk } from "../../src/db/desk-store.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { freshDatabase } from "../support/database/database.ts";
import { monday } from "../support/given.ts";

test("a probe is answered before waiting statements of the loops", async () => {
  const database = await freshDatabase();
  await writeDesk(database.db, {}, monday);
  let done = 0;
  const waiting = Array.from({ length: 200 }, async () => {
    await database.db.execute(sql`select pg_sleep(0.005)`);
    done += 1;
  });
  expect(await notReady(database, [], null)).toEqual([{ reason: "the loops have not started", details: [] }]);
  expect(await attention(database, monday)).toEqual([]);
  // Between two statements of a probe a waiting one may run, on a busy machine several. A probe that waits for its turn sees all 200.
  expect(done).toBeLessThan(100);
  await Promise.all(waiting);
});
