import { afterEach, expect, test } from "vitest";
import { promisingDesk, sampleDesk } from "../../support/sample-desk.ts";
import { inEnglish } from "../../support/sentences.ts";
import { startWorld, type World } from "../../support/world.ts";
import { carlaAtNorthwind, channelGivenToNorthwind, people } from "./acme-and-northwind.ts";

let world: World;
afterEach(() => world.stop());
const { user, all, asksInPrivate, replies, running, writesBelow } = people(() => world);

const undo = 60_000;
const inTriage = (part: string) => world.thread(world.card()).find(({ text }) => text.includes(part));
/** The message in triage's thread that gives a text back. */
const givenBack = (
  key:
    | "replying.returned.noReader"
    | "replying.returned.audienceChanged"
    | "replying.returned.dueChanged"
    | "undelivered.withheld",
) => {
  const found = world.thread(world.card()).find(({ text }) => inEnglish(key, { ticket: "T-1001" }).test(text));
  if (found === undefined) throw new Error(`${key} was not posted`);
  return found;
};

test("a pending reply for direct messages whose requester left: its author gets it back, and no channel shows it", async () => {
  world = await startWorld("http", { ...sampleDesk, undo });
  await asksInPrivate("Private");
  await replies("Carla, your salary is 4321", "@slack:U0CARLA");
  await world.applies(carlaAtNorthwind({ ...sampleDesk, undo }));
  await world.pass(2);
  expect(all("C0ACME") + all("D0CARLA")).not.toContain("4321");
  const back = givenBack("replying.returned.noReader");
  expect(back.text).toContain("4321");
  expect(back.text).toContain("U0LUIS");
  expect(await running()).toContain("firstResponse");
  expect(await world.ticket()).toMatchObject({ pendingReplies: [], replies: 0 });
  // The card in triage says so at once. Another reply is refused, and the agent learns what to do.
  expect(world.card().text).toMatch(inEnglish("requester.goneFromPrivate"));
  await user("LUIS").presses(world.card(), "reply 1001 @slack:U0CARLA");
  await user("LUIS").submits({ text: "Carla, your salary is 4321" });
  await world.settle();
  expect(user("LUIS").privates.at(-1)?.text).toMatch(inEnglish("refusal.noReader", { ticket: "T-1001" }));
  expect(all("C0ACME") + all("D0CARLA")).not.toContain("4321");
});

test("a pending reply does not follow the conversation to another channel: its author gets it back", async () => {
  world = await startWorld("http", { ...sampleDesk, undo });
  await world.opens();
  await replies("For the people of this channel, 4321", "slack:C0ACME");
  await world.applies(channelGivenToNorthwind({ ...sampleDesk, undo }));
  await world.pass(2);
  const back = givenBack("replying.returned.audienceChanged");
  expect(back.text).toContain("4321");
  expect(back.text).toContain("U0LUIS");
  expect(await running()).toContain("firstResponse");
  expect(await world.ticket()).toMatchObject({ pendingReplies: [], replies: 0 });
  // The form names the people who read it now. The agent may send it to them.
  await user("LUIS").presses(back, "editReply");
  expect(JSON.stringify(user("LUIS").seesForm())).toContain("C0RANDOM");
  await user("LUIS").submits({ text: "We look into it" });
  await world.settle();
  await world.pass(2);
  expect(all("C0RANDOM")).toContain("We look into it");
  expect(await running()).not.toContain("firstResponse");
});

test("the same without an undo window: a form that names the old audience is refused", async () => {
  world = await startWorld();
  await world.opens();
  await user("LUIS").presses(world.card(), "reply 1001 slack:C0ACME");
  await world.applies(channelGivenToNorthwind(sampleDesk));
  await user("LUIS").submits({ text: "For the people of this channel, 4321" });
  await world.settle();
  await world.pass(2);
  expect(all("C0ACME") + all("C0RANDOM")).not.toContain("4321");
  expect(user("LUIS").privates.at(-1)?.text).toMatch(inEnglish("refusal.audienceChanged", { ticket: "T-1001" }));
  // The card in triage names the new place with the next change of the ticket.
  await user("LUIS").presses(world.card(), "claim 1001");
  await world.settle();
  await user("LUIS").presses(world.card(), "reply 1001 slack:C0RANDOM");
  await user("LUIS").submits({ text: "We look into it" });
  await world.settle();
  expect(all("C0RANDOM")).toContain("We look into it");
});

test("a reply that waits in the outbox does not follow the conversation to other people", async () => {
  world = await startWorld();
  await world.opens();
  world.slack.fail("chat.postMessage", { status: 503 }, { channel: "C0ACME", times: 1 });
  await replies("For the people of this channel, 4321", "slack:C0ACME");
  await world.applies(channelGivenToNorthwind(sampleDesk));
  await world.pass(5);
  expect(all("C0ACME") + all("C0RANDOM")).not.toContain("4321");
  expect(givenBack("undelivered.withheld").text).toContain("4321");
  expect((await world.ticket()).undelivered).toMatchObject([{ certain: true, audience: { kind: "channel" } }]);
  expect(inTriage("4321")?.text).toContain("U0LUIS");
  // The card says who would read it. Only then may an agent send it there.
  await user("LUIS").presses(givenBack("undelivered.withheld"), "resend");
  await world.settle();
  expect(all("C0RANDOM")).toContain("4321");
  expect((await world.ticket()).undelivered).toEqual([]);
});

