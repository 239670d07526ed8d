import { performance } from "node:perf_hooks";
import { createDeskCache } from "../../../src/app/desk-cache.ts";
import { connect } from "../../../src/db/connect.ts";
import { writeDesk } from "../../../src/db/desk-store.ts";
import { openPostgres } from "../../../src/db/postgres.ts";
import { startPostgres } from "../postgres.ts";
import { openOne } from "../seed-tickets.ts";
import { stormDesk } from "../storm-desk.ts";
import { quiet } from "../deps-for.ts";
import { machine } from "../first-answers.ts";
import { runEveryStatement } from "./every-statement.ts";
import { firstCopy, seedDesk } from "./seed-desk.ts";
import { largeTables, watchPlans } from "./watch-plans.ts";

/**
 * Asks the same of a desk of 10,000 tickets and of a large one: `npm run bench:size -- 1000000`. Every statement must read an
 * index and few rows, and all of them together may take only so many times as long as on the small desk. Ends with 1 otherwise.
 */
const size = Number(process.argv[2] ?? 100_000);
const ratioGoal = 3;
const most = 6_000;
const rounds = 5;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const server = await startPostgres();
const middle: number[] = [];
let scans = 0;
try {
  say(`${machine()}, Postgres ${server.version}`);
  for (const tickets of [10_000, size]) {
    const url = await server.database(`size${tickets}`);
    const now = Date.now();
    const seeding = await connect({ databaseUrl: url, dataDir: "" }, quiet);
    await writeDesk(seeding.db, {}, now);
    const like = await openOne({ database: seeding, desk: createDeskCache(() => stormDesk) }, 1, "low", now);
    await seedDesk(seeding, like, tickets, { accounts: 2_000, agents: 200 });
    await seeding.close();
    const database = openPostgres(url);
    await runEveryStatement(database, firstCopy, now);
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const begin = performance.now();
      await runEveryStatement(database, firstCopy, now);
      times.push(performance.now() - begin);
    }
    await database.close();
    const [ms = Number.NaN] = times.toSorted((one, other) => one - other).slice(Math.floor(rounds / 2));
    middle.push(ms);
    const plans = await watchPlans(url, server.log);
    const watched = openPostgres(url);
    plans.begin();
    await runEveryStatement(watched, firstCopy, now);
    await watched.close();
    const found = tickets > most * 2 ? plans.scans(largeTables, most) : [];
    scans += found.length;
    say(
      `${tickets} tickets: every statement once ${ms.toFixed(0)} ms, ${plans.count()} explained, ${found.length} scans`,
    );
    for (const { what, statement } of found) say(`  ${what}: ${statement.slice(0, 300)}`);
  }
} finally {
  await server.stop();
}
const [few = Number.NaN, many = Number.NaN] = middle;
const met = many / few <= ratioGoal && scans === 0;
say(`${(many / few).toFixed(1)} × the small desk, goal ≤ ${ratioGoal} × and no scan: ${met ? "met" : "MISSED"}`);
process.exitCode = met ? 0 : 1;
