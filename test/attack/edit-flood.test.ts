import { expect, test } from "vitest";
import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import { writeDesk } from "../../src/db/desk-store.ts";
import { inbox } from "../../src/db/schema/inbox-schema.ts";
import { eq, sql } from "../../src/db/schema/orm.ts";
import { createSteps } from "../../src/jobs/steps.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { keptLog } from "../adapters/slack/stage.ts";
import { freshDatabase } from "../support/database/database.ts";
import { minutes, monday } from "../support/given.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { silentMeter } from "../support/world.ts";

const flood = 200;

const direct = (key: string, user: "SAM" | "CARLA", at: number) =>
  ({ key, at, by: { user: `slack:U0${user}`, name: user }, channel: `slack:D0${user}`, direct: true }) as const;

/** A desk without a platform, whose inbox is stepped by hand. */
const open = async () => {
  let now = monday;
  const database = await freshDatabase();
  await writeDesk(database.db, {}, now);
  const desk = createDeskCache(() => sampleDesk);
  await desk.read(database.db);
  const log = keptLog();
  const deps = { database, desk, ports: new Map(), now: () => now, log, metrics: silentMeter };
  const { core, processInbox } = createSteps(deps, () => {});
  let written = 0;
  /** How many steps of the inbox pass before a message of another person is processed. */
  const stepsBeforeOther = async (): Promise<number> => {
    const key = `carla ${(written += 1)}`;
    const message = { channel: "slack:D0CARLA", id: key } as const;
    const wrote: InboundEvent = { ...direct(key, "CARLA", now), kind: "message", message, text: `Problem ${written}` };
    await core.accept(wrote);
    for (let steps = 1; ; steps += 1) {
      await processInbox();
      const [row] = await database.db.select({ doneAt: inbox.doneAt }).from(inbox).where(eq(inbox.key, key));
      if (row?.doneAt !== null) return steps;
    }
  };
  const settle = async (): Promise<void> => {
    while ((await processInbox()) > 0);
  };
  return { core, database, log, settle, stepsBeforeOther, turn: (ms: number) => void (now += ms), now: () => now };
};

const edit = (n: number, at: number): InboundEvent => {
  const message = { channel: "slack:D0SAM", id: `unknown ${n % 10}` } as const;
  return { ...direct(`edit ${n}`, "SAM", at), kind: "edited", message, text: `text ${n}` };
};

test("edits of unknown direct messages do not delay other people, when they arrive, wait, find their messages, or end", async () => {
  const { core, log, settle, stepsBeforeOther, turn, now } = await open();
  const quiet = await stepsBeforeOther();
  await settle();
  const sendFlood = async (): Promise<void> => {
    for (let n = 0; n < flood; n += 1) await core.accept(edit(n, now() + n));
  };
  await sendFlood();
  const delays = [await stepsBeforeOther()];
  await settle();
  for (const seconds of [1, 5, 25, 60]) {
    turn(seconds * 1_000);
    delays.push(await stepsBeforeOther());
    await settle();
  }
  const message = { channel: "slack:D0SAM", id: "unknown 0" } as const;
  await core.accept({ ...direct("arrived", "SAM", now()), kind: "message", message, text: "old" });
  delays.push(await stepsBeforeOther());
  turn(11 * minutes);
  delays.push(await stepsBeforeOther());
  expect(delays).toEqual(delays.map(() => quiet));
  await settle();
  expect(log.lines.filter((line) => !line.startsWith("info"))).toEqual([]);
});

test("an edit that waits is processed when its message arrives, and costs nothing before", async () => {
  const { core, database, settle, turn, now } = await open();
  for (let n = 0; n < 20; n += 1) await core.accept(edit(n, now() + n));
  await settle();
  const pending = async () =>
    (await database.db.select().from(inbox)).filter(({ doneAt }) => doneAt === null).map(({ tries }) => tries);
  turn(5 * minutes);
  await settle();
  expect(await pending()).toEqual(Array.from({ length: 20 }, () => 0));
  const message = { channel: "slack:D0SAM", id: "unknown 3" } as const;
  await core.accept({ ...direct("arrived", "SAM", monday), kind: "message", message, text: "old" });
  await settle();
  expect(await pending()).toHaveLength(18);
  expect(await database.rows(sql`select description from tickets`)).toEqual([{ description: "text 13" }]);
});

test("a person's edits beyond a thousand that wait are dropped, and the log says so once", async () => {
  const { core, database, log, settle, now } = await open();
  const waiting = async () => (await database.db.select().from(inbox)).filter(({ doneAt }) => doneAt === null);
  await core.accept(edit(0, now()));
  await settle();
  const [first] = await waiting();
  if (first === undefined) return expect.fail("the edit does not wait");
  const { id: _, ...row } = first;
  const others = Array.from({ length: 998 }, (_each, n) => ({ ...row, key: `waits ${n}` }));
  await database.db.insert(inbox).values(others);
  for (let n = 1; n <= 3; n += 1) await core.accept(edit(n, now() + n));
  await settle();
  expect(await waiting()).toHaveLength(1_000);
  expect(log.lines.filter((line) => line.includes("inbox.revision-dropped"))).toHaveLength(1);
});
