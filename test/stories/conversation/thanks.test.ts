import { afterEach, beforeEach, expect, test } from "vitest";
import { promisingDesk } from "../../support/sample-desk.ts";
import { startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";
import { inEnglish, inOrder } from "../../support/sentences.ts";

let world: StoryWorld;
beforeEach(async () => {
  world = await startStoryWorld("testchat", promisingDesk);
  await world.opens();
  await world.user("luis").writes("acme", "Lo miramos", world.conversation());
  await world.settle();
  await world.pass(1);
});
afterEach(() => world.stop());

const carlaWrites = async (text: string): Promise<void> => {
  await world.user("carla").writes("acme", text, world.conversation());
  await world.settle();
};
const running = async (): Promise<readonly string[]> =>
  (await world.ticket()).sla.clocks.filter(({ end }) => end === null).map(({ kind }) => kind);
const lastInside = () => {
  const last = world.thread(world.card()).at(-1);
  if (last === undefined) throw new Error("nothing is said inside");
  return last;
};

test("the team reads a thank-you, and needs to do nothing", async () => {
  await carlaWrites("¡Muchas gracias, Luis!");
  expect(lastInside().text).toMatch(inOrder("¡Muchas gracias, Luis!", inEnglish("message.onlyThanks")));
  expect(await running()).toEqual(["resolution"]);
});

test("a thank-you that becomes a question waits for an answer, and notifies the team", async () => {
  const carla = world.user("carla");
  const posted = await carla.writes("acme", "¡Gracias!", world.conversation());
  await world.settle();
  await world.pass(5);
  const before = world.thread(world.card()).length;
  await carla.edits(posted, "¡Gracias! ¿Y el canal 3?");
  await world.settle();
  expect(await running()).toEqual(["resolution", "nextResponse"]);
  expect(world.thread(world.card())).toHaveLength(before + 1);
  expect(lastInside().text).toMatch(/¿Y el canal 3\?/);
  expect(
    world
      .thread(world.card())
      .map(({ text }) => text)
      .join(),
  ).not.toMatch(inEnglish("message.onlyThanks"));
  await world.user("marta").presses(lastInside(), "dismiss");
  await world.settle();
  expect(await running()).toEqual(["resolution"]);
});

test("a message that crosses the team's answer waits for the next answer", async () => {
  const [wrote, root] = [world.now(), world.conversation().id];
  await world.pass(5);
  await world.user("luis").presses(world.card(), "reply");
  await world.user("luis").submits({ text: "¿Sigue igual?" });
  await world.settle();
  await world.passSeconds(60);
  await world.steps.core.accept({
    key: "message:late",
    at: wrote,
    by: { user: world.refOf("carla"), name: "carla" },
    channel: world.refOf("acme"),
    kind: "message",
    message: { channel: world.refOf("acme"), id: "late", thread: root },
    text: "Y tampoco va el canal 3",
  });
  await world.settle();
  const { sla, unanswered } = await world.ticket();
  expect(unanswered).toEqual({ first: wrote, last: wrote });
  expect(sla.clocks.find(({ kind, end }) => kind === "nextResponse" && end === null)?.startedAt).toBe(wrote);
});

test("one press marks the customer’s message as needing no answer; the history names the agent", async () => {
  await carlaWrites("Era mi wifi, ya va");
  expect(await running()).toEqual(["resolution", "nextResponse"]);
  await world.user("marta").presses(lastInside(), "dismiss");
  await world.settle();
  expect(await running()).toEqual(["resolution"]);
  await world.user("luis").types("triage", "/ticket history 1001");
  await world.settle();
  expect(world.user("luis").privates.at(-1)?.text).toMatch(inOrder("Marta Solé", inEnglish("history.dismissed")));
});

test("a thank-you to the bot is shown on the ticket it belongs to: it opens nothing, asks nothing, and causes no question", async () => {
  const sam = world.user("sam");
  await sam.writes("direct", "My videos are gone");
  await world.settle();
  await sam.writes("direct", "Thank you!");
  await world.settle();
  expect((await world.ticket(1002)).lastCustomerMessage?.text).toBe("Thank you!");
  const answers = () => world.inDirect("sam").filter(({ text }) => inEnglish("offer.add").test(text)).length;
  expect(answers()).toBe(0);
  await sam.writes("direct", "And the captions");
  await sam.writes("direct", "thanks");
  await world.settle();
  expect(answers()).toBe(1);
  await world.pass(6);
  const stored = (await world.messages(1002)).filter(({ kind }) => kind === "customerWrote");
  expect(stored.map(({ text, needsReplySince: asksAt }) => [text, asksAt !== null])).toEqual([
    ["Thank you!", false],
    ["And the captions", true],
    ["thanks", false],
  ]);
  await sam.types("direct", "/ticket close 1002");
  await world.settle();
  await sam.writes("direct", "Thanks a lot");
  await world.settle();
  expect(await world.ticket(1002)).toMatchObject({ status: "resolved", lastCustomerMessage: { text: "Thanks a lot" } });
  await expect(world.ticket(1003)).rejects.toThrow("no ticket");
});

test("a thank-you to the bot's mention in a channel opens nothing", async () => {
  await world.user("carla").calls("acme", "¡gracias!");
  await world.settle();
  await expect(world.ticket(1002)).rejects.toThrow("no ticket");
});

test("a message that is added by choice reaches the merged ticket", async () => {
  const sam = world.user("sam");
  await sam.writes("direct", "My videos are gone");
  await world.settle();
  await sam.types("random", "/ticket The captions");
  await sam.submits({ severity: "low", description: "Gone too." });
  await world.settle();
  await sam.writes("direct", "All of them");
  await world.settle();
  const asked = world.inDirect("sam").findLast(({ text }) => inEnglish("offer.add").test(text));
  const [, about = "", other = ""] =
    asked?.text.includes("T-1003") === true ? ["", "1003", "1002"] : ["", "1002", "1003"];
  await world.user("luis").types("triage", `/ticket merge ${about} into ${other}`);
  await world.settle();
  await world.pass(6);
  expect((await world.ticket(Number(about))).status).toBe("resolved");
  expect((await world.ticket(Number(other))).lastCustomerMessage?.text).toBe("All of them");
});
