import { afterEach, expect, test } from "vitest";
import { promisingDesk, sampleDesk } from "../../support/sample-desk.ts";
import { inEnglish, inSpanish } from "../../support/sentences.ts";
import { startWorld, type World } from "../../support/world.ts";
import { carlaAtNorthwind, channelGivenToNorthwind, people } from "./acme-and-northwind.ts";

let world: World;
afterEach(() => world.stop());
const { user, all, directCard, asksInPrivate, writesBelow, types, lastPrivate, running, texts } = people(() => world);

const reopen = { days: 7, ms: 0 };

test("a former contact writes below the old card: nothing enters or reopens the ticket, and they are told", async () => {
  const desk = { ...promisingDesk, reopen };
  world = await startWorld("http", desk);
  await asksInPrivate("No video");
  const card = directCard();
  await world.applies(carlaAtNorthwind(desk));
  await world.pass(2);
  await user("LUIS").presses(world.card(), "resolve 1001");
  await world.settle();
  await world.pass(1);
  await writesBelow("CARLA", card, "I am at Northwind now, canary-6");
  expect(world.slack.dm("U0CARLA").messages.at(-1)?.text).toMatch(inEnglish("elsewhere.notTaken"));
  expect(await texts()).not.toContain("I am at Northwind now, canary-6");
  expect((await world.ticket()).status).toBe("resolved");
  expect(all("C0TRIAGE")).not.toContain("canary-6");
});

test("the same before the conversation has moved", async () => {
  world = await startWorld("http", promisingDesk);
  await asksInPrivate("No video");
  const card = directCard();
  await world.applies(carlaAtNorthwind(promisingDesk));
  expect((await world.ticket()).conversation.kind).toBe("person");
  await writesBelow("CARLA", card, "canary-7");
  expect(world.slack.dm("U0CARLA").messages.at(-1)?.text).toMatch(inEnglish("elsewhere.notTaken"));
  expect(await texts()).not.toContain("canary-7");
});

test("people of a channel that another account has now write below the old card: nothing enters the old account's ticket", async () => {
  world = await startWorld();
  await world.opens();
  const card = world.conversation();
  await world.applies(channelGivenToNorthwind(sampleDesk));
  // Before the conversation has moved, and after it.
  await writesBelow("OLIVER", card, "Northwind's secret canary-2");
  await user("LUIS").presses(world.card(), "claim 1001");
  await world.settle();
  expect((await world.ticket()).conversation).toMatchObject({ kind: "channel", channel: "slack:C0RANDOM" });
  await writesBelow("OLIVER", card, "Northwind's secret canary-3");
  expect(lastPrivate("OLIVER")).toMatch(inEnglish("elsewhere.notTaken"));
  expect(await texts()).toEqual([]);
  expect(await types("CARLA", "/ticket show 1001", "C0RANDOM")).not.toContain("canary");
});

test("a customer who may read the ticket writes below the old card: it has their message, and they read where it continues", async () => {
  world = await startWorld();
  await world.opens();
  const card = world.conversation();
  await world.applies(channelGivenToNorthwind(sampleDesk));
  await user("LUIS").presses(world.card(), "claim 1001");
  await world.settle();
  await writesBelow("CARLA", card, "Still no video");
  expect(await texts()).toEqual(["Still no video"]);
  expect(lastPrivate("CARLA")).toMatch(inSpanish("elsewhere.channel", { ticket: "T-1001" }));
  expect(lastPrivate("CARLA")).toContain("C0RANDOM");
});

test("a message where the conversation is gets no such answer", async () => {
  world = await startWorld();
  await world.opens();
  await writesBelow("CARLA", world.conversation(), "Still no video");
  expect(lastPrivate("CARLA")).not.toMatch(inSpanish("elsewhere.channel", { ticket: "T-1001" }));
  expect(await texts()).toEqual(["Still no video"]);
});

test("staff write where the customer does not read any more: no clock ends, and they are told", async () => {
  world = await startWorld();
  await world.opens();
  const card = world.conversation();
  await world.applies(channelGivenToNorthwind(sampleDesk));
  await user("LUIS").presses(world.card(), "claim 1001");
  await world.settle();
  await writesBelow("LUIS", card, "It is fixed, restart");
  expect(await running()).toContain("firstResponse");
  expect(lastPrivate("LUIS")).toMatch(inEnglish("refusal.customerElsewhere", { ticket: "T-1001" }));
  expect(await texts()).toEqual([]);
});

test("staff read where a conversation went that left its channel for another one", async () => {
  world = await startWorld();
  await world.opens();
  await world.applies(channelGivenToNorthwind(sampleDesk));
  await user("LUIS").presses(world.card(), "claim 1001");
  await world.settle();
  const received = world.thread(world.card()).find(({ text }) => text.includes("C0RANDOM"));
  expect(received?.text).toMatch(inEnglish("conversation.movedToChannel", { ticket: "T-1001" }));
});
