import { outbox } from "../../../src/db/schema/delivery-schema.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { DatabaseHandle } from "../../../src/db/connection/handle.ts";
import { and, eq, sql } from "../../../src/db/schema/orm.ts";
import { openPostgres } from "../../../src/db/connection/postgres.ts";

import { freshPostgres } from "../../support/database/real-postgres.ts";
import { promisingDesk, sampleDesk } from "../../support/sample-desk.ts";
import { startStoryWorld, type Name, type StoryWorld } from "../../support/story-world/story-world.ts";
import { inEnglish, inOrder } from "../../support/sentences.ts";

let world: StoryWorld;
beforeEach(async () => {
  world = await startStoryWorld("testchat");
});
afterEach(() => world.stop());

const direct = (name: Name) => world.direct(name);

const opensMany = async (count: number, severity = "high"): Promise<void> => {
  for (let each = 0; each < count; each++) await world.opens({ severity });
};

const steps = async (step: number, from = 1001, to = 1006): Promise<readonly string[]> => {
  const all: string[] = [];
  for (let number = from; number <= to; number++) all.push(...(await world.reminders(number)));
  return all.filter((each) => each.startsWith(`${step} `));
};

const replies = async (number: number): Promise<void> => {
  const card = world.channel("triage").find(({ text }) => text.includes(`T-${number}`));
  if (card === undefined) throw new Error("no card");
  await world.user("luis").presses(card, "reply");
  await world.user("luis").submits({ text: "Lo miramos" });
  await world.steps.processInbox();
};

test("reminders that fall due together for one person are one message, with each ticket in it", async () => {
  await opensMany(6);
  await world.pass(120);
  expect(direct("ana")).toHaveLength(1);
  const text = direct("ana")[0]?.text ?? "";
  expect(text).toMatch(inEnglish("digest.heading", { count: 6 }));
  for (let number = 1001; number <= 1006; number++) expect(text).toContain(`T-${number}`);
  expect(await steps(50)).toEqual(Array.from({ length: 6 }, () => "50 sent"));
});

test("a digest after downtime says how late it is", async () => {
  await opensMany(6);
  world.sleepThrough(150);
  await world.settle();
  expect(direct("ana")).toHaveLength(1);
  expect(direct("ana")[0]?.text).toMatch(/These reminders are up to 30 minutes(, \d seconds?)? late/);
});

test("three reminders stay three messages", async () => {
  await opensMany(3);
  await world.pass(120);
  expect(direct("ana")).toHaveLength(3);
});

test("the first three critical reminders come one by one", async () => {
  await opensMany(5, "critical");
  await world.pass(15);
  expect(direct("ana")).toHaveLength(4);
  expect(direct("ana").filter(({ text }) => inEnglish("digest.heading", { count: 2 }).test(text))).toHaveLength(1);
});

test("a ticket that was answered meanwhile is not in the digest", async () => {
  await opensMany(6);
  world.sleepThrough(120);
  await world.steps.fireReminders();
  await replies(1002);
  await world.settle();
  expect(direct("ana")).toHaveLength(1);
  expect(direct("ana")[0]?.text).toMatch(inEnglish("digest.heading", { count: 5 }));
  expect(direct("ana")[0]?.text).not.toContain("T-1002");
  expect((await steps(50)).toSorted()).toEqual(["50 cancelled", ...Array.from({ length: 5 }, () => "50 sent")]);
});

test("a digest in doubt is looked up as one message and never sent twice", async () => {
  await opensMany(6);
  world.fails("ana", "breaks after");
  await world.pass(120);
  await replies(1001);
  await world.pass(1);
  await world.pass(1);
  expect(direct("ana")).toHaveLength(1);
  expect(await steps(50)).toEqual(["50 cancelled", ...Array.from({ length: 5 }, () => "50 sent")]);
});

test("a reminder that was tried alone and is in doubt joins no digest", async () => {
  await world.opens();
  await world.pass(1);
  await opensMany(4);
  world.fails("ana", "breaks after");
  await world.pass(119);
  await world.pass(1);
  expect(direct("ana")).toHaveLength(2);
  expect(direct("ana")[1]?.text).toMatch(inEnglish("digest.heading", { count: 4 }));
  expect(direct("ana")[1]?.text).not.toContain("T-1001");
});

/** The answer to the call that notifies Ana is lost. */
const isLost = () => world.fails("ana", "breaks before");

const turns = async (seconds: number): Promise<void> => {
  for (let second = 0; second < seconds; second++) await world.passSeconds(1);
};

