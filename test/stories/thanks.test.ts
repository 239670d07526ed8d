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

test("a thank you that becomes a question waits for an answer, and rings the team", async () => {
  const carla = world.slack.user("U0CARLA");
  const said = await carla.writes("C0ACME", "¡Gracias!", { thread: world.conversation().ts });
  await world.settle();
  await world.pass(5);
  const before = world.thread(world.card()).length;
  await carla.edits(said, "¡Gracias! ¿Y el canal 3?");
  await world.settle();
  expect(await running()).toEqual(["resolution", "nextResponse"]);
  expect(world.thread(world.card())).toHaveLength(before + 1);
  expect(lastInside().text).toMatch(/¿Y el canal 3\?/);
  expect(
    world
      .thread(world.card())
      .map(({ text }) => text)
      .join(),
  ).not.toMatch(/nobody need answer/);
  await world.slack.user("U0MARTA").presses(lastInside(), "No answer needed");
  await world.settle();
  expect(await running()).toEqual(["resolution"]);
});

test("words that cross the team's answer on the way wait for the next one", async () => {
  const [wrote, root] = [world.now(), world.conversation().ts];
  await world.pass(5);
  await world.slack.user("U0LUIS").presses(world.card(), "Reply to customer");
  await world.slack.user("U0LUIS").submits({ text: "¿Sigue igual?" });
  await world.settle();
  await world.passSeconds(60);
  await world.steps.core.accept({
    key: "slack:msg:C0ACME:late",
    at: wrote,
    by: { user: "slack:U0CARLA", name: "carla" },
    channel: "slack:C0ACME",
    kind: "message",
    message: { channel: "slack:C0ACME", id: "late", thread: root },
    text: "Y tampoco va el canal 3",
  });
  await world.settle();
  const { clocks, unanswered } = await world.ticket();
  expect(unanswered).toEqual([wrote]);
  expect(clocks.find(({ kind, end }) => kind === "nextResponse" && end === null)?.startedAt).toBe(wrote);
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
