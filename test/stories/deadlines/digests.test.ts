import { outbox } from "../../../src/db/schema/delivery-schema.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { DatabaseHandle } from "../../../src/db/connection/handle.ts";
import { and, eq, sql } from "../../../src/db/schema/orm.ts";
import { openPostgres } from "../../../src/db/connection/postgres.ts";

import { freshPostgres } from "../../support/database/real-postgres.ts";
import { promisingDesk, sampleDesk } from "../../support/sample-desk.ts";
import { startWorld, type World } from "../../support/world.ts";
import { inEnglish, inOrder } from "../../support/sentences.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

const direct = (user: string) => world.slack.dm(user).messages;

const opensMany = async (count: number, severity = "high"): Promise<void> => {
  for (let each = 0; each < count; each++) await world.opens({ severity });
};

const steps = async (step: number, from = 1001, to = 1006): Promise<readonly string[]> => {
  const all: string[] = [];
  for (let number = from; number <= to; number++) all.push(...(await world.reminders(number)));
  return all.filter((each) => each.startsWith(`${step} `));
};

const replies = async (number: number): Promise<void> => {
  const card = world.slack.channel("C0TRIAGE").messages.find(({ text }) => text.includes(`T-${number}`));
  if (card === undefined) throw new Error("no card");
  await world.slack.user("U0LUIS").presses(card, "reply");
  await world.slack.user("U0LUIS").submits({ text: "Lo miramos" });
  await world.steps.processInbox();
};

test("reminders that fall due together for one person are one message, with each ticket in it", async () => {
  await opensMany(6);
  await world.pass(120);
  expect(direct("U0ANA")).toHaveLength(1);
  const text = direct("U0ANA")[0]?.text ?? "";
  expect(text).toMatch(inEnglish("digest.heading", { count: 6 }));
  for (let number = 1001; number <= 1006; number++) expect(text).toContain(`T-${number}`);
  expect(await steps(50)).toEqual(Array.from({ length: 6 }, () => "50 sent"));
});

test("a digest after downtime says how late it is", async () => {
  await opensMany(6);
  world.sleepThrough(150);
  await world.settle();
  expect(direct("U0ANA")).toHaveLength(1);
  expect(direct("U0ANA")[0]?.text).toMatch(/These reminders are up to 30 minutes(, \d seconds?)? late/);
});

test("three reminders stay three messages", async () => {
  await opensMany(3);
  await world.pass(120);
  expect(direct("U0ANA")).toHaveLength(3);
});

test("the first three critical reminders come one by one", async () => {
  await opensMany(5, "critical");
  await world.pass(15);
  expect(direct("U0ANA")).toHaveLength(4);
  expect(direct("U0ANA").filter(({ text }) => inEnglish("digest.heading", { count: 2 }).test(text))).toHaveLength(1);
});

test("a ticket that was answered meanwhile is not in the digest", async () => {
  await opensMany(6);
  world.sleepThrough(120);
  await world.steps.fireReminders();
  await replies(1002);
  await world.settle();
  expect(direct("U0ANA")).toHaveLength(1);
  expect(direct("U0ANA")[0]?.text).toMatch(inEnglish("digest.heading", { count: 5 }));
  expect(direct("U0ANA")[0]?.text).not.toContain("T-1002");
  expect((await steps(50)).toSorted()).toEqual(["50 cancelled", ...Array.from({ length: 5 }, () => "50 sent")]);
});

test("a digest in doubt is looked up as one message and never sent twice", async () => {
  await opensMany(6);
  world.slack.fail("chat.postMessage", { drop: "after" }, { channel: world.slack.dm("U0ANA").id });
  await world.pass(120);
  await replies(1001);
  await world.pass(1);
  await world.pass(1);
  expect(direct("U0ANA")).toHaveLength(1);
  expect(await steps(50)).toEqual(["50 cancelled", ...Array.from({ length: 5 }, () => "50 sent")]);
});

test("a reminder that was tried alone and is in doubt joins no digest", async () => {
  await world.opens();
  await world.pass(1);
  await opensMany(4);
  world.slack.fail("chat.postMessage", { drop: "after" }, { channel: world.slack.dm("U0ANA").id });
  await world.pass(119);
  await world.pass(1);
  expect(direct("U0ANA")).toHaveLength(2);
  expect(direct("U0ANA")[1]?.text).toMatch(inEnglish("digest.heading", { count: 4 }));
  expect(direct("U0ANA")[1]?.text).not.toContain("T-1001");
});

