import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";
import { inSpanish } from "../../support/sentences.ts";

describe("the customer's card", () => {
  let world: StoryWorld;
  beforeEach(async () => {
    world = await startStoryWorld("testchat");
  });
  afterEach(() => world.stop());

  test("a customer closes and reopens their ticket from its card, and is told once", async () => {
    await world.opens();
    const carla = world.user("carla");
    const received = (): readonly string[] => [
      ...world.thread(world.conversation()).map(({ text }) => text),
      ...carla.privates.map(({ text }) => text),
    ];
    await carla.presses(world.conversation(), "resolve");
    await world.settle();
    expect((await world.ticket()).status).toBe("resolved");
    await carla.presses(world.conversation(), "reopen");
    await world.settle();
    expect((await world.ticket()).status).toBe("open");
    expect(received().filter((text) => inSpanish("message.reopened").test(text))).toHaveLength(1);
    expect(received().filter((text) => inSpanish("message.resolved").test(text))).toHaveLength(1);
    // The customer of another account may not either.
    await world.user("oliver").forges("north", "resolve 1001 own");
    await world.settle();
    expect((await world.ticket()).status).toBe("open");
  });

  test("/ticket show has the conversation, a page at a time, and explains the due time behind a button", async () => {
    await world.opens();
    const [carla, luis] = [world.user("carla"), world.user("luis")];
    for (const n of [1, 2, 3]) {
      await carla.writes("acme", `pregunta ${n}`, world.conversation());
      await world.settle();
      await luis.writes("acme", `respuesta ${n}`, world.conversation());
      await world.settle();
    }
    await carla.types("acme", "/ticket ver 1001");
    await world.settle();
    const shown = () => carla.privates.at(-1)?.text ?? "";
    expect(shown()).toMatch(/respuesta 1[^]*pregunta 3[^]*respuesta 3/);
    expect(shown()).not.toContain("pregunta 1");
    expect(shown()).not.toMatch(inSpanish("show.calendar"));
    await carla.presses("private", "show 1001 1");
    await world.settle();
    expect(shown()).toContain("pregunta 1");
    await carla.presses("private", "show 1001 why");
    await world.settle();
    expect(shown()).toMatch(inSpanish("show.calendar"));
  });
});
