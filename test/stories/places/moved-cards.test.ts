import { afterEach, expect, test } from "vitest";
import { promisingDesk, sampleDesk } from "../../support/sample-desk.ts";
import { inEnglish, inSpanish } from "../../support/sentences.ts";
import { startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";
import { carlaAtNorthwind, channelGivenToNorthwind, people } from "./acme-and-northwind.ts";

let world: StoryWorld;
afterEach(() => world.stop());
const {
  user,
  all,
  directCard,
  asksInPrivate,
  lastDirect,
  lastPrivate,
  running,
  texts,
  types,
  writesBelow,
  writesBelowDirect,
} = people(() => world);

const reopen = { days: 7, ms: 0 };

test("a former contact writes below the old card: nothing enters or reopens the ticket, and they are told", async () => {
  const desk = { ...promisingDesk, reopen };
  world = await startStoryWorld("testchat", desk);
  await asksInPrivate("No video");
  const card = directCard();
  await world.applies(carlaAtNorthwind(desk));
  await world.pass(2);
  await user("luis").presses(world.card(), "resolve 1001");
  await world.settle();
  await world.pass(1);
  await writesBelowDirect("carla", card, "I am at Northwind now, canary-6");
  expect(lastDirect("carla")).toMatch(inEnglish("elsewhere.notTaken"));
  expect(await texts()).not.toContain("I am at Northwind now, canary-6");
  expect((await world.ticket()).status).toBe("resolved");
  expect(all("triage")).not.toContain("canary-6");
});

test("the same before the conversation has moved", async () => {
  world = await startStoryWorld("testchat", promisingDesk);
  await asksInPrivate("No video");
  const card = directCard();
  await world.applies(carlaAtNorthwind(promisingDesk));
  expect((await world.ticket()).conversation.kind).toBe("person");
  await writesBelowDirect("carla", card, "canary-7");
  expect(lastDirect("carla")).toMatch(inEnglish("elsewhere.notTaken"));
  expect(await texts()).not.toContain("canary-7");
});

test("people of a channel that another account has now write below the old card: nothing enters the old account's ticket", async () => {
  world = await startStoryWorld("testchat");
  await world.opens();
  const card = world.conversation();
  await world.applies(channelGivenToNorthwind(sampleDesk));
  // Before the conversation has moved, and after it.
  await writesBelow("oliver", "acme", card, "Northwind's secret canary-2");
  await user("luis").presses(world.card(), "claim 1001");
  await world.settle();
  expect((await world.ticket()).conversation).toMatchObject({ kind: "channel", channel: world.refOf("random") });
  await writesBelow("oliver", "acme", card, "Northwind's secret canary-3");
  expect(lastPrivate("oliver")).toMatch(inEnglish("elsewhere.notTaken"));
  expect(await texts()).toEqual([]);
  expect(await types("carla", "/ticket show 1001", "random")).not.toContain("canary");
});

test("a customer who may read the ticket writes below the old card: it has their message, and they read where it continues", async () => {
  world = await startStoryWorld("testchat");
  await world.opens();
  const card = world.conversation();
  await world.applies(channelGivenToNorthwind(sampleDesk));
  await user("luis").presses(world.card(), "claim 1001");
  await world.settle();
  await writesBelow("carla", "acme", card, "Still no video");
  expect(await texts()).toEqual(["Still no video"]);
  expect(lastPrivate("carla")).toMatch(inSpanish("elsewhere.channel", { ticket: "T-1001" }));
  expect(lastPrivate("carla")).toContain(world.idOf("random"));
});

test("a message where the conversation is gets no such answer", async () => {
  world = await startStoryWorld("testchat");
  await world.opens();
  await writesBelow("carla", "acme", world.conversation(), "Still no video");
  expect(lastPrivate("carla")).not.toMatch(inSpanish("elsewhere.channel", { ticket: "T-1001" }));
  expect(await texts()).toEqual(["Still no video"]);
});

test("staff write where the customer does not read any more: no clock ends, and they are told", async () => {
  world = await startStoryWorld("testchat");
  await world.opens();
  const card = world.conversation();
  await world.applies(channelGivenToNorthwind(sampleDesk));
  await user("luis").presses(world.card(), "claim 1001");
  await world.settle();
  await writesBelow("luis", "acme", card, "It is fixed, restart");
  expect(await running()).toContain("firstResponse");
  expect(lastPrivate("luis")).toMatch(inEnglish("refusal.customerElsewhere", { ticket: "T-1001" }));
  expect(await texts()).toEqual([]);
});

test("staff read where a conversation went that left its channel for another one", async () => {
  world = await startStoryWorld("testchat");
  await world.opens();
  await world.applies(channelGivenToNorthwind(sampleDesk));
  await user("luis").presses(world.card(), "claim 1001");
  await world.settle();
  const received = world.thread(world.card()).find(({ text }) => text.includes(world.idOf("random")));
  expect(received?.text).toMatch(inEnglish("conversation.movedToChannel", { ticket: "T-1001" }));
});