test("a reminder that failed before is in doubt together with its digest, and is sent with it", async () => {
  await world.opens();
  await world.passSeconds(1);
  await opensMany(4);
  world.fails("ana", "unavailable");
  await world.passSeconds(7_199);
  isLost();
  await turns(10);
  expect(direct("ana").map(({ text }) => text)).toEqual([
    expect.stringMatching(inOrder(inEnglish("digest.heading", { count: 5 }), "T-1001")),
  ]);
  expect(await steps(50)).toEqual(Array.from({ length: 5 }, () => "50 sent"));
});

/** Five tickets with one digest to Ana, whose delivery is in doubt. */
const inDoubt = async (desk = sampleDesk, own?: DatabaseHandle, answered = false): Promise<void> => {
  await world.stop();
  world = await startStoryWorld("testchat", desk, own);
  await opensMany(5);
  if (answered) for (let number = 1001; number <= 1005; number++) await replies(number);
  await world.settle();
  isLost();
  world.sleepThrough(answered ? 480 : 120);
  await world.steps.fireReminders();
  await world.steps.deliverOutbox();
};

test("a reminder that leaves a digest in doubt for a pending answer is sent once the answer is undone", async () => {
  await inDoubt({ ...sampleDesk, undo: 20_000 });
  await replies(1002);
  await turns(10);
  expect(direct("ana")).toHaveLength(1);
  await world.user("luis").presses("private", "undoReply");
  await turns(30);
  const texts = direct("ana").map(({ text }) => text);
  expect(texts).toEqual([expect.not.stringContaining("T-1002"), expect.stringContaining("T-1002")]);
  expect(await steps(50)).toEqual(Array.from({ length: 5 }, () => "50 sent"));
});

test("a reminder that leaves a digest in doubt for a paused clock is sent when the clock continues", async () => {
  await inDoubt(promisingDesk, undefined, true);
  const card = world.channel("triage").find(({ text }) => text.includes("T-1002"));
  await world.user("luis").presses(card ?? expect.fail("no card"), "wait");
  await world.user("luis").submits({ text: "" });
  await turns(10);
  expect(direct("ana")).toHaveLength(1);
  expect(await world.reminders(1002)).toContain("50 cancelled");
  const root = world.channel("acme").find(({ text }) => text.includes("T-1002"));
  await world.user("carla").writes("acme", "Seguimos igual", root);
  await turns(10);
  const texts = direct("ana").map(({ text }) => text);
  expect(texts).toEqual([expect.not.stringContaining("T-1002"), expect.stringContaining("T-1002")]);
});

test("a digest in doubt waits for the part that another process has claimed", async () => {
  await inDoubt();
  const claimed = sql`${new Date(world.now() + 15_000).toISOString()}`;
  const one = and(eq(outbox.ticket, 1003), sql`${outbox.digest} is not null`);
  await world.database.db.update(outbox).set({ lease: "another", leasedUntil: claimed }).where(one);
  await turns(10);
  expect(direct("ana")).toEqual([]);
  await turns(10);
  expect(direct("ana").map(({ text }) => text)).toEqual([
    expect.stringMatching(inEnglish("digest.heading", { count: 5 })),
  ]);
});

test("a digest in doubt waits for the part that another process is claiming at this moment", async () => {
  const url = await freshPostgres();
  await inDoubt(sampleDesk, openPostgres(url));
  world.sleepThrough(1);
  const another = openPostgres(url);
  const [claimed, done] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const claiming = another.db.transaction(async (tx) => {
    const one = and(eq(outbox.ticket, 1003), sql`${outbox.digest} is not null`);
    expect(await tx.select().from(outbox).where(one).for("update")).toHaveLength(1);
    claimed.resolve();
    await done.promise;
  });
  await claimed.promise;
  await world.steps.deliverOutbox();
  expect(direct("ana")).toEqual([]);
  done.resolve();
  await claiming;
  await another.close();
  await world.settle();
  expect(direct("ana").map(({ text }) => text)).toEqual([
    expect.stringMatching(inEnglish("digest.heading", { count: 5 })),
  ]);
});

test("the deputy gets the digest as one message if the person cannot be reached", async () => {
  world.leaves("ana");
  await opensMany(6);
  await world.pass(120);
  expect(direct("luis")).toHaveLength(1);
  expect(direct("luis")[0]?.text).toMatch(inEnglish("digest.heading", { count: 6 }));
  expect(await steps(50)).toEqual(Array.from({ length: 6 }, () => "50 fallbackTaken"));
});

test("a rate limit lets more reminders gather: those that could not leave go with those that came later", async () => {
  await opensMany(4);
  world.limits("ana", 90);
  await world.pass(1);
  await opensMany(2);
  await world.pass(119);
  expect(direct("ana")).toHaveLength(0);
  await world.pass(2);
  expect(direct("ana")).toHaveLength(1);
  expect(direct("ana")[0]?.text).toMatch(inEnglish("digest.heading", { count: 6 }));
  expect(world.violations()).toBe(0);
});
