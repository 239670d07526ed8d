import { afterEach, beforeEach, expect, test } from "vitest";
import { startWorld, type World } from "../../support/world.ts";
import { inEnglish, inSpanish } from "../../support/sentences.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

const mention = "<@U0PLAZO>";

/** The messages of a channel outside threads. */
const roots = (channel: string) => world.slack.channel(channel).messages.filter(({ thread }) => thread === null);
const below = (message: { readonly channel: string; readonly ts: string }) =>
  world.slack.channel(message.channel).messages.filter(({ thread }) => thread === message.ts);
const at = (message: { readonly channel: string; readonly ts: string }) => {
  const found = world.slack.channel(message.channel).messages.find(({ ts }) => ts === message.ts);
  if (found === undefined) throw new Error("no such message");
  return found;
};

test("a customer who mentions the bot gets one ticket in the thread of their message, although Slack delivers it twice", async () => {
  const carla = world.slack.user("U0CARLA");
  const asked = await carla.writes("C0ACME", `${mention} el vídeo no se ve\nDesde las nueve.`, {
    raw: true,
    mention: true,
  });
  await world.settle();
  const ticket = await world.ticket();
  expect(ticket).toMatchObject({
    title: "el vídeo no se ve",
    sla: { claimedSeverity: "medium" },
    account: "acme",
    requester: { user: "slack:U0CARLA" },
    conversation: { kind: "channel", channel: "slack:C0ACME", thread: asked.ts },
  });
  expect(roots("C0ACME")).toHaveLength(1);
  const [card, ...more] = below(asked);
  expect(more).toEqual([]);
  expect(card?.text).toContain("T-1001");
  expect(card?.text).toMatch(inSpanish("conversation.severityAssumed"));
  expect(at(asked).reactions).toEqual({ ticket: ["U0PLAZO"] });
  expect(world.card().text).toContain("el vídeo no se ve");
  await expect(world.ticket(1002)).rejects.toThrow("no ticket");
});

test("messages below belong to the ticket, even before its card is there, and a mention opens no second ticket", async () => {
  const carla = world.slack.user("U0CARLA");
  const asked = await carla.writes("C0ACME", `${mention} no hay sonido`, { raw: true });
  await world.steps.processInbox();
  await carla.writes("C0ACME", "solo en la tele", { thread: asked.ts });
  await world.settle();
  await carla.writes("C0ACME", `${mention} ¿hay noticias?`, { thread: asked.ts, raw: true });
  await world.settle();
  const inside = world.thread(world.card()).map(({ text }) => text);
  expect(inside.join("\n")).toMatch(/solo en la tele[^]*¿hay noticias\?/);
  await world.slack.user("U0LUIS").writes("C0ACME", "Lo miramos", { thread: asked.ts });
  await world.settle();
  expect((await world.ticket()).replies).toBe(1);
  await expect(world.ticket(1002)).rejects.toThrow("no ticket");
});

test("a colleague's 🎫 opens the ticket of the message's author, with the earlier messages of the thread", async () => {
  const carla = world.slack.user("U0CARLA");
  const root = await carla.writes("C0ACME", "Buenos días");
  await world.slack.user("U0LUIS").writes("C0ACME", "¿Qué tal?", { thread: root.ts });
  const problem = await carla.writes("C0ACME", "La carga de vídeos falla", { thread: root.ts });
  await world.slack.user("U0LUIS").reacts(problem);
  await world.settle();
  const ticket = await world.ticket();
  expect(ticket).toMatchObject({
    title: "La carga de vídeos falla",
    requester: { user: "slack:U0CARLA", name: "carla" },
    conversation: { thread: root.ts },
    source: { message: problem.ts, root: root.ts, how: "reacted" },
  });
  const [takenOver] = world.thread(world.card());
  expect(takenOver?.text).toMatch(/carla[^]*Buenos días[^]*Luis Gil[^]*¿Qué tal\?/);
  expect(JSON.stringify(below(root).map(({ text }) => text))).not.toContain("before");
  await carla.reacts(root);
  await world.settle();
  expect(carla.privates.at(-1)?.text).toContain("T-1001");
  await expect(world.ticket(1002)).rejects.toThrow("no ticket");
});

