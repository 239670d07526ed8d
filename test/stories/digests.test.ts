import { afterEach, beforeEach, expect, test } from "vitest";
import { startWorld, type World } from "../support/world.ts";

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
  await world.slack.user("U0LUIS").presses(card, "Reply to customer");
  await world.slack.user("U0LUIS").submits({ text: "Lo miramos" });
  await world.steps.takeInbox();
};

test("reminders that come together for one person are one message, with each ticket in it", async () => {
  await opensMany(6);
  await world.pass(120);
  expect(direct("U0ANA")).toHaveLength(1);
  const text = direct("U0ANA")[0]?.text ?? "";
  expect(text).toContain("6 promises need you");
  for (let number = 1001; number <= 1006; number++) expect(text).toContain(`T-${number}`);
  expect(await steps(50)).toEqual(Array.from({ length: 6 }, () => "50 sent"));
});

test("after the desk was down, it says how late it is", async () => {
  await opensMany(6);
  world.sleepThrough(150);
  await world.settle();
  expect(direct("U0ANA")).toHaveLength(1);
  expect(direct("U0ANA")[0]?.text).toMatch(/These reminders are up to 30 minutes(, \d seconds?)? late/);
});

test("three stay three messages", async () => {
  await opensMany(3);
  await world.pass(120);
  expect(direct("U0ANA")).toHaveLength(3);
});

test("the first three critical ones come one by one", async () => {
  await opensMany(5, "critical");
  await world.pass(15);
  expect(direct("U0ANA")).toHaveLength(4);
  expect(direct("U0ANA").filter(({ text }) => text.includes("2 promises need you"))).toHaveLength(1);
});

test("what was answered meanwhile is not in it", async () => {
  await opensMany(6);
  world.sleepThrough(120);
  await world.steps.fireReminders();
  await replies(1002);
  await world.settle();
  expect(direct("U0ANA")).toHaveLength(1);
  expect(direct("U0ANA")[0]?.text).toContain("5 promises need you");
  expect(direct("U0ANA")[0]?.text).not.toContain("T-1002");
  expect((await steps(50)).toSorted()).toEqual(["50 cancelled", ...Array.from({ length: 5 }, () => "50 sent")]);
});

test("where nobody knows whether it arrived, it is looked for as one message and never said twice", async () => {
  await opensMany(6);
  world.slack.fail("chat.postMessage", { drop: "after" }, { channel: world.slack.dm("U0ANA").id });
  await world.pass(120);
  await replies(1001);
  await world.pass(1);
  await world.pass(1);
  expect(direct("U0ANA")).toHaveLength(1);
  expect(await steps(50)).toEqual(["50 cancelled", ...Array.from({ length: 5 }, () => "50 sent")]);
});

test("what was tried alone and is in doubt joins no digest", async () => {
  await world.opens();
  await world.pass(1);
  await opensMany(4);
  world.slack.fail("chat.postMessage", { drop: "after" }, { channel: world.slack.dm("U0ANA").id });
  await world.pass(119);
  await world.pass(1);
  expect(direct("U0ANA")).toHaveLength(2);
  expect(direct("U0ANA")[1]?.text).toContain("4 promises need you");
  expect(direct("U0ANA")[1]?.text).not.toContain("T-1001");
});

test("where the person cannot be reached, the deputy gets them as one", async () => {
  world.slack.closeDm("U0ANA", "user_disabled");
  await opensMany(6);
  await world.pass(120);
  expect(direct("U0LUIS")).toHaveLength(1);
  expect(direct("U0LUIS")[0]?.text).toContain("6 promises need you");
  expect(await steps(50)).toEqual(Array.from({ length: 6 }, () => "50 fellBack"));
});

test("a rate limit lets more gather: what could not leave goes with what came later", async () => {
  await opensMany(4);
  world.slack.fail("chat.postMessage", { rateLimit: 90 }, { channel: world.slack.dm("U0ANA").id });
  await world.pass(1);
  await opensMany(2);
  await world.pass(119);
  expect(direct("U0ANA")).toHaveLength(0);
  await world.pass(2);
  expect(direct("U0ANA")).toHaveLength(1);
  expect(direct("U0ANA")[0]?.text).toContain("6 promises need you");
  expect(world.slack.violations).toEqual([]);
});
