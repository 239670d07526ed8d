import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { promisingDesk } from "../support/sample-desk.ts";
import { startWorld, type World } from "../support/world.ts";

describe("reminders", () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const direct = (user: string) => world.slack.dm(user).messages;

  test("after downtime only the highest missed step goes out, and says how late it is", async () => {
    await world.opens();
    world.sleepThrough(235);
    await world.settle();
    expect(direct("U0ANA")).toHaveLength(1);
    expect(direct("U0ANA")[0]?.text).toMatch(/80.?%/);
    expect(direct("U0ANA")[0]?.text).toMatch(/43 min/);
    expect(await world.reminders()).toEqual(["50 overtaken", "80 sent", "100 planned"]);
  });

  test("'I'm on it' quiets the ladder up to the breach, and the clock runs on", async () => {
    await world.opens();
    await world.pass(120);
    const [dm] = direct("U0ANA");
    if (dm === undefined) throw new Error("no direct message");
    await world.slack.user("U0ANA").presses(dm, "I’m on it");
    await world.settle();
    expect(world.slack.user("U0ANA").privates.at(-1)?.text).toContain("T-1001");
    await world.pass(100);
    expect(direct("U0ANA")).toHaveLength(1);
    await world.pass(20);
    expect(direct("U0ANA")).toHaveLength(2);
    expect(direct("U0EVA")).toHaveLength(1);
    expect(await world.reminders()).toEqual(["50 sent", "80 acknowledged", "100 sent"]);
  });

  test("Reply in the direct message answers the customer from there", async () => {
    await world.opens();
    await world.pass(120);
    const [dm] = direct("U0ANA");
    if (dm === undefined) throw new Error("no direct message");
    await world.slack.user("U0ANA").presses(dm, "Reply");
    await world.slack.user("U0ANA").submits({ text: "Ya lo tenemos" });
    await world.settle();
    expect(
      world
        .thread(world.conversation())
        .map((message) => message.text)
        .join(),
    ).toContain("Ya lo tenemos");
    await world.pass(500);
    expect(await world.reminders()).toEqual(["50 sent", "80 cancelled", "100 cancelled"]);
  });

  test("where the manager cannot be reached the deputy is told in their stead", async () => {
    world.slack.closeDm("U0ANA", "user_disabled");
    await world.opens();
    await world.pass(120);
    expect(direct("U0ANA")).toEqual([]);
    expect(direct("U0LUIS")).toHaveLength(1);
    expect(await world.reminders()).toContain("50 fallbackTaken");
  });

  test("where neither can, triage is mentioned; where triage is gone too, the head is told", async () => {
    await world.opens();
    world.slack.closeDm("U0ANA", "cannot_dm_bot");
    world.slack.closeDm("U0LUIS", "user_disabled");
    await world.pass(120);
    expect(world.thread(world.card())).toHaveLength(1);
    expect(direct("U0EVA")).toEqual([]);
    world.slack.channel("C0TRIAGE").archive();
    await world.pass(72);
    expect(direct("U0EVA")).toHaveLength(1);
    expect(await world.reminders()).toEqual(["50 fallbackTaken", "80 fallbackTaken", "100 planned"]);
  });

  test("where nobody at all can be reached the step has failed, and is not forgotten", async () => {
    await world.opens();
    for (const user of ["U0ANA", "U0LUIS", "U0EVA"]) world.slack.closeDm(user, "user_disabled");
    world.slack.channel("C0TRIAGE").archive();
    await world.pass(120);
    expect(await world.reminders()).toEqual(["50 failed", "80 planned", "100 planned"]);
  });

  test("an answer that comes between deciding and sending cancels the reminder", async () => {
    await world.opens();
    world.sleepThrough(120);
    await world.steps.fireReminders();
    await world.slack.user("U0LUIS").writes("C0ACME", "Lo miramos", { thread: world.conversation().ts });
    await world.steps.processInbox();
    await world.settle();
    expect(direct("U0ANA")).toEqual([]);
    expect(await world.reminders()).toEqual(["50 cancelled", "80 cancelled", "100 cancelled"]);
  });

  test("a question to the customer that comes between deciding and sending cancels it too, for its clock stands still", async () => {
    await world.stop();
    world = await startWorld("http", promisingDesk);
    await world.opens();
    await world.slack.user("U0LUIS").writes("C0ACME", "Lo miramos", { thread: world.conversation().ts });
    await world.settle();
    world.sleepThrough(480);
    expect(await world.steps.fireReminders()).toBe(1);
    await world.slack.user("U0LUIS").presses(world.card(), "Waiting");
    await world.slack.user("U0LUIS").submits({ text: "" });
    await world.settle();
    expect(world.slack.dm("U0ANA").messages).toEqual([]);
    expect(await world.reminders()).toContain("50 cancelled");
    await world.pass(60);
    expect(world.slack.dm("U0ANA").messages).toEqual([]);

    await world.slack.user("U0CARLA").writes("C0ACME", "Aquí está", { thread: world.conversation().ts });
    await world.settle();
    await world.pass(1);
    expect(direct("U0ANA")).toHaveLength(1);
    expect(direct("U0ANA")[0]?.text).not.toContain("late");
    expect(await world.reminders()).toContain("50 sent");
    await world.pass(10);
    expect(direct("U0ANA")).toHaveLength(1);
  });

  test("a step of which one was told before the clock stood still is told to nobody else, and does not come again", async () => {
    await world.stop();
    world = await startWorld("http", promisingDesk);
    await world.opens();
    await world.slack.user("U0LUIS").writes("C0ACME", "Lo miramos", { thread: world.conversation().ts });
    await world.settle();
    world.slack.fail("chat.postMessage", { rateLimit: 30 }, { channel: world.slack.dm("U0LUIS").id });
    world.sleepThrough(800);
    await world.settle();
    expect(direct("U0ANA")).toHaveLength(1);
    await world.slack.user("U0LUIS").presses(world.card(), "Waiting");
    await world.slack.user("U0LUIS").submits({ text: "" });
    await world.settle();
    await world.pass(10);
    expect(direct("U0LUIS")).toEqual([]);
    await world.slack.user("U0CARLA").writes("C0ACME", "Aquí está", { thread: world.conversation().ts });
    await world.settle();
    await world.pass(10);
    expect([direct("U0ANA").length, direct("U0LUIS").length]).toEqual([1, 0]);
  });

  test("a ticket of an account without a manager mentions triage", async () => {
    await world.slack.user("U0OLIVER").types("C0NORTH", "/ticket Uploads fail");
    await world.slack.user("U0OLIVER").submits({ severity: "high", description: "All of them." });
    await world.settle();
    await world.pass(120);
    expect(world.thread(world.card())).toHaveLength(1);
  });

  test("a rate limit on one direct conversation holds up nobody else", async () => {
    await world.opens();
    world.slack.fail("chat.postMessage", { rateLimit: 30 }, { channel: world.slack.dm("U0ANA").id });
    world.sleepThrough(240);
    await world.settle();
    expect(direct("U0EVA")).toHaveLength(1);
    expect(direct("U0ANA")).toEqual([]);
    await world.pass(1);
    expect(direct("U0ANA")).toHaveLength(1);
    expect(world.slack.violations).toEqual([]);
  });
});
