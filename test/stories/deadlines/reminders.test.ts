import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { promisingDesk } from "../../support/sample-desk.ts";
import { type Name, startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";

describe("reminders", () => {
  let world: StoryWorld;
  beforeEach(async () => {
    world = await startStoryWorld("testchat");
  });
  afterEach(() => world.stop());

  const direct = (user: Name) => world.direct(user);

  test("after downtime only the highest missed step is sent, and it says how late it is", async () => {
    await world.opens();
    world.sleepThrough(235);
    await world.settle();
    expect(direct("ana")).toHaveLength(1);
    expect(direct("ana")[0]?.text).toMatch(/80.?%/);
    expect(direct("ana")[0]?.text).toMatch(/43 min/);
    expect(await world.reminders()).toEqual(["50 superseded", "80 sent", "100 planned"]);
  });

  test("“I'm on it” stops the ladder until the breach, and the clock runs on", async () => {
    await world.opens();
    await world.pass(120);
    const [dm] = direct("ana");
    if (dm === undefined) throw new Error("no direct message");
    await world.user("ana").presses(dm, "acknowledge");
    await world.settle();
    expect(world.user("ana").privates.at(-1)?.text).toContain("T-1001");
    await world.pass(100);
    expect(direct("ana")).toHaveLength(1);
    await world.pass(20);
    expect(direct("ana")).toHaveLength(2);
    expect(direct("eva")).toHaveLength(1);
    expect(await world.reminders()).toEqual(["50 sent", "80 acknowledged", "100 sent"]);
  });

  test("Reply in the direct message answers the customer from there", async () => {
    await world.opens();
    await world.pass(120);
    const [dm] = direct("ana");
    if (dm === undefined) throw new Error("no direct message");
    await world.user("ana").presses(dm, "reply");
    await world.user("ana").submits({ text: "Ya lo tenemos" });
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

  test("if the manager cannot be reached, the deputy is notified instead", async () => {
    world.leaves("ana");
    await world.opens();
    await world.pass(120);
    expect(direct("ana")).toEqual([]);
    expect(direct("luis")).toHaveLength(1);
    expect(await world.reminders()).toContain("50 fallbackTaken");
  });

  test("if neither can be reached, triage is mentioned; if triage is gone too, the head is notified", async () => {
    await world.opens();
    world.shutsOut("ana");
    world.leaves("luis");
    await world.pass(120);
    expect(world.thread(world.card())).toHaveLength(1);
    expect(direct("eva")).toEqual([]);
    world.loses("triage");
    await world.pass(72);
    expect(direct("eva")).toHaveLength(1);
    expect(await world.reminders()).toEqual(["50 fallbackTaken", "80 fallbackTaken", "100 planned"]);
  });

  test("if no person can be reached, the step has failed and stays on record", async () => {
    await world.opens();
    for (const user of ["ana", "luis", "eva"] as const) world.leaves(user);
    world.loses("triage");
    await world.pass(120);
    expect(await world.reminders()).toEqual(["50 failed", "80 planned", "100 planned"]);
  });

  test("an answer between planning and sending cancels the reminder", async () => {
    await world.opens();
    world.sleepThrough(120);
    await world.steps.fireReminders();
    await world.user("luis").writes("acme", "Lo miramos", world.conversation());
    await world.steps.processInbox();
    await world.settle();
    expect(direct("ana")).toEqual([]);
    expect(await world.reminders()).toEqual(["50 cancelled", "80 cancelled", "100 cancelled"]);
  });

  test("a question to the customer between planning and sending cancels it too, since its clock is paused", async () => {
    await world.stop();
    world = await startStoryWorld("testchat", promisingDesk);
    await world.opens();
    await world.user("luis").writes("acme", "Lo miramos", world.conversation());
    await world.settle();
    world.sleepThrough(480);
    expect(await world.steps.fireReminders()).toBe(1);
    await world.user("luis").presses(world.card(), "wait");
    await world.user("luis").submits({ text: "" });
    await world.settle();
    expect(world.direct("ana")).toEqual([]);
    expect(await world.reminders()).toContain("50 cancelled");
    await world.pass(60);
    expect(world.direct("ana")).toEqual([]);

    await world.user("carla").writes("acme", "Aquí está", world.conversation());
    await world.settle();
    await world.pass(1);
    expect(direct("ana")).toHaveLength(1);
    expect(direct("ana")[0]?.text).not.toContain("late");
    expect(await world.reminders()).toContain("50 sent");
    await world.pass(10);
    expect(direct("ana")).toHaveLength(1);
  });

  test("a step that reached one person before the clock was paused goes to no other person, and does not come again", async () => {
    await world.stop();
    world = await startStoryWorld("testchat", promisingDesk);
    await world.opens();
    await world.user("luis").writes("acme", "Lo miramos", world.conversation());
    await world.settle();
    world.limits("luis", 30);
    world.sleepThrough(800);
    await world.settle();
    expect(direct("ana")).toHaveLength(1);
    await world.user("luis").presses(world.card(), "wait");
    await world.user("luis").submits({ text: "" });
    await world.settle();
    await world.pass(10);
    expect(direct("luis")).toEqual([]);
    await world.user("carla").writes("acme", "Aquí está", world.conversation());
    await world.settle();
    await world.pass(10);
    expect([direct("ana").length, direct("luis").length]).toEqual([1, 0]);
  });

  test("a ticket of an account without a manager mentions triage", async () => {
    await world.user("oliver").types("north", "/ticket Uploads fail");
    await world.user("oliver").submits({ severity: "high", description: "All of them." });
    await world.settle();
    await world.pass(120);
    expect(world.thread(world.card())).toHaveLength(1);
  });

  test("a rate limit on one direct conversation delays no other", async () => {
    await world.opens();
    world.limits("ana", 30);
    world.sleepThrough(240);
    await world.settle();
    expect(direct("eva")).toHaveLength(1);
    expect(direct("ana")).toEqual([]);
    await world.pass(1);
    expect(direct("ana")).toHaveLength(1);
    expect(world.violations()).toBe(0);
  });
});
