import { join } from "node:path";
import { beforeAll, expect, inject, test } from "vitest";
import { writeDesk } from "../../src/db/desk-store.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { openOne } from "../bench/seed-tickets.ts";
import { runEveryStatement } from "../bench/size/every-statement.ts";
import { firstCopy, seedDesk } from "../bench/size/seed-desk.ts";
import { largeTables, mostRows, watchPlans, type Scan, type WatchedPlans } from "../bench/size/watch-plans.ts";
import { stormDesk } from "../bench/storm-desk.ts";
import { freshPostgres } from "../support/database/real-postgres.ts";

/** Far more than the bound below, and seeded in seconds; `npm run bench -- --size 1000000` asks the same of a million. */
const size = 30_000;

/** One account has 6,600 tickets, and 6,000 are open: a statement that reads all of either reads too much. */
const shares = { accounts: 40, agents: 20, largeOneIn: 5, openOf99: 20 };
/** Far more than a page and a count read, and fewer than those. */
const most = 3_500;
/**
 * These read the first 5,000 of many, whatever they find: the search of titles, and the direct conversations of people. Who
 * manages more than a hundred accounts has most of the open tickets.
 */
const isOfThousands = ({ statement }: Scan): boolean =>
  /position\(lower|ref_channel as channel|"account" = any/.test(statement);

const now = Date.now();

let url: string;
let plans: WatchedPlans;
beforeAll(async () => {
  url = await freshPostgres();
  const database = openPostgres(url);
  await writeDesk(database.db, {}, now);
  const like = await openOne({ database, desk: createDeskCache(() => stormDesk) }, 1, "low", now);
  await seedDesk(database, like, size, shares);
  await database.close();
  plans = await watchPlans(url, join(inject("postgresDirectory"), "server", "log"));
});

/** The tables of which each statement reads too much. */
const scans = async (): Promise<readonly Scan[]> => {
  const database = openPostgres(url);
  plans.begin();
  await runEveryStatement(database, firstCopy, now);
  await database.close();
  expect(plans.count()).toBeGreaterThan(100);
  return plans.scans(largeTables, most).filter((scan) => !isOfThousands(scan) || scan.rows > mostRows);
};

test("every statement of a request, a loop or a probe uses an index and reads few rows", async () => {
  expect(await scans()).toEqual([]);
});

/** The tables of which too much is read without an index. The index is restored afterwards. */
const scansWithout = async (index: string): Promise<readonly Scan[]> => {
  const database = openPostgres(url);
  const [made] = await database.rows<{ how: string }>(
    sql`select indexdef as how from pg_indexes where indexname = ${index}`,
  );
  if (made === undefined) throw new Error(`there is no index ${index}`);
  await database.rows(sql.raw(`drop index ${index}`));
  const found = await scans();
  await database.rows(sql.raw(made.how));
  await database.close();
  return found;
};

test.for([
  ["cards_unposted", "cards"],
  ["inbox_parked", "inbox"],
  ["tickets_waiting", "tickets"],
  ["tickets_with_tech", "tickets"],
  ["tickets_asked_for_another", "tickets"],
  ["ticket_words_search", "ticket_words"],
] as const)("a statement reads too much of a table without the index %s: %s", async ([index, table]) => {
  const found = await scansWithout(index);
  expect(found).not.toEqual([]);
  for (const { what } of found) expect(what).toContain(` of ${table}`);
});
