import { afterEach, describe, expect, test } from "vitest";
import { promisingDesk, sampleDesk } from "../../support/sample-desk.ts";
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

test("a ticket does not close for want of an answer while a message waits for a choice, and the message keeps it open", async () => {
  const waiting = { nudge: { days: 0, ms: 60 * 60_000 }, close: { days: 0, ms: 120 * 60_000 } };
  world = await startStoryWorld("testchat", { ...sampleDesk, waiting, reopen: { days: 7, ms: 0 } });
  const sam = world.user("sam");
  await sam.writes("direct", "My videos are gone");
  await world.settle();
  await world.user("luis").presses(world.card(), "wait");
  await world.user("luis").submits({ text: "Which version is it?" });
  await world.settle();
  await world.pass(60);
  await world.pass(58);
  const wroteAt = world.now();
  await sam.writes("direct", "It is version 7 and it is still broken");
  await world.settle();
  await world.pass(2);
  expect((await world.ticket()).status).toBe("waiting");
  await world.pass(10);
  const ticket = await world.ticket();
  expect(ticket).toMatchObject({ status: "open", unanswered: { first: wroteAt } });
});

describe("a question from just before a closing that arrives after it", () => {
  const asksBefore = async (closes: () => Promise<void>, text = "It is not fixed, and now payments fail") => {
    world = await startStoryWorld("testchat", { ...promisingDesk, reopen: { days: 7, ms: 0 } });
    await world.opens();
    await world.user("luis").presses(world.card(), "reply");
    await world.user("luis").submits({ text: "Fixed" });
    await world.settle();
    await world.pass(1);
    const wroteAt = world.now();
    await world.pass(1);
    await closes();
    await world.settle();
    expect((await world.ticket()).status).toBe("resolved");
    const channel = world.refOf("acme");
    const { id: thread } = world.conversation();
    await world.steps.core.accept({
      kind: "message",
      key: "testchat:late",
      at: wroteAt,
      by: { user: world.refOf("carla"), name: "carla" },
      channel,
      message: { channel, id: "999999", thread },
      text,
    });
    await world.settle();
    return wroteAt;
  };
  const agent = async (): Promise<void> => world.user("luis").presses(world.card(), "resolve");
  const customer = async (): Promise<void> => world.user("carla").types("acme", "/ticket cerrar 1001");

  test("reopens the ticket that an agent resolved: a clock runs, and the team reads it", async () => {
    const wroteAt = await asksBefore(agent);
    const ticket = await world.ticket();
    expect(ticket).toMatchObject({ status: "open", unanswered: { first: wroteAt } });
    expect(ticket.sla.clocks.some(({ end }) => end === null)).toBe(true);
    expect(world.thread(world.card()).some(({ text }) => text.includes("now payments fail"))).toBe(true);
    expect(world.thread(world.card()).at(-1)?.text).toMatch(inEnglish("message.reopened"));
  });

  test("changes nothing if it is a thank-you", async () => {
    await asksBefore(agent, "¡Muchas gracias!");
    expect((await world.ticket()).status).toBe("resolved");
  });

  test("changes nothing if the customer closed the ticket", async () => {
    await asksBefore(customer);
    expect((await world.ticket()).status).toBe("resolved");
  });
});
