import { join } from "node:path";
import { beforeAll, expect, inject, test } from "vitest";
import { writeDesk } from "../../src/db/desk-store.ts";
import type { Handle } from "../../src/db/handle.ts";
import { sql } from "../../src/db/orm.ts";
import { openPostgres } from "../../src/db/postgres.ts";
import { createDeskCache } from "../../src/app/desk-cache.ts";
import { openOne } from "../bench/seed-tickets.ts";
import { runEveryStatement } from "../bench/size/every-statement.ts";
import { firstCopy, seedDesk } from "../bench/size/seed-desk.ts";
import { largeTables, watchPlans, type WatchedPlans } from "../bench/size/watch-plans.ts";
import { stormDesk } from "../bench/storm-desk.ts";
import { freshPostgres } from "../support/real-postgres.ts";

/** Far more than the bound below, and seeded in seconds; `npm run bench -- --size 1000000` asks the same of a million. */
const size = 30_000;
/** More than a title search reads, and far less than any table that was filled. */
const most = 6_000;

const now = Date.now();

let url: string;
let plans: WatchedPlans;
beforeAll(async () => {
  url = await freshPostgres();
  const database = openPostgres(url);
  await writeDesk(database.db, {}, now);
  const like = await openOne({ database, desk: createDeskCache(() => stormDesk) }, 1, "low", now);
  await seedDesk(database, like, size, { accounts: 40, agents: 20 });
  await database.close();
  plans = await watchPlans(url, join(inject("postgresDirectory"), "server", "log"));
}, 120_000);

/** What each statement reads too much of, once something was done to the database. */
const scansAfter = async (plant: (database: Handle) => Promise<unknown>) => {
  const database = openPostgres(url);
  await plant(database);
  plans.begin();
  await runEveryStatement(database, firstCopy, now);
  await database.close();
  expect(plans.count()).toBeGreaterThan(100);
  return plans.scans(largeTables, most);
};

test("every statement of a request, a loop or a probe reads an index, and few rows", async () => {
  expect(await scansAfter(async () => {})).toEqual([]);
});

test("a missing index is found out", async () => {
  const scans = await scansAfter((database) => database.rows(sql`drop index cards_unposted, inbox_parked`));
  expect(scans.map(({ what }) => what)).toEqual(["reads all of cards", "reads all of inbox"]);
});
