import { afterEach, beforeEach, expect, test } from "vitest";
import { readContacts } from "../../../src/db/access/contact-store.ts";
import { openClientArea, type ClientArea } from "../../support/client-area/client-area.ts";
import { startWorld, type World } from "../../support/world.ts";
import type { Browser } from "../../support/web-desk.ts";

let world: World;
let area: ClientArea;
beforeEach(async () => {
  world = await startWorld();
  area = openClientArea(world);
});
afterEach(() => world.stop());

const replies = async (text: string): Promise<void> => {
  await world.slack.user("U0LUIS").presses(world.card(), "reply");
  await world.slack.user("U0LUIS").submits({ text });
  await world.settle();
};
const writes = async (contact: Browser, text: string): Promise<void> => {
  await contact.press(await contact.page("/area/tickets/1001"), "Enviar", { text });
  await world.settle();
};
/** The addresses that got a mail with this text. */
const mailed = (text: string): readonly string[] =>
  area.mails
    .filter(({ card }) => JSON.stringify(card).includes(text))
    .map(({ to }) => to)
    .toSorted();

test("a contact who wrote in the client area gets the answer by mail although the conversation is in a channel", async () => {
  await world.opens();
  const nuria = await area.invited("nuria@acme.example");
  await area.invited("pau@acme.example");
  await replies("The first answer");
  expect(mailed("The first answer")).toEqual([]);

  await writes(nuria, "Ahora tampoco en el móvil.");
  await replies("The second answer");
  expect(mailed("The second answer")).toEqual(["email:nuria@acme.example"]);
  const mail = JSON.stringify(area.mails.at(-1)?.card);
  expect(mail).toContain("http://127.0.0.1:3000/area/tickets/1001");
  expect(mail).not.toContain("U0CARLA");
  expect(world.thread(world.conversation()).filter(({ text }) => text.includes("The second answer"))).toHaveLength(1);

  await world.slack.user("U0LUIS").writes("C0TRIAGE", "Only for us", { thread: world.card().ts });
  await world.settle();
  expect(mailed("Only for us")).toEqual([]);
});

test("a contact who wrote on the ticket of a colleague gets the answer too, and each gets it once", async () => {
  const nuria = await area.invited("nuria@acme.example");
  const form = await nuria.page("/area/new");
  await nuria.press(form, /<button class="button primary" type="submit">([^<]+)</.exec(form)?.[1] ?? "", {
    "answer.title": "El vídeo no se ve",
    "answer.severity": "high",
    "answer.description": "No se reproduce nada.",
  });
  await world.settle();
  await writes(await area.invited("pau@acme.example"), "A mí tampoco.");
  await replies("It works again");
  expect(mailed("It works again")).toEqual(["email:nuria@acme.example", "email:pau@acme.example"]);
});

test("a mail server that is down delays the mail, and the answer in the channel comes once and at once", async () => {
  await world.opens();
  const nuria = await area.invited("nuria@acme.example");
  await writes(nuria, "Ahora tampoco en el móvil.");
  area.failure = { ok: false, failure: { kind: "tryAgain", why: "ECONNREFUSED" } };
  await replies("The late answer");
  const inChannel = () =>
    world.thread(world.conversation()).filter(({ text }) => text.includes("The late answer")).length;
  expect([inChannel(), mailed("The late answer")]).toEqual([1, []]);
  await world.pass(1);
  expect(mailed("The late answer")).toEqual([]);
  area.failure = null;
  await world.pass(10);
  expect([inChannel(), mailed("The late answer")]).toEqual([1, ["email:nuria@acme.example"]]);
  await world.pass(60);
  expect(mailed("The late answer")).toHaveLength(1);
});

test("a contact whose access ended gets no mail", async () => {
  await world.opens();
  const nuria = await area.invited("nuria@acme.example");
  await writes(nuria, "Ahora tampoco en el móvil.");
  await world.slack.user("U0ANA").types("C0ACME", "/ticket access");
  await world.settle();
  const [writer] = (await world.ticket()).writers.filter(({ user }) => user.startsWith("web:"));
  await world.slack.user("U0ANA").presses("private", `withdraw ${writer?.user}`);
  await world.settle();
  await replies("Not for her");
  expect(mailed("Not for her")).toEqual([]);
});

test("a contact who was limited to their own tickets while the mail server was down gets no copy of the answer", async () => {
  await world.opens();
  const nuria = await area.invited("nuria@acme.example");
  await writes(nuria, "Ahora tampoco en el móvil.");
  area.failure = { ok: false, failure: { kind: "tryAgain", why: "ECONNREFUSED" } };
  await replies("The late answer");
  const [contact] = await readContacts(world.database.db);
  await world.slack.user("U0ANA").forges("C0ACME", `see-all ${contact?.user} no`);
  await world.settle();
  area.failure = null;
  await world.pass(10);
  expect(mailed("The late answer")).toEqual([]);
});
