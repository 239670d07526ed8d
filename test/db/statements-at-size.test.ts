import { join } from "node:path";
import postgres from "postgres";
import { beforeAll, expect, inject, test } from "vitest";
import { writeDesk } from "../../src/db/desk-store.ts";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { newestListed } from "../../src/db/ticket-lists.ts";
import type { SearchPlace } from "../../src/db/search/search-place.ts";
import { searchTickets } from "../../src/db/search/search-tickets.ts";
import { openOne } from "../bench/seed-tickets.ts";
import { runEveryStatement } from "../bench/size/every-statement.ts";
import { firstCopy, openWithoutTimeouts, seedDesk } from "../bench/size/seed-desk.ts";
import {
  largeTables,
  mostRows,
  scansWithout,
  watchPlans,
  type Scan,
  type WatchedPlans,
} from "../bench/size/watch-plans.ts";
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

interface Planned {
  readonly "QUERY PLAN": readonly [{ readonly Plan: { readonly "Plan Rows": number } }];
}

const now = Date.now();

let url: string;
let plans: WatchedPlans;
beforeAll(async () => {
  url = await freshPostgres();
  const database = openPostgres(url);
  await writeDesk(database.db, {}, now);
  const like = await openOne({ database, desk: createDeskCache(() => stormDesk) }, 1, "low", now);
  await database.close();
  const seeding = await openWithoutTimeouts(url);
  await seedDesk(seeding, like, size, shares);
  await seeding.close();
  plans = await watchPlans(url, join(inject("postgresDirectory"), "server", "log"), {
    withParameters: true,
  });
  const asking = openPostgres(url);
  plans.begin();
  await runEveryStatement(asking, firstCopy, now);
  await asking.close();
});

const tooMuch = (scan: Scan): boolean => !isOfThousands(scan) || scan.rows > mostRows;

test("every statement of a request, a loop or a probe uses an index and reads few rows", () => {
  expect(plans.count()).toBeGreaterThan(100);
  expect(plans.scans(largeTables, most).filter(tooMuch)).toEqual([]);
});

/** Indexes, the table of each, and a statement that reads too much of that table without it. */
const indexes = [
  ["cards_unposted", "cards", /"cards"\."ref" is null/],
  ["inbox_parked", "inbox", /"inbox"\."parked" is not null/],
  ["tickets_waiting", "tickets", /where \("tickets"\."status" = 'waiting'/],
  ["tickets_with_tech", "tickets", /where \("tickets"\."tech" is not null/],
  ["tickets_asked_for_another", "tickets", /"tickets"\."requester_user" = /],
  ["ticket_words_search", "ticket_words", /words @@/],
  ["account_notes_shown", "account_notes", /"account_notes"\."account" = /],
  ["account_note_log_of_account", "account_note_log", /"account_note_log"\."account" = /],
] as const;

const tables: readonly string[] = indexes.map(([, table]) => table);

test.for(indexes)("without %s alone, a statement reads too much of %s", async ([index, table, asks]) => {
  const scans = await scansWithout({ url, index, statements: plans.asked(asks) }, largeTables, most);
  const found = scans.filter(tooMuch).map(({ what }) => what.replace(/^.* of /, ""));
  expect(found).toContain(table);
  expect(found.filter((each) => !tables.includes(each))).toEqual([]);
});

test("Postgres knows how many tickets of an account all its contacts may read", async () => {
  const connection = postgres(url, { max: 1 });
  const condition = `from tickets where account = 'a0' and (conversation->>'kind' = 'channel' or conversation->>'user' like 'web:%')`;
  const [counted] = await connection.unsafe<{ n: number }[]>(`select count(*)::int as n ${condition}`);
  const [plan] = await connection.unsafe<Planned[]>(`explain (format json) select number ${condition}`);
  await connection.end();
  // Without statistics of the condition it expects one in a hundred.
  expect(plan?.["QUERY PLAN"][0].Plan["Plan Rows"]).toBeGreaterThan((counted?.n ?? Number.NaN) / 2);
});

test("a word of every ticket finds the newest tickets, page by page", async () => {
  const database = openPostgres(url);
  const page = (after: SearchPlace | null) =>
    searchTickets(database.db, { text: "ticket", people: [], accounts: [], after }, 20);
  const newest = await newestListed(database.db, { byDue: false }, 40);
  const first = await page(null);
  const second = await page(first.next);
  await database.close();
  expect([...first.tickets, ...second.tickets].map(({ number }) => number)).toEqual(newest);
});
