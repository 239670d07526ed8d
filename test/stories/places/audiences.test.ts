import { afterEach, expect, test } from "vitest";
import { promisingDesk, sampleDesk } from "../../support/sample-desk.ts";
import { inEnglish } from "../../support/sentences.ts";
import { startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";
import { carlaAtNorthwind, channelGivenToNorthwind, people } from "./acme-and-northwind.ts";

let world: StoryWorld;
afterEach(() => world.stop());
const { user, all, allDirect, asksInPrivate, replies, running, writesBelow } = people(() => world);

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
  world = await startStoryWorld("testchat", { ...sampleDesk, undo });
  await asksInPrivate("Private");
  await replies("Carla, your salary is 4321", `@${world.refOf("carla")}`);
  await world.applies(carlaAtNorthwind({ ...sampleDesk, undo }));
  await world.pass(2);
  expect(all("acme") + allDirect("carla")).not.toContain("4321");
  const back = givenBack("replying.returned.noReader");
  expect(back.text).toContain("4321");
  expect(back.text).toContain(world.idOf("luis"));
  expect(await running()).toContain("firstResponse");
  expect(await world.ticket()).toMatchObject({ pendingReplies: [], replies: 0 });
  // The card in triage says so at once. Another reply is refused, and the agent learns what to do.
  expect(world.card().text).toMatch(inEnglish("requester.goneFromPrivate"));
  await user("luis").presses(world.card(), `reply 1001 @${world.refOf("carla")}`);
  await user("luis").submits({ text: "Carla, your salary is 4321" });
  await world.settle();
  expect(user("luis").privates.at(-1)?.text).toMatch(inEnglish("refusal.noReader", { ticket: "T-1001" }));
  expect(all("acme") + allDirect("carla")).not.toContain("4321");
});

test("a pending reply does not follow the conversation to another channel: its author gets it back", async () => {
  world = await startStoryWorld("testchat", { ...sampleDesk, undo });
  await world.opens();
  await replies("For the people of this channel, 4321", world.refOf("acme"));
  await world.applies(channelGivenToNorthwind({ ...sampleDesk, undo }));
  await world.pass(2);
  const back = givenBack("replying.returned.audienceChanged");
  expect(back.text).toContain("4321");
  expect(back.text).toContain(world.idOf("luis"));
  expect(await running()).toContain("firstResponse");
  expect(await world.ticket()).toMatchObject({ pendingReplies: [], replies: 0 });
  // The form names the people who read it now. The agent may send it to them.
  await user("luis").presses(back, "editReply");
  expect(user("luis").seesForm()?.text).toContain(world.idOf("random"));
  await user("luis").submits({ text: "We look into it" });
  await world.settle();
  await world.pass(2);
  expect(all("random")).toContain("We look into it");
  expect(await running()).not.toContain("firstResponse");
});

test("the same without an undo window: a form that names the old audience is refused", async () => {
  world = await startStoryWorld("testchat");
  await world.opens();
  await user("luis").presses(world.card(), `reply 1001 ${world.refOf("acme")}`);
  await world.applies(channelGivenToNorthwind(sampleDesk));
  await user("luis").submits({ text: "For the people of this channel, 4321" });
  await world.settle();
  await world.pass(2);
  expect(all("acme") + all("random")).not.toContain("4321");
  expect(user("luis").privates.at(-1)?.text).toMatch(inEnglish("refusal.audienceChanged", { ticket: "T-1001" }));
  // The card in triage names the new place with the next change of the ticket.
  await user("luis").presses(world.card(), "claim 1001");
  await world.settle();
  await user("luis").presses(world.card(), `reply 1001 ${world.refOf("random")}`);
  await user("luis").submits({ text: "We look into it" });
  await world.settle();
  expect(all("random")).toContain("We look into it");
});

test("a reply that waits in the outbox does not follow the conversation to other people", async () => {
  world = await startStoryWorld("testchat");
  await world.opens();
  world.fails("acme", "unavailable");
  await replies("For the people of this channel, 4321", world.refOf("acme"));
  await world.applies(channelGivenToNorthwind(sampleDesk));
  await world.pass(5);
  expect(all("acme") + all("random")).not.toContain("4321");
  expect(givenBack("undelivered.withheld").text).toContain("4321");
  expect((await world.ticket()).undelivered).toMatchObject([{ certain: true, audience: { kind: "channel" } }]);
  expect(inTriage("4321")?.text).toContain(world.idOf("luis"));
  // The card says who would read it. Only then may an agent send it there.
  await user("luis").presses(givenBack("undelivered.withheld"), "resend");
  await world.settle();
  expect(all("random")).toContain("4321");
  expect((await world.ticket()).undelivered).toEqual([]);
});