test("other emoji, and a 🎫 in a place without a customer, do nothing", async () => {
  const carla = world.slack.user("U0CARLA");
  await carla.reacts(await carla.writes("C0ACME", "hola"), "tada");
  await carla.reacts(await carla.writes("C0RANDOM", "hola"));
  await world.settle();
  await expect(world.ticket()).rejects.toThrow("no ticket");
  expect(carla.privates).toEqual([]);
});

test("the menu of a message opens the form filled with it, and the ticket appears in its thread", async () => {
  const carla = world.slack.user("U0CARLA");
  const wrote = await carla.writes("C0ACME", "No puedo entrar\nDice «sesión caducada».");
  await world.slack.user("U0LUIS").picks(wrote);
  const form = world.slack.user("U0LUIS").seesForm();
  expect(form?.initial).toMatchObject({
    title: "No puedo entrar",
    description: "No puedo entrar\nDice «sesión caducada».",
    account: "acme",
  });
  await world.slack.user("U0LUIS").submits({ severity: "high" });
  await world.settle();
  expect(await world.ticket()).toMatchObject({
    requester: { user: "slack:U0CARLA" },
    sla: { claimedSeverity: "high" },
    conversation: { channel: "slack:C0ACME", thread: wrote.ts },
  });
  expect(world.slack.user("U0LUIS").privates.at(-1)?.text).toContain("T-1001");
  expect(below(wrote)).toHaveLength(1);
  expect(below(wrote)[0]?.text).not.toMatch(inSpanish("conversation.severityAssumed"));
  await carla.picks(wrote);
  await carla.submits({ severity: "low" });
  await world.settle();
  expect(carla.privates.at(-1)?.text).toMatch(inSpanish("refusal.alreadyTicket", { ticket: "T-1001" }));
  await expect(world.ticket(1002)).rejects.toThrow("no ticket");
});

test("a direct message to the bot opens a ticket in direct messages", async () => {
  const sam = world.slack.user("U0SAM");
  world.slack.dm("U0SAM");
  const wrote = await sam.writes("D0SAM", "My videos are gone");
  await world.settle();
  expect(await world.ticket()).toMatchObject({
    title: "My videos are gone",
    account: null,
    conversation: { kind: "person", user: "slack:U0SAM" },
    source: { message: wrote.ts, how: "direct" },
  });
  expect(world.slack.dm("U0SAM").messages.filter(({ user }) => user === "U0PLAZO")).toHaveLength(1);
  await sam.writes("D0SAM", "All of them", { thread: wrote.ts });
  await world.settle();
  expect((await world.ticket()).lastCustomerMessage?.text).toBe("All of them");
});

test("the team reads where its own messages to the bot open nothing", async () => {
  world.slack.dm("U0LUIS");
  await world.slack.user("U0LUIS").writes("D0LUIS", "the video of Acme is down");
  await world.slack.user("U0CARLA").writes("C0RANDOM", `${mention} ayuda`, { raw: true });
  await world.slack.user("U0LUIS").writes("C0TRIAGE", `${mention} look at this`, { raw: true });
  await world.settle();
  await expect(world.ticket()).rejects.toThrow("no ticket");
  expect(world.slack.user("U0LUIS").privates).toEqual([]);
  expect(world.slack.dm("U0LUIS").messages.at(-1)?.text).toMatch(inEnglish("problem.staffDirect"));
  // Below a message of the bot, such as a reminder, the answer stands in the same thread.
  const { ts } = world.slack.dm("U0LUIS").messages.at(-1) ?? expect.fail("no message");
  await world.slack.user("U0LUIS").writes("D0LUIS", "Tell Carla that I call her at noon", { thread: ts });
  await world.settle();
  const hint = world.slack.dm("U0LUIS").messages.at(-1);
  expect([hint?.text.includes("Reply"), hint?.thread]).toEqual([true, ts]);
  expect(world.slack.user("U0CARLA").privates).toHaveLength(1);
});
