import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ChatPort } from "../../../src/chat/port.ts";
import type { Desk } from "../../../src/desk/desk.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";
import { inEnglish, inSpanish } from "../../support/sentences.ts";

const day = 24 * 60;
const desk: Desk = { ...sampleDesk, waiting: { nudge: { days: 2, ms: 0 }, close: { days: 5, ms: 0 } } };

describe("a ticket that waits for the customer", () => {
  let world: StoryWorld;
  beforeEach(async () => {
    world = await startStoryWorld("testchat", desk);
    await world.opens();
    await world.user("luis").presses(world.card(), "wait");
    await world.user("luis").submits({ text: "¿Qué versión es?" });
    await world.settle();
  });
  afterEach(() => world.stop());

  const posted = () => world.thread(world.conversation()).map(({ text }) => text);

  test("a customer who does not answer is asked again once, and then the ticket closes, with a way to reopen it", async () => {
    await world.pass(2 * day - 1);
    expect(posted()).toHaveLength(1);
    await world.pass(1);
    await world.pass(60);
    expect(posted()).toHaveLength(2);
    expect(posted()[1]).toMatch(inSpanish("waiting.nudgeClose", { ticket: "T-1001" }));
    await world.pass(3 * day - 61);
    expect((await world.ticket()).status).toBe("waiting");
    await world.pass(1);
    expect((await world.ticket()).status).toBe("resolved");
    expect(posted()).toHaveLength(3);
    expect(posted()[2]).toMatch(inSpanish("waiting.autoClosed"));
    expect(posted()[2]).toMatch(inSpanish("message.howToCarryOn", { number: "1001" }));
    expect(world.thread(world.conversation())[2]?.actions).not.toContain("rate 1001 good");
    expect(world.thread(world.card()).at(-1)?.text).toMatch(inEnglish("waiting.autoClosed"));
    await world.user("carla").types("acme", "/ticket reabrir 1001");
    await world.settle();
    expect((await world.ticket()).status).toBe("open");
  });

  test("after one message no customer is asked, and no ticket closes", async () => {
    await world.user("carla").writes("acme", "Sigo aquí", world.conversation());
    await world.settle();
    const before = posted().length;
    await world.pass(9 * day);
    expect((await world.ticket()).status).toBe("open");
    expect(posted()).toHaveLength(before);
  });
});

describe("while the platform takes nothing for the customer's channel", () => {
  const hour = 60 * 60_000;
  const hourly: Desk = { ...sampleDesk, waiting: { nudge: { days: 0, ms: hour }, close: { days: 0, ms: 2 * hour } } };
  let world: StoryWorld;
  let isDown: boolean;
  let refused: number;
  beforeEach(async () => {
    world = await startStoryWorld("testchat", hourly);
    await world.opens();
    isDown = false;
    refused = 0;
    const port = world.ports.get("testchat");
    if (port === undefined) throw new Error("no testchat");
    const acme = world.refOf("acme");
    const post: ChatPort["post"] = async (to, card, attempt) => {
      if (!isDown || to.channel !== acme) return port.post(to, card, attempt);
      refused += 1;
      return { ok: false, failure: { kind: "tryAgain", why: "500" } };
    };
    world.ports.set("testchat", { ...port, post });
  });
  afterEach(() => world.stop());

  const posted = () => world.thread(world.conversation()).map(({ text }) => text);
  const statusNow = async () => (await world.ticket()).status;
  const asks = async (): Promise<void> => {
    await world.user("luis").presses(world.card(), "wait");
    await world.user("luis").submits({ text: "¿Qué versión es?" });
    await world.settle();
  };
  const passInSteps = async (minutes: number): Promise<void> => {
    for (let passed = 0; passed < minutes; passed += 10) await world.pass(10);
  };
  const isDownFor = async (minutes: number): Promise<void> => {
    isDown = true;
    await passInSteps(minutes);
    isDown = false;
    expect(refused).toBeGreaterThan(0);
    // It is tried again within ten minutes.
    await world.pass(10);
  };

  test("a ticket whose question is still tried is neither nudged nor closed, and the wait counts from its arrival", async () => {
    isDown = true;
    await asks();
    await isDownFor(240);
    expect(await statusNow()).toBe("waiting");
    expect(posted()).toHaveLength(1);
    await passInSteps(50);
    expect(posted()).toHaveLength(1);
    await passInSteps(20);
    expect(posted()).toHaveLength(2);
    expect(await statusNow()).toBe("waiting");
    await passInSteps(70);
    expect(await statusNow()).toBe("resolved");
  });

  test("a ticket does not close before its customer had their time since the nudge", async () => {
    await asks();
    await isDownFor(240);
    expect(await statusNow()).toBe("waiting");
    expect(posted()).toHaveLength(2);
    await passInSteps(50);
    expect(await statusNow()).toBe("waiting");
    await passInSteps(20);
    expect(await statusNow()).toBe("resolved");
    expect(posted()).toHaveLength(3);
  });

  test("a ticket whose nudge certainly did not arrive stays open, and staff read why", async () => {
    await asks();
    world.shutsOut("carla");
    world.loses("acme");
    await passInSteps(240);
    expect(await statusNow()).toBe("waiting");
    expect((await world.ticket()).undelivered.filter(({ key }) => key !== "card")).toHaveLength(1);
  });

  test("a nudge that is still tried is dropped once the customer wrote", async () => {
    await asks();
    isDown = true;
    await passInSteps(90);
    expect(refused).toBeGreaterThan(0);
    await world.user("carla").writes("acme", "Es la 7", world.conversation());
    await world.settle();
    isDown = false;
    await passInSteps(60);
    expect(posted().filter((text) => inSpanish("waiting.nudgeClose", { ticket: "T-1001" }).test(text))).toEqual([]);
  });
});