test("a reply that waits in the outbox when its requester leaves reaches no one, and triage gets its text", async () => {
  world = await startStoryWorld("testchat");
  await asksInPrivate("Private");
  world.fails("carla", "unavailable");
  await replies("Carla, your salary is 4321", `@${world.refOf("carla")}`);
  await world.applies(carlaAtNorthwind(sampleDesk));
  await world.pass(5);
  expect(all("acme") + allDirect("carla")).not.toContain("4321");
  expect((await world.ticket()).undelivered).toMatchObject([{ certain: true, audience: { kind: "person" } }]);
  expect(inTriage("4321")?.text).toMatch(inEnglish("undelivered.noReader", { ticket: "T-1001" }));
  await user("luis").presses(inTriage("4321") ?? world.card(), "resend");
  await world.settle();
  await world.pass(2);
  expect(user("luis").privates.at(-1)?.text).toMatch(inEnglish("refusal.noReader", { ticket: "T-1001" }));
  expect(all("acme") + allDirect("carla")).not.toContain("4321");
});

test("a reply for one channel does not go to another channel of the account", async () => {
  world = await startStoryWorld("testchat", { ...sampleDesk, undo });
  await world.opens();
  await replies("For the people of this channel, 4321", world.refOf("acme"));
  await world.applies(channelGivenToNorthwind({ ...sampleDesk, undo }));
  await world.pass(2);
  expect(all("acme") + all("random")).not.toContain("4321");
  expect(givenBack("replying.returned.audienceChanged").text).toContain(world.idOf("random"));
});

test("a reply for a channel that refuses the bot still goes to the requester alone", async () => {
  world = await startStoryWorld("testchat", { ...sampleDesk, undo });
  await world.opens();
  world.fails("acme", "gone", 500);
  await replies("We look into it", world.refOf("acme"));
  await world.pass(2);
  expect(allDirect("carla")).toContain("We look into it");
});

const due = {
  ack: {
    key: "ack",
    title: { en: "Ack", es: "Acuse", pt: "Aviso" },
    text: { en: "You hear from us by {due}.", es: "Le respondemos antes de {due}.", pt: "Respondemos até {due}." },
  },
};

test("a pending reply that names a due time is not sent once another one holds", async () => {
  world = await startStoryWorld("testchat", { ...promisingDesk, undo, replies: due });
  await world.opens();
  await user("luis").presses(world.card(), `reply 1001 ${world.refOf("acme")}`);
  await user("luis").submits({ text: "", canned: "ack" });
  await world.settle();
  expect((await world.ticket()).pendingReplies).toHaveLength(1);
  await user("marta").presses(world.card(), "severity 1001 critical");
  await world.settle();
  await world.pass(2);
  expect(all("acme")).not.toContain("Le respondemos antes de");
  expect(givenBack("replying.returned.dueChanged").text).toContain("Le respondemos antes de");
  expect(await running()).toContain("firstResponse");
});

test("a pending reply that names a due time is not sent once the customer closed the ticket", async () => {
  world = await startStoryWorld("testchat", { ...promisingDesk, undo, replies: due });
  await world.opens();
  await user("luis").presses(world.card(), `reply 1001 ${world.refOf("acme")}`);
  await user("luis").submits({ text: "", canned: "ack" });
  await world.settle();
  await user("carla").types("acme", "/ticket close 1001");
  await world.settle();
  await world.pass(2);
  expect(all("acme")).not.toContain("Le respondemos antes de");
  expect(givenBack("replying.returned.dueChanged").text).toContain("Le respondemos antes de");
});

test("a pending reply that names a due time is sent if that still holds", async () => {
  world = await startStoryWorld("testchat", { ...promisingDesk, undo, replies: due });
  await world.opens();
  await user("luis").presses(world.card(), `reply 1001 ${world.refOf("acme")}`);
  await user("luis").submits({ text: "", canned: "ack" });
  await writesBelow("carla", "acme", world.conversation(), "It is urgent");
  await world.pass(2);
  expect(all("acme")).toContain("Le respondemos antes de");
});
