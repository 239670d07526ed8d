import { afterEach, expect, test } from "vitest";
import { promisingDesk, sampleDesk } from "../../support/sample-desk.ts";
import { startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";
import { people } from "./acme-and-northwind.ts";
import { inSpanish } from "../../support/sentences.ts";

let world: StoryWorld;
afterEach(() => world.stop());
const { user, asksInPrivate, directCard, givesTo, running, types, writesBelow, writesBelowDirect } = people(
  () => world,
);

test("with `reopen: never` a customer's answer below a solved ticket opens a follow-up", async () => {
  world = await startStoryWorld("testchat", { ...promisingDesk, reopen: null });
  await world.opens();
  await user("luis").presses(world.card(), "resolve 1001");
  await world.settle();
  await world.pass(1);
  const card = world.conversation();
  await writesBelow("carla", "acme", card, "Gracias");
  await expect(world.ticket(1002)).rejects.toThrow("no ticket");
  await writesBelow("carla", "acme", card, "No, it is still broken");
  expect((await world.ticket(1001)).status).toBe("resolved");
  expect(await running(1002)).toContain("firstResponse");
  const told = world.thread(card).map(({ text }) => text);
  expect(told.join()).toMatch(inSpanish("link.continuesIn.neverReopened", { ticket: "T-1001", to: "T-1002" }));
  expect(told.join()).not.toMatch(inSpanish("link.continuesIn.closed"));
});

test("a follow-up keeps the account that staff gave to a stranger's ticket", async () => {
  world = await startStoryWorld("testchat", { ...sampleDesk, reopen: { days: 7, ms: 0 } });
  await asksInPrivate("No films, I am from Acme", "sam");
  await givesTo("acme");
  await types("luis", "/ticket close 1001");
  await world.pass(30 * 24 * 60);
  await writesBelowDirect("sam", directCard("sam"), "It fails again");
  expect(await world.ticket(1002)).toMatchObject({ account: "acme", conversation: { kind: "person" } });
});
