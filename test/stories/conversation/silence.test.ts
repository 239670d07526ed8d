import { afterEach, beforeEach, describe, expect, test } from "vitest";
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
    expect(posted()[2]).toMatch(inSpanish("waiting.autoClosed", { number: "1001" }));
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
