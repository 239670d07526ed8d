import { afterEach, expect, test } from "vitest";
import { sampleDesk } from "../../support/sample-desk.ts";
import { startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";
import { inEnglish } from "../../support/sentences.ts";

let world: StoryWorld;
afterEach(() => world.stop());

test.each(["presses", "lets the time run out"] as const)(
  "a message that waits for a choice reopens the ticket that was closed meanwhile: the customer %s",
  async (how) => {
    world = await startStoryWorld("testchat", { ...sampleDesk, reopen: { days: 7, ms: 0 } });
    const sam = world.user("sam");
    const luis = world.user("luis");
    await sam.writes("direct", "My videos are gone");
    await world.settle();
    await sam.writes("direct", "It is still broken, when will it work?");
    await world.settle();
    await world.pass(1);
    await luis.types("triage", "/desk resolve 1001");
    await world.settle();
    await luis.presses(world.card(), "resolve");
    await world.settle();
    expect((await world.ticket()).status).toBe("resolved");
    await world.pass(1);
    const question = world.inDirect("sam").findLast(({ text }) => inEnglish("offer.which").test(text));
    if (question === undefined) throw new Error("no question was asked");
    if (how === "presses") await sam.presses(question, "add-words");
    await world.settle();
    await world.pass(10);
    const ticket = await world.ticket();
    expect(ticket.status).toBe("open");
    expect(ticket.sla.clocks.some(({ end }) => end === null)).toBe(true);
  },
);
