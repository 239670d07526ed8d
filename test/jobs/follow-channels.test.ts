import { beforeEach, expect, test } from "vitest";
import type { Desk } from "../../src/desk/desk.ts";
import { writeDesk } from "../../src/db/desk-store.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { walkOpenTickets, type OpenTicketPlace } from "../../src/db/staff-channels-store.ts";
import { followChannels } from "../../src/jobs/follow-channels.ts";
import type { WorkDeps } from "../../src/jobs/deps.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { execute } from "../../src/tickets/execute/execute.ts";
import { ticketsElsewhere } from "../../src/tickets/execute/follow-channels.ts";
import { openOne } from "../bench/seed-tickets.ts";
import { stormDesk } from "../bench/storm-desk.ts";
import { freshDatabase } from "../support/database/database.ts";
import { monday } from "../support/given.ts";
import { silentMeter } from "../support/world.ts";

const count = 11;
const sizes = { looked: 4, moved: 2 };
const elsewhere = { triage: ["slack:C0NEW"], tech: [] } as const;

let desk: Desk;
let deps: WorkDeps;
let now: number;
beforeEach(async () => {
  const database = await freshDatabase();
  desk = stormDesk;
  now = monday;
  const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  deps = {
    database,
    desk: createDeskCache((_, version) => ({ ...desk, version })),
    ports: new Map(),
    now: () => now,
    log: quiet,
    metrics: silentMeter,
  };
  await writeDesk(database.db, { first: true }, now);
  for (let account = 0; account < count; account += 1)
    await openOne(deps, account, account % 3 === 0 ? "critical" : "low", monday + account);
});

/** The cards of all tickets count as posted, so that moving them is not held back by cards that wait. */
const postAll = async (): Promise<void> => {
  await deps.database.db.execute("update cards set not_before = not_before + interval '1 day'");
};
const replaceChannel = async (): Promise<void> => {
  desk = { ...stormDesk, channels: elsewhere };
  await writeDesk(deps.database.db, { second: true }, now);
};
const left = async (): Promise<readonly number[]> =>
  ticketsElsewhere(
    deps.database.db,
    { ...stormDesk, channels: elsewhere },
    (await walkOpenTickets(deps.database.db, null, 100)).map(({ number }) => number),
  );
/** Turns until there is nothing to do, and how many. */
const turnsOf = async ({ step }: ReturnType<typeof followChannels>): Promise<number> => {
  for (let turns = 1; ; turns += 1) {
    await postAll();
    if ((await step()) === 0) return turns;
    if (turns > 100) throw new Error("it never ends");
  }
};

test("cards of more tickets than fit into one turn all move, and a pass without a find ends the work", async () => {
  await replaceChannel();
  const following = followChannels(deps, sizes);
  expect(following.followed(now).version).toBe(0);
  // Two at a time: 6 turns. Then a pass of 3 turns finds nothing.
  expect(await turnsOf(following)).toBeLessThanOrEqual(6 + 3 + 2);
  expect(await left()).toEqual([]);
  expect(following.followed(now).version).toBe(2);
});

test("overlapping turns, when one is slow, still do the work", async () => {
  await replaceChannel();
  const { step } = followChannels(deps, { looked: 100, moved: 100 });
  await postAll();
  await Promise.all([step(), step(), step()]);
  expect(await left()).toEqual([]);
});

test("a turn continues after the tickets that moved already, and begins from the top after a restart", async () => {
  await replaceChannel();
  await postAll();
  const before = await left();
  expect(before).toHaveLength(count);
  await followChannels(deps, sizes).step();
  expect(await left()).toHaveLength(count - sizes.moved);
  // Another process begins at the first ticket, walks past what was moved, and finishes the work.
  await turnsOf(followChannels(deps, sizes));
  expect(await left()).toEqual([]);
});

test("the walk reads every open ticket once: earliest due first, and without a due time last", async () => {
  const by = { kind: "person", user: "slack:U0EVA", name: "Eva Sanz", channel: "slack:C0TRIAGE" } as const;
  const command = { type: "resolve", by, at: now + 60_000 } as const;
  expect((await execute(deps, { key: null, number: 1_003, command })).ok).toBe(true);
  const walked: OpenTicketPlace[] = [];
  for (let after: OpenTicketPlace | null = null; ;) {
    const rows = await walkOpenTickets(deps.database.db, after, sizes.looked);
    walked.push(...rows);
    after = rows.at(-1) ?? after;
    if (rows.length < sizes.looked) break;
  }
  const numbers = walked.map(({ number }) => number);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers).toHaveLength(count - 1);
  const dues = walked.map(({ due }) => due ?? Number.POSITIVE_INFINITY);
  expect(dues).toEqual(dues.toSorted((one, other) => one - other));
});

test("once an earlier desk may no longer be in use, one more whole pass ends the search for good", async () => {
  await replaceChannel();
  const following = followChannels(deps, sizes);
  await turnsOf(following);
  expect(await following.step()).toBe(0);
  now += 61_000;
  expect(await turnsOf(following)).toBe(3);
  const { rows } = deps.database;
  expect(await rows(sql`select version from desk_versions where cards_followed_at is null order by version`)).toEqual([
    { version: 1 },
  ]);
});