test("a reply that waits in the outbox when its requester leaves reaches no one, and triage gets its text", async () => {
  world = await startWorld();
  await asksInPrivate("Private");
  world.slack.fail("chat.postMessage", { status: 503 }, { channel: "D0CARLA", times: 1 });
  await replies("Carla, your salary is 4321", "@slack:U0CARLA");
  await world.applies(carlaAtNorthwind(sampleDesk));
  await world.pass(5);
  expect(all("C0ACME") + all("D0CARLA")).not.toContain("4321");
  expect((await world.ticket()).undelivered).toMatchObject([{ certain: true, audience: { kind: "person" } }]);
  expect(inTriage("4321")?.text).toMatch(inEnglish("undelivered.noReader", { ticket: "T-1001" }));
  await user("LUIS").presses(inTriage("4321") ?? world.card(), "resend");
  await world.settle();
  await world.pass(2);
  expect(user("LUIS").privates.at(-1)?.text).toMatch(inEnglish("refusal.noReader", { ticket: "T-1001" }));
  expect(all("C0ACME") + all("D0CARLA")).not.toContain("4321");
});

test("an undelivered reply is sent again only to the people for whom it was written, or whom the agent saw", async () => {
  world = await startWorld();
  await world.opens();
  world.slack.fail("chat.postMessage", { drop: "before" }, { channel: "C0ACME", times: 1 });
  world.slack.fail("conversations.replies", { status: 502 }, { channel: "C0ACME", times: 500 });
  await replies("For the people of this channel, 4321", "slack:C0ACME");
  for (let tries = 0; tries < 8; tries += 1) await world.pass(5);
  const [undelivered] = (await world.ticket()).undelivered;
  expect(undelivered).toMatchObject({ certain: false });
  await world.applies(channelGivenToNorthwind(sampleDesk));
  const warning = inTriage("4321") ?? world.card();
  await user("LUIS").presses(warning, "resend");
  await world.settle();
  await world.pass(2);
  expect(all("C0ACME") + all("C0RANDOM")).not.toContain("4321");
  const asked = user("LUIS").privates.at(-1);
  expect(asked?.text).toMatch(inEnglish("undelivered.otherReaders", { ticket: "T-1001" }));
  expect(asked?.text).toContain("C0RANDOM");
  expect(asked?.actions).toContainEqual(`resend 1001 ${undelivered?.id} slack:C0RANDOM`);
  await user("LUIS").presses("private", "resend");
  await world.settle();
  await world.pass(2);
  expect(all("C0RANDOM")).toContain("4321");
});

test("a reply for one channel does not go to another channel of the account", async () => {
  world = await startWorld("http", { ...sampleDesk, undo });
  await world.opens();
  await replies("For the people of this channel, 4321", "slack:C0ACME");
  await world.applies(channelGivenToNorthwind({ ...sampleDesk, undo }));
  await world.pass(2);
  expect(all("C0ACME") + all("C0RANDOM")).not.toContain("4321");
  expect(givenBack("replying.returned.audienceChanged").text).toContain("C0RANDOM");
});

test("a reply for a channel that refuses the bot still goes to the requester alone", async () => {
  world = await startWorld("http", { ...sampleDesk, undo });
  await world.opens();
  world.slack.fail("chat.postMessage", { error: "restricted_action" }, { channel: "C0ACME", times: 500 });
  await replies("We look into it", "slack:C0ACME");
  await world.pass(2);
  expect(world.slack.dm("U0CARLA").messages.some(({ text }) => text.includes("We look into it"))).toBe(true);
});

const due = {
  ack: {
    key: "ack",
    title: { en: "Ack", es: "Acuse", pt: "Aviso" },
    text: { en: "You hear from us by {due}.", es: "Le respondemos antes de {due}.", pt: "Respondemos até {due}." },
  },
};

test("a pending reply that names a due time is not sent once another one holds", async () => {
  world = await startWorld("http", { ...promisingDesk, undo, replies: due });
  await world.opens();
  await user("LUIS").presses(world.card(), "reply 1001 slack:C0ACME");
  await user("LUIS").submits({ text: "", canned: "ack" });
  await world.settle();
  expect((await world.ticket()).pendingReplies).toHaveLength(1);
  await user("MARTA").presses(world.card(), "severity 1001 critical");
  await world.settle();
  await world.pass(2);
  expect(all("C0ACME")).not.toContain("Le respondemos antes de");
  expect(givenBack("replying.returned.dueChanged").text).toContain("Le respondemos antes de");
  expect(await running()).toContain("firstResponse");
});

test("a pending reply that names a due time is not sent once the customer closed the ticket", async () => {
  world = await startWorld("http", { ...promisingDesk, undo, replies: due });
  await world.opens();
  await user("LUIS").presses(world.card(), "reply 1001 slack:C0ACME");
  await user("LUIS").submits({ text: "", canned: "ack" });
  await world.settle();
  await user("CARLA").types("C0ACME", "/ticket close 1001");
  await world.settle();
  await world.pass(2);
  expect(all("C0ACME")).not.toContain("Le respondemos antes de");
  expect(givenBack("replying.returned.dueChanged").text).toContain("Le respondemos antes de");
});

test("a pending reply that names a due time is sent if that still holds", async () => {
  world = await startWorld("http", { ...promisingDesk, undo, replies: due });
  await world.opens();
  await user("LUIS").presses(world.card(), "reply 1001 slack:C0ACME");
  await user("LUIS").submits({ text: "", canned: "ack" });
  await writesBelow("CARLA", world.conversation(), "It is urgent");
  await world.pass(2);
  expect(all("C0ACME")).toContain("Le respondemos antes de");
});
