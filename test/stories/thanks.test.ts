import { afterEach, beforeEach, expect, test } from "vitest";
import { promisingDesk } from "../support/sample-desk.ts";
import { startWorld, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld("http", promisingDesk);
  await world.opens();
  await world.slack.user("U0LUIS").writes("C0ACME", "Lo miramos", { thread: world.conversation().ts });
  await world.settle();
  await world.pass(1);
});
afterEach(() => world.stop());

const carlaWrites = async (text: string): Promise<void> => {
  await world.slack.user("U0CARLA").writes("C0ACME", text, { thread: world.conversation().ts });
  await world.settle();
};
const running = async (): Promise<readonly string[]> =>
  (await world.ticket()).clocks.filter(({ end }) => end === null).map(({ kind }) => kind);
const lastInside = () => {
  const last = world.thread(world.card()).at(-1);
  if (last === undefined) throw new Error("nothing is said inside");
  return last;
};

test("a thank you is read by the team and asks nothing of it", async () => {
  await carlaWrites("¡Muchas gracias, Luis!");
  expect(lastInside().text).toMatch(/¡Muchas gracias, Luis![^]*nobody need answer/);
  expect(await running()).toEqual(["resolution"]);
});

test("one tap says that no answer is needed; the history says whose tap", async () => {
  await carlaWrites("Era mi wifi, ya va");
  expect(await running()).toEqual(["resolution", "nextResponse"]);
  await world.slack.user("U0MARTA").presses(lastInside(), "No answer needed");
  await world.settle();
  expect(await running()).toEqual(["resolution"]);
  await world.slack.user("U0LUIS").types("C0TRIAGE", "/ticket history 1001");
  await world.settle();
  expect(world.slack.user("U0LUIS").privates.at(-1)?.text).toMatch(/Marta Solé says that no answer is needed/);
});
