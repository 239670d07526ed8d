import { afterEach, beforeEach, expect, test } from "vitest";
import { sql } from "../../../src/db/schema/orm.ts";
import { unticketed, unticketedMessages } from "../../../src/db/schema/unticketed-schema.ts";
import {
  addUnticketedMessage,
  answerUnticketed,
  beginOpening,
  dueUnticketed,
} from "../../../src/db/messages/unticketed-store.ts";
import type { Desk } from "../../../src/desk/desk.ts";
import { inEnglish, inSpanish } from "../../support/sentences.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { startWorld, type World } from "../../support/world.ts";

const minutes = (count: number) => ({ days: 0, ms: count * 60_000 });
const premium = sampleDesk.plans["premium"];
if (premium === undefined) throw new Error("the sample desk has no premium plan");
/** Acme's plan is watched; Northwind's is not. */
const watched: Desk = {
  ...sampleDesk,
  plans: { ...sampleDesk.plans, premium: { ...premium, watch: { askAfter: minutes(10), openAfter: minutes(30) } } },
};

let world: World;
beforeEach(async () => {
  world = await startWorld("http", watched);
});
afterEach(() => world.stop());

const carla = () => world.slack.user("U0CARLA");
const luis = () => world.slack.user("U0LUIS");
/** The messages in triage, outside threads. */
const inTriage = () => world.slack.channel("C0TRIAGE").messages.filter(({ thread }) => thread === null);
const questions = () =>
  inTriage().filter(
    ({ text }) => inEnglish("unticketed.waiting").test(text) || inEnglish("unticketed.over").test(text),
  );
const question = () => {
  const [only, ...more] = questions();
  if (only === undefined || more.length > 0) throw new Error(`${questions().length} questions`);
  return only;
};
const writes = async (text: string) => {
  const message = await carla().writes("C0ACME", text);
  await world.settle();
  return message;
};
const noTicket = () => expect(world.ticket(1001)).rejects.toThrow("no ticket");

test("words that nobody answers become a question in triage, then a ticket that counts from the words", async () => {
  const at = world.now();
  const words = await writes("Hello, video is down, anyone there?");
  await writes("it is the player on all televisions");
  await world.pass(9);
  expect(questions()).toEqual([]);
  await world.pass(1);
  expect(question().text).toMatch(inEnglish("unticketed.waiting", { count: 2 }));
  await noTicket();
  await world.pass(20);
  const ticket = await world.ticket();
  expect(ticket).toMatchObject({
    requester: { user: "slack:U0CARLA", name: "carla" },
    account: "acme",
    conversation: { kind: "channel", channel: "slack:C0ACME", thread: words.ts },
    source: { message: words.ts, how: "unanswered" },
  });
  expect(Math.abs(ticket.openedAt - at)).toBeLessThan(2_000);
  expect(ticket.sla.clocks[0]?.startedAt).toBe(ticket.openedAt);
  expect(ticket.description).toContain("video is down");
  expect((await world.messages()).map(({ text }) => text)).toContain("it is the player on all televisions");
  expect(question().text).toMatch(inEnglish("unticketed.became.ticket", { ticket: "T-1001" }));
  const below = world.slack.channel("C0ACME").messages.filter(({ thread }) => thread === words.ts);
  expect(below.filter(({ text }) => inSpanish("unticketed.waysToAsk").test(text))).toHaveLength(1);
});

test("an agent makes it a ticket at once, which is the customer's and counts from the words", async () => {
  const words = await writes("La carga de vídeos falla");
  await world.pass(12);
  await luis().presses(question(), "Make it a ticket");
  await world.settle();
  const ticket = await world.ticket();
  expect(ticket.requester.user).toBe("slack:U0CARLA");
  expect(world.now() - ticket.openedAt).toBeGreaterThan(11 * 60_000);
  expect(ticket.source?.message).toBe(words.ts);
  await world.pass(60);
  await expect(world.ticket(1002)).rejects.toThrow("no ticket");
});

test.each([
  ["Answered elsewhere", "unticketed.became.elsewhere"],
  ["Not a request", "unticketed.became.notRequest"],
] as const)("%s: no ticket opens, and triage reads who said so", async (label, sentence) => {
  await writes("¿Alguien?");
  await world.pass(10);
  await luis().presses(question(), label);
  await world.settle();
  expect(question().text).toMatch(inEnglish(sentence, { name: "Luis Gil" }));
  await world.pass(60);
  await noTicket();
});

test.each([
  ["an answer in the channel", (root: string) => luis().writes("C0ACME", `Lo miramos ${root.length}`)],
  ["an answer in its thread", (root: string) => luis().writes("C0ACME", "Lo miramos", { thread: root })],
  [
    "an emoji",
    async (root: string) => {
      const message = world.slack.channel("C0ACME").messages.find(({ ts }) => ts === root);
      if (message !== undefined) await luis().reacts(message, "eyes");
    },
  ],
] as const)("%s of the team ends the wait, before triage is asked and after", async (_, answers) => {
  const first = await writes("El vídeo no se ve");
  await answers(first.ts);
  await world.settle();
  await world.pass(60);
  expect(questions()).toEqual([]);
  const second = await writes("Sigue sin verse");
  await world.pass(10);
  await answers(second.ts);
  await world.settle();
  expect(question().text).toMatch(inEnglish("unticketed.became.answered", { name: "Luis Gil" }));
  await world.pass(60);
  await noTicket();
});

