import { afterEach, expect, test } from "vitest";
import { sampleDesk } from "../../support/sample-desk.ts";
import { startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";

let world: StoryWorld;
afterEach(() => world.stop());

const secret = "canary-77";
const carla = () => world.user("carla");
const direct = (who: "ana" | "luis") => world.inDirect(who).map(({ text }) => text);
const quotes = (who: "ana" | "luis") => direct(who).filter((text) => text.includes(secret)).length;

test("what a customer deletes disappears from the direct messages that quoted it, and they stay otherwise as they were", async () => {
  world = await startStoryWorld("testchat", sampleDesk);
  await world.opens();
  await carla().writes("acme", "Since nine, on all screens", world.conversation());
  const wrote = await carla().writes("acme", `My password is ${secret}`, world.conversation());
  await world.settle();
  await world.user("marta").presses(world.card(), "assign");
  await world.user("marta").submits({ person: "luis" });
  await world.settle();
  await world.pass(125);
  expect([quotes("ana"), quotes("luis")]).toEqual([1, 1]);
  const before = direct("ana");
  await carla().deletes(wrote);
  await world.settle();
  expect([quotes("ana"), quotes("luis")]).toEqual([0, 0]);
  expect(direct("ana")).toHaveLength(before.length);
  expect(direct("ana").at(-1)).toContain("Since nine, on all screens");
  expect(world.inDirect("ana").at(-1)?.actions.length).toBeGreaterThan(0);
});

test("what opened a ticket disappears from the reminders that quoted it", async () => {
  world = await startStoryWorld("testchat", sampleDesk);
  const wrote = await carla().calls("acme", `El vídeo no se ve\nclave ${secret}`);
  await world.settle();
  await world.pass(245);
  expect(quotes("ana")).toBe(1);
  await carla().deletes(wrote);
  await world.settle();
  expect(quotes("ana")).toBe(0);
});
