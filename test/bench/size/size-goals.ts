import { performance } from "node:perf_hooks";
import { join } from "node:path";
import { createDeskCache } from "../../../src/tickets/execute/desk-cache.ts";
import { connect } from "../../../src/db/connection/connect.ts";
import { writeDesk } from "../../../src/db/desk-store.ts";
import { openPostgres } from "../../../src/db/connection/postgres.ts";
import type { BenchPostgres } from "../postgres.ts";
import { openOne } from "../seed-tickets.ts";
import { stormDesk } from "../storm-desk.ts";
import { quiet } from "../deps-for.ts";
import { webPageNames } from "./web-pages.ts";
import { deskFigures, measured, writeDeskFile, type DeskFigures, type Measured } from "./end-to-end.ts";
import { runEveryStatement } from "./every-statement.ts";
import { firstCopy, openWithoutTimeouts, seedDesk } from "./seed-desk.ts";
import { largeTables, mostRows, watchPlans } from "./watch-plans.ts";

const ratioGoal = 3;
const rounds = 5;
const small = 10_000;
const shares = { accounts: 2_000, agents: 200, largeOneIn: 50, openOf99: 2 };

/** What a person or a probe may wait for at most, in ms, at any size: a median, or a p99. */
const goals: Partial<Record<Measured, { readonly figure: "p50" | "p99"; readonly ms: number }>> = {
  "/readyz": { figure: "p50", ms: 50 },
  "list mine, of a manager of every account": { figure: "p99", ms: 500 },
  "list all": { figure: "p99", ms: 500 },
  "list all, of an account of one ticket in fifty": { figure: "p99", ms: 500 },
  "list all, by a customer of that account": { figure: "p99", ms: 500 },
  "desk replan": { figure: "p50", ms: 10_000 },
  "desk check": { figure: "p50", ms: 15_000 },
  ...Object.fromEntries(webPageNames.map((name) => [name, { figure: "p99", ms: 200 }] as const)),
};

interface Measurement {
  readonly statementsMs: number;
  readonly scans: number;
  readonly figures: DeskFigures;
}

type Say = (line: string) => void;

const statementsOnce = async (url: string, now: number): Promise<number> => {
  const database = openPostgres(url);
  await runEveryStatement(database, firstCopy, now);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begin = performance.now();
    await runEveryStatement(database, firstCopy, now);
    times.push(performance.now() - begin);
  }
  await database.close();
  return times.toSorted((one, other) => one - other)[Math.floor(rounds / 2)] ?? Number.NaN;
};

/** Fills a database with so many tickets, and measures the statements, then the whole desk. */
const measure = async (server: BenchPostgres, tickets: number, directory: string, say: Say): Promise<Measurement> => {
  const url = await server.database(`size${tickets}`);
  const now = Date.now();
  const seeding = await connect({ databaseUrl: url, dataDir: "" }, quiet);
  await writeDesk(seeding.db, {}, now);
  const like = await openOne({ database: seeding, desk: createDeskCache(() => stormDesk) }, 1, "low", now);
  await seeding.close();
  const unhurried = await openWithoutTimeouts(url);
  await seedDesk(unhurried, like, tickets, shares);
  await unhurried.close();
  say(`${tickets} tickets stand after ${((Date.now() - now) / 1000).toFixed(0)} s`);
  const deskFile = join(directory, `desk-${tickets}.yaml`);
  writeDeskFile(deskFile, shares.accounts, shares.agents);
  const figures = await deskFigures(url, join(directory, `data-${tickets}`), deskFile, shares.accounts);
  const statementsMs = await statementsOnce(url, now);
  const plans = await watchPlans(url, server.log);
  const watched = openPostgres(url);
  plans.begin();
  await runEveryStatement(watched, firstCopy, now);
  await watched.close();
  const found = tickets > mostRows * 2 ? plans.scans(largeTables, mostRows) : [];
  say(
    `${tickets} tickets: every statement once ${statementsMs.toFixed(0)} ms, ${plans.count()} explained, ${found.length} scans`,
  );
  for (const { what, statement } of found) say(`  ${what}: ${statement.slice(0, 300)}`);
  return { statementsMs, scans: found.length, figures };
};

/**
 * Asks the same of a desk of 10,000 tickets and of a large one, in the real process: medians may be so many times those of
 * the small desk, and every statement must read an index and few rows. True where every goal was met.
 */
export const sizeGoalsMet = async (
  server: BenchPostgres,
  size: number,
  directory: string,
  say: Say,
): Promise<boolean> => {
  const few = await measure(server, small, directory, say);
  const many = size === small ? few : await measure(server, size, directory, say);
  let met = many.scans === 0;
  const judge = (what: string, isMet: boolean): void => {
    if (!isMet) met = false;
    say(`${what}: ${isMet ? "met" : "MISSED"}`);
  };
  for (const what of measured) {
    const [one, other] = [few.figures[what], many.figures[what]];
    const goal = goals[what];
    const line = `${what}: p50 ${other.p50.toFixed(0)} ms, p99 ${other.p99.toFixed(0)} ms at ${size}; ${one.p50.toFixed(0)} / ${one.p99.toFixed(0)} at ${small}`;
    if (goal === undefined) judge(`${line}; goal p50 ≤ ${ratioGoal} ×`, other.p50 <= one.p50 * ratioGoal);
    else judge(`${line}; goal ${goal.figure} ≤ ${goal.ms} ms`, other[goal.figure] <= goal.ms);
  }
  const ratio = many.statementsMs / few.statementsMs;
  judge(`all statements: ${ratio.toFixed(1)} × the small desk, goal ≤ ${ratioGoal} ×`, ratio <= ratioGoal);
  return met;
};