/** The answer to the call that notifies Ana is lost. */
const isLost = () => world.slack.fail("chat.postMessage", { drop: "before" }, { channel: world.slack.dm("U0ANA").id });

const turns = async (seconds: number): Promise<void> => {
  for (let second = 0; second < seconds; second++) await world.passSeconds(1);
};

test("a reminder that failed before is in doubt together with its digest, and is sent with it", async () => {
  await world.opens();
  await world.passSeconds(1);
  await opensMany(4);
  world.slack.fail("chat.postMessage", { error: "service_unavailable" }, { channel: world.slack.dm("U0ANA").id });
  await world.passSeconds(7_199);
  isLost();
  await turns(10);
  expect(direct("U0ANA").map(({ text }) => text)).toEqual([
    expect.stringMatching(inOrder(inEnglish("digest.heading", { count: 5 }), "T-1001")),
  ]);
  expect(await steps(50)).toEqual(Array.from({ length: 5 }, () => "50 sent"));
});

/** Five tickets with one digest to Ana, whose delivery is in doubt. */
const inDoubt = async (desk = sampleDesk, own?: DatabaseHandle, answered = false): Promise<void> => {
  await world.stop();
  world = await startWorld("http", desk, own);
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
  expect(direct("U0ANA")).toHaveLength(1);
  await world.slack.user("U0LUIS").presses("private", "undoReply");
  await turns(30);
  const texts = direct("U0ANA").map(({ text }) => text);
  expect(texts).toEqual([expect.not.stringContaining("T-1002"), expect.stringContaining("T-1002")]);
  expect(await steps(50)).toEqual(Array.from({ length: 5 }, () => "50 sent"));
});

test("a reminder that leaves a digest in doubt for a paused clock is sent when the clock continues", async () => {
  await inDoubt(promisingDesk, undefined, true);
  const card = world.slack.channel("C0TRIAGE").messages.find(({ text }) => text.includes("T-1002"));
  await world.slack.user("U0LUIS").presses(card ?? expect.fail("no card"), "wait");
  await world.slack.user("U0LUIS").submits({ text: "" });
  await turns(10);
  expect(direct("U0ANA")).toHaveLength(1);
  expect(await world.reminders(1002)).toContain("50 cancelled");
  const root = world.slack.channel("C0ACME").messages.find(({ text }) => text.includes("T-1002"));
  await world.slack.user("U0CARLA").writes("C0ACME", "Seguimos igual", { thread: root?.ts });
  await turns(10);
  const texts = direct("U0ANA").map(({ text }) => text);
  expect(texts).toEqual([expect.not.stringContaining("T-1002"), expect.stringContaining("T-1002")]);
});

test("a digest in doubt waits for the part that another process has claimed", async () => {
  await inDoubt();
  const claimed = sql`${new Date(world.now() + 15_000).toISOString()}`;
  const one = and(eq(outbox.ticket, 1003), sql`${outbox.digest} is not null`);
  await world.database.db.update(outbox).set({ lease: "another", leasedUntil: claimed }).where(one);
  await turns(10);
  expect(direct("U0ANA")).toEqual([]);
  await turns(10);
  expect(direct("U0ANA").map(({ text }) => text)).toEqual([
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
  expect(direct("U0ANA")).toEqual([]);
  done.resolve();
  await claiming;
  await another.close();
  await world.settle();
  expect(direct("U0ANA").map(({ text }) => text)).toEqual([
    expect.stringMatching(inEnglish("digest.heading", { count: 5 })),
  ]);
});

test("the deputy gets the digest as one message if the person cannot be reached", async () => {
  world.slack.closeDm("U0ANA", "user_disabled");
  await opensMany(6);
  await world.pass(120);
  expect(direct("U0LUIS")).toHaveLength(1);
  expect(direct("U0LUIS")[0]?.text).toMatch(inEnglish("digest.heading", { count: 6 }));
  expect(await steps(50)).toEqual(Array.from({ length: 6 }, () => "50 fallbackTaken"));
});

test("a rate limit lets more reminders gather: those that could not leave go with those that came later", async () => {
  await opensMany(4);
  world.slack.fail("chat.postMessage", { rateLimit: 90 }, { channel: world.slack.dm("U0ANA").id });
  await world.pass(1);
  await opensMany(2);
  await world.pass(119);
  expect(direct("U0ANA")).toHaveLength(0);
  await world.pass(2);
  expect(direct("U0ANA")).toHaveLength(1);
  expect(direct("U0ANA")[0]?.text).toMatch(inEnglish("digest.heading", { count: 6 }));
  expect(world.slack.violations).toEqual([]);
});
