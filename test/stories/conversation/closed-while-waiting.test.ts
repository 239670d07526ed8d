import { afterEach, expect, test } from "vitest";
import { sampleDesk } from "../../support/sample-desk.ts";
import { startWorld, type World } from "../../support/world.ts";
import { inEnglish } from "../../support/sentences.ts";

let world: World;
afterEach(() => world.stop());

test.each(["presses", "lets the time run out"] as const)(
  "a message that waits for a choice reopens the ticket that was closed meanwhile: the customer %s",
  async (how) => {
    world = await startWorld("http", { ...sampleDesk, reopen: { days: 7, ms: 0 } });
    const sam = world.slack.user("U0SAM");
    const luis = world.slack.user("U0LUIS");
    world.slack.dm("U0SAM");
    await sam.writes("D0SAM", "My videos are gone");
    await world.settle();
    await sam.writes("D0SAM", "It is still broken, when will it work?");
    await world.settle();
    await world.pass(1);
    await luis.types("C0TRIAGE", "/desk resolve 1001");
    await world.settle();
    await luis.presses(world.card(), "resolve");
    await world.settle();
    expect((await world.ticket()).status).toBe("resolved");
    await world.pass(1);
    const question = world.slack.dm("U0SAM").messages.findLast(({ text }) => inEnglish("offer.which").test(text));
    if (question === undefined) throw new Error("no question was asked");
    if (how === "presses") await sam.presses(question, "add-words");
    await world.settle();
    await world.pass(10);
    const ticket = await world.ticket();
    expect(ticket.status).toBe("open");
    expect(ticket.sla.clocks.some(({ end }) => end === null)).toBe(true);
  },
);