test.each(["gracias!", "buenos días a todos", "👍", "ok", "Hola Luis"])("%s asks for nothing", async (text) => {
  await writes(text);
  await world.pass(60);
  expect(questions()).toEqual([]);
  await noTicket();
});

test("replies to colleagues, words for a colleague, deleted words and channels of other plans are not watched", async () => {
  const root = await writes("ok");
  await carla().writes("C0ACME", "¿lo veis también?", { thread: root.ts });
  await carla().writes("C0ACME", "<@U0SAM> ¿lo ves también?", { raw: true });
  const gone = await writes("perdón, canal equivocado");
  await carla().deletes(gone);
  await world.slack.user("U0OLIVER").writes("C0NORTH", "video is down");
  await world.settle();
  await world.pass(11);
  expect(questions()).toEqual([]);
  await world.pass(60);
  expect(questions()).toEqual([]);
  await noTicket();
});

test("a customer who asks in another way meanwhile is not asked about", async () => {
  await writes("El vídeo no se ve");
  await carla().writes("C0ACME", "<@U0PLAZO> El vídeo no se ve", { raw: true });
  await world.settle();
  await world.pass(60);
  expect(questions()).toEqual([]);
  await expect(world.ticket(1002)).rejects.toThrow("no ticket");
  const marked = await writes("Tampoco la subida");
  await carla().reacts(marked);
  await world.settle();
  await world.pass(60);
  expect(questions()).toEqual([]);
  await expect(world.ticket(1003)).rejects.toThrow("no ticket");
});

test("only ids and times are stored until somebody decides", async () => {
  await writes("Mi contraseña es secreta");
  const rows = JSON.stringify([
    await world.database.db.select().from(unticketed),
    await world.database.db.select().from(unticketedMessages),
    await world.database.rows(sql`select inbound_event from inbox`),
  ]);
  expect(rows).toContain("U0CARLA");
  expect(rows).not.toMatch(/secreta|"carla"/);
  await world.pass(10);
  expect(question().text).not.toContain("secreta");
});

test("the customer is shown how to ask faster once, however often", async () => {
  const first = await writes("El vídeo no se ve");
  await world.pass(30);
  await luis().writes("C0ACME", "Lo miramos", { thread: first.ts });
  await writes("Y la subida falla");
  await world.pass(30);
  expect((await world.ticket(1002)).source?.how).toBe("unanswered");
  const shown = world.slack
    .channel("C0ACME")
    .messages.filter(({ text }) => inSpanish("unticketed.waysToAsk").test(text));
  expect(shown).toHaveLength(1);
});

test("an answer that arrives before the message it answers ends the wait, too", async () => {
  const { db } = world.database;
  const at = world.now();
  const acme = { channel: "slack:C0ACME", at } as const;
  const times = { account: "acme", askAt: at + 1_000, openAt: at + 2_000 };
  await answerUnticketed(db, { ...acme, about: null, by: "slack:U0LUIS", at: at + 500 }, at);
  await addUnticketedMessage(db, { ...acme, message: "1.1", author: "slack:U0CARLA" }, times);
  expect(await dueUnticketed(db, at + 3_000, 10)).toEqual([]);
  await addUnticketedMessage(db, { ...acme, message: "2.2", author: "slack:U0CARLA", at: at + 501 }, times);
  expect(await dueUnticketed(db, at + 3_000, 10)).toHaveLength(1);
});

test("a process that ends while it opens the ticket leaves one ticket with all messages", async () => {
  await writes("El vídeo no se ve");
  await writes("En ninguna tele");
  const [row] = await dueUnticketed(world.database.db, world.now() + 3_600_000, 10);
  // It ended after it marked the row, before it stored the event.
  expect(await beginOpening(world.database.db, row?.id ?? 0, world.now())).toBe(true);
  await noTicket();
  world.sleepThrough(6);
  await Promise.all([world.steps.watchChannels(), world.steps.watchChannels()]);
  await world.settle();
  expect((await world.ticket()).description).toBe("El vídeo no se ve");
  expect((await world.messages()).map(({ text }) => text)).toContain("En ninguna tele");
  await expect(world.ticket(1002)).rejects.toThrow("no ticket");
});

/** Both times passed while Plazo was away, and the ticket is due before triage was sent the question. */
const afterAbsence = async (): Promise<void> => {
  world.sleepThrough(60);
  await world.steps.watchChannels();
  await world.steps.watchChannels();
  await world.steps.processInbox();
};

test.each([
  ["in time", () => world.pass(10)],
  ["after an absence", afterAbsence],
] as const)("a message that Plazo cannot read stays with triage: %s", async (_, begins) => {
  await writes("El vídeo no se ve");
  world.slack.fail("conversations.replies", { error: "channel_not_found" }, { times: 100 });
  await begins();
  await world.pass(20);
  await noTicket();
  expect(question().text).toMatch(inEnglish("unticketed.became.unreadable"));
});

test("when the plan stops watching, nothing comes of what waits", async () => {
  await writes("El vídeo no se ve");
  await world.applies(sampleDesk);
  await world.pass(60);
  expect(questions()).toEqual([]);
  await noTicket();
});
