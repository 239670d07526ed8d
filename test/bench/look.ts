import { connect, type DatabaseSettings } from "../../src/db/connect.ts";
import { createSteps, type Steps } from "../../src/work/steps.ts";
import { depsFor, quiet } from "./deps-for.ts";
import { figuresOf } from "./figures.ts";
import { limitedPort } from "./limited-port.ts";
import { copyTickets, countPlanned, openOne, settleTables } from "./seed-tickets.ts";
import { stormDesk } from "./storm-desk.ts";

/** A look for what is due, where nothing is. */
export interface Look {
  readonly planned: number;
  /** The middle one of many, ms. */
  readonly ms: number;
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
};

const look = async (steps: Steps): Promise<number> => {
  const times: number[] = [];
  for (let n = 0; n < 200; n += 1) times.push(await timed(steps.fireReminders));
  return figuresOf(times).p50;
};

/** What a look costs among so many planned reminders (about) and then among many more of them, in the same database. */
export const looks = async (settings: DatabaseSettings, sizes: readonly number[]): Promise<readonly Look[]> => {
  const database = await connect(settings, quiet);
  const now = Date.now();
  const deps = await depsFor(database, stormDesk, limitedPort(() => now).port, () => now);
  const steps = createSteps(deps, () => {});
  const like = await openOne(deps, 0, "low", now);
  const { planned: each } = await countPlanned(database, now);
  const found: Look[] = [];
  let next = 1_000_000;
  for (const size of sizes) {
    const { planned } = await countPlanned(database, now);
    const copies = Math.ceil((size - planned) / each);
    await copyTickets(database, like, next, copies);
    next += copies;
    await settleTables(database);
    await look(steps);
    found.push({ planned: (await countPlanned(database, now)).planned, ms: await look(steps) });
  }
  await database.close();
  return found;
};
