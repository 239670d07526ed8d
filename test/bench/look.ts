import { connect, type DatabaseSettings } from "../../src/db/connection/connect.ts";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import type { Step } from "../../src/jobs/deps.ts";
import { createSteps } from "../../src/jobs/steps.ts";
import { depsFor, quiet } from "./deps-for.ts";
import { figuresOf } from "./figures.ts";
import { limitedPort } from "./limited-port.ts";
import { copyTickets, countPlanned, openOne, settleTables } from "./seed-tickets.ts";
import { openWithoutTimeouts } from "./size/seed-desk.ts";
import { stormDesk } from "./storm-desk.ts";

/** A look for due work when nothing is due. */
export interface Look {
  readonly planned: number;
  /** The median, in ms. */
  readonly ms: number;
}

interface Desk {
  readonly database: DatabaseHandle;
  readonly planned: number;
  readonly look: Step;
}

/** A desk with so many planned reminders (about), none of them due. */
const deskWith = async (settings: DatabaseSettings, size: number): Promise<Desk> => {
  const database = await connect(settings, quiet);
  const now = Date.now();
  const deps = await depsFor(database, stormDesk, limitedPort(() => now).port, () => now);
  const like = await openOne(deps, 0, "low", now);
  const { planned: each } = await countPlanned(database, now);
  const { databaseUrl } = settings;
  const seeding = databaseUrl === null ? database : await openWithoutTimeouts(databaseUrl);
  await copyTickets(seeding, like, 1_000_000, Math.ceil((size - each) / each));
  if (seeding !== database) await seeding.close();
  await settleTables(database);
  const { planned } = await countPlanned(database, now);
  return { database, planned, look: createSteps(deps, () => {}).fireReminders };
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
};

const warmUps = 100;
const rounds = 400;

/** What a look costs on desks of several sizes. They are measured in turns, so that a slow moment slows all. */
export const looks = async (
  settingsOf: () => Promise<DatabaseSettings>,
  sizes: readonly number[],
): Promise<readonly Look[]> => {
  const desks: Desk[] = [];
  for (const size of sizes) desks.push(await deskWith(await settingsOf(), size));
  const times = desks.map((): number[] => []);
  for (let round = 0; round < warmUps + rounds; round += 1)
    for (const [index, { look }] of desks.entries()) {
      const ms = await timed(look);
      if (round >= warmUps) times[index]?.push(ms);
    }
  for (const { database } of desks) await database.close();
  return desks.map(({ planned }, index) => ({ planned, ms: figuresOf(times[index] ?? []).p50 }));
};
