import { expect, it } from "vitest";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { execute, type Request } from "../../src/tickets/execute/execute.ts";
import { writeDesk } from "../../src/db/desk-store.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { readTicket } from "../../src/db/ticket-store.ts";
import { closeInactive } from "../../src/jobs/close-inactive.ts";
import type { WorkDeps } from "../../src/jobs/deps.ts";
import { releaseReplies } from "../../src/jobs/release-replies.ts";
import { keptLog } from "../adapters/slack/stage.ts";
import { freshDatabase } from "../support/database/database.ts";
import { cast, minutes, monday, opening, wholeCommand } from "../support/given.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { silentMeter } from "../support/world.ts";

/** One more ticket than a loop takes at once. Only the last one can be read when its work is due. */
const damagedBefore = async (
  commandFor: (at: number) => Request["command"],
): Promise<{ readonly deps: WorkDeps; readonly last: number }> => {
  let now = monday;
  const database = await freshDatabase();
  await writeDesk(database.db, {}, monday);
  const desk = { ...sampleDesk, undo: minutes, waiting: { nudge: null, close: { days: 5, ms: 0 } } };
  const deps: WorkDeps = {
    database,
    desk: createDeskCache(() => desk),
    ports: new Map(),
    now: () => now,
    log: keptLog(),
    metrics: silentMeter,
  };
  const run = async (request: Request) => {
    const outcome = await execute(deps, request);
    if (!outcome.ok) throw new Error(outcome.refusal.reason);
    return outcome.ticket.number;
  };
  const numbers: number[] = [];
  for (let index = 0; index < 21; index++) {
    now += 1_000;
    const command = { ...opening("high", cast.carla.channel), by: cast.carla, at: now };
    const number = await run({ key: `open ${index}`, number: null, command });
    numbers.push(await run({ key: `then ${index}`, number, command: commandFor(now) }));
  }
  const last = numbers.at(-1) ?? 0;
  await database.rows(sql`update tickets set writers = '{"v":99,"items":[]}'::jsonb where number <> ${last}`);
  now += 365 * 24 * 60 * minutes;
  return { deps, last };
};

it("a reply is sent although twenty due ones before it have unreadable tickets", async () => {
  const { deps, last } = await damagedBefore((at) => ({
    by: cast.luis,
    at,
    ...wholeCommand({ type: "reply", text: "We look into it.", alreadyPosted: false }),
  }));
  const step = releaseReplies(deps, new Map());
  await expect(step()).rejects.toThrow("writers");
  expect((await readTicket(deps.database.db, last))?.pendingReplies).toHaveLength(1);
  expect(await step()).toBe(1);
  expect((await readTicket(deps.database.db, last))?.pendingReplies).toHaveLength(0);
});

it("an inactivity step runs although twenty due ones before it have unreadable tickets", async () => {
  const { deps } = await damagedBefore((at) => ({ type: "wait", by: cast.luis, at }));
  const step = closeInactive(deps);
  await expect(step()).rejects.toThrow("writers");
  expect(await step()).toBe(1);
});
