import { afterEach, beforeEach, expect, test } from "vitest";
import { promisingDesk } from "../../support/sample-desk.ts";
import { startWorld, type World } from "../../support/world.ts";
import { inEnglish, inOrder } from "../../support/sentences.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld("http", promisingDesk);
  await world.opens();
  await world.slack.user("U0LUIS").writes("C0ACME", "Lo miramos", { thread: world.conversation().ts });
  await world.settle();
  await world.pass(1);
});
afterEach(() => world.stop());

const carlaWrites = async (text: string): Promise<void> => {
  await world.slack.user("U0CARLA").writes("C0ACME", text, { thread: world.conversation().ts });
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
  const carla = world.slack.user("U0CARLA");
  const said = await carla.writes("C0ACME", "¡Gracias!", { thread: world.conversation().ts });
  await world.settle();
  await world.pass(5);
  const before = world.thread(world.card()).length;
  await carla.edits(said, "¡Gracias! ¿Y el canal 3?");
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
  await world.slack.user("U0MARTA").presses(lastInside(), "dismiss");
  await world.settle();
  expect(await running()).toEqual(["resolution"]);
});

test("a message that crosses the team's answer waits for the next answer", async () => {
  const [wrote, root] = [world.now(), world.conversation().ts];
  await world.pass(5);
  await world.slack.user("U0LUIS").presses(world.card(), "reply");
  await world.slack.user("U0LUIS").submits({ text: "¿Sigue igual?" });
  await world.settle();
  await world.passSeconds(60);
  await world.steps.core.accept({
    key: "slack:msg:C0ACME:late",
    at: wrote,
    by: { user: "slack:U0CARLA", name: "carla" },
    channel: "slack:C0ACME",
    kind: "message",
    message: { channel: "slack:C0ACME", id: "late", thread: root },
    text: "Y tampoco va el canal 3",
  });
  await world.settle();
  const { sla, unanswered } = await world.ticket();
  expect(unanswered).toEqual([wrote]);
  expect(sla.clocks.find(({ kind, end }) => kind === "nextResponse" && end === null)?.startedAt).toBe(wrote);
});

test("one press marks the customer’s message as needing no answer; the history names the agent", async () => {
  await carlaWrites("Era mi wifi, ya va");
  expect(await running()).toEqual(["resolution", "nextResponse"]);
  await world.slack.user("U0MARTA").presses(lastInside(), "dismiss");
  await world.settle();
  expect(await running()).toEqual(["resolution"]);
  await world.slack.user("U0LUIS").types("C0TRIAGE", "/ticket history 1001");
  await world.settle();
  expect(world.slack.user("U0LUIS").privates.at(-1)?.text).toMatch(
    inOrder("Marta Solé", inEnglish("history.dismissed")),
  );
});

test("a thank-you to the bot is shown on the ticket it belongs to: it opens nothing, asks nothing, and causes no question", async () => {
  const sam = world.slack.user("U0SAM");
  world.slack.dm("U0SAM");
  await sam.writes("D0SAM", "My videos are gone");
  await world.settle();
  await sam.writes("D0SAM", "Thank you!");
  await world.settle();
  expect((await world.ticket(1002)).lastCustomerMessage?.text).toBe("Thank you!");
  const answers = () => world.slack.dm("U0SAM").messages.filter(({ text }) => inEnglish("offer.add").test(text)).length;
  expect(answers()).toBe(0);
  await sam.writes("D0SAM", "And the captions");
  await sam.writes("D0SAM", "thanks");
  await world.settle();
  expect(answers()).toBe(1);
  await world.pass(6);
  const heard = (await world.messages(1002)).filter(({ kind }) => kind === "customerWrote");
  expect(heard.map(({ text, needsReplySince: asksAt }) => [text, asksAt !== null])).toEqual([
    ["Thank you!", false],
    ["And the captions", true],
    ["thanks", false],
  ]);
  await sam.types("D0SAM", "/ticket close 1002");
  await world.settle();
  await sam.writes("D0SAM", "Thanks a lot");
  await world.settle();
  expect(await world.ticket(1002)).toMatchObject({ status: "resolved", lastCustomerMessage: { text: "Thanks a lot" } });
  await expect(world.ticket(1003)).rejects.toThrow("no ticket");
});

test("a thank-you to the bot's mention in a channel opens nothing", async () => {
  await world.slack.user("U0CARLA").writes("C0ACME", "<@U0PLAZO> ¡gracias!", { raw: true });
  await world.settle();
  await expect(world.ticket(1002)).rejects.toThrow("no ticket");
});

test("a message that is added by choice reaches the merged ticket", async () => {
  const sam = world.slack.user("U0SAM");
  world.slack.dm("U0SAM");
  await sam.writes("D0SAM", "My videos are gone");
  await world.settle();
  await sam.types("C0RANDOM", "/ticket The captions");
  await sam.submits({ severity: "low", description: "Gone too." });
  await world.settle();
  await sam.writes("D0SAM", "All of them");
  await world.settle();
  const asked = world.slack.dm("U0SAM").messages.findLast(({ text }) => inEnglish("offer.add").test(text));
  const [, about = "", other = ""] =
    asked?.text.includes("T-1003") === true ? ["", "1003", "1002"] : ["", "1002", "1003"];
  await world.slack.user("U0LUIS").types("C0TRIAGE", `/ticket merge ${about} into ${other}`);
  await world.settle();
  await world.pass(6);
  expect((await world.ticket(Number(about))).status).toBe("resolved");
  expect((await world.ticket(Number(other))).lastCustomerMessage?.text).toBe("All of them");
});
