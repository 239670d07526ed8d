import { afterEach, beforeEach, expect, test } from "vitest";
import { startWorld, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

test("a staff member who opens a ticket for an account whose channel refuses the bot is not addressed as the customer", async () => {
  world.slack.channel("C0NORTH").removeBot();
  await world.slack.user("U0LUIS").types("C0TRIAGE", "/ticket new They phoned us");
  await world.slack.user("U0LUIS").submits({ severity: "medium", description: "x", account: "northwind" });
  await world.settle();
  const inside = () => world.thread(world.card()).map(({ text }) => text);
  expect(inside()).toHaveLength(1);
  await world.slack.user("U0MARTA").presses(world.card(), "reply");
  await world.slack.user("U0MARTA").submits({ text: "We called you back" });
  await world.settle();
  expect(inside().filter((text) => text.includes("We called you back"))).toHaveLength(1);
  expect(world.slack.dm("U0LUIS").messages).toEqual([]);
});
