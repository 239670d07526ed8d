import { afterEach, expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { withLeft } from "../../../src/desk/former.ts";
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

test.each([
  ["leaves", null, ["luis"]],
  ["hands their entry over", { name: "Ines Mora", identities: ["slack:U0SAM"] as const }, ["luis"]],
  ["has another id, perhaps as a first step", { identities: ["slack:U0SAM"] as const }, []],
])("it disappears from those of an agent who %s, and nothing newer is shown there", async (_, successor, leftKeys) => {
  world = await startStoryWorld("testchat", sampleDesk);
  await world.opens();
  const wrote = await carla().writes("acme", `My password is ${secret}`, world.conversation());
  await world.user("marta").presses(world.card(), "assign");
  await world.user("marta").submits({ person: "luis" });
  await world.settle();
  expect(quotes("luis")).toBe(1);
  await world.pass(1);
  const { luis, ...staying } = sampleDesk.people;
  if (luis === undefined) throw new Error("the desk has Luis");
  const people = successor === null ? staying : { ...sampleDesk.people, luis: { ...luis, ...successor } };
  const leaving = { leftKeys, leftIds: { luis: ["slack:U0LUIS"] as const } };
  const former = withLeft({ ...sampleDesk.former, staff: ["slack:U0LUIS"] }, leaving, world.now());
  await world.applies({ ...sampleDesk, people, former });
  await carla().writes("acme", "Only for the new one, canary-78", world.conversation());
  await world.settle();
  await carla().deletes(wrote);
  await world.settle();
  expect([quotes("luis"), direct("luis").filter((text) => text.includes("canary-78")).length]).toEqual([0, 0]);
});

const steps = [5, 10, 15, 20, 25, 30, 35];
const often: Desk = {
  ...sampleDesk,
  ladder: sampleDesk.ladder
    .slice(0, 1)
    .flatMap((step) =>
      steps.map((percent) => ({ ...step, when: { by: "used", percent } as const, tell: ["deputy"] as const })),
    ),
};

test("edits that the platform refuses delay no notice, and two deletions edit each direct message once", async () => {
  world = await startStoryWorld("testchat", often);
  const opened = await carla().calls("acme", `El vídeo no se ve\nclave ${secret}`);
  const wrote = await carla().writes("acme", `My password is ${secret}`, opened);
  await world.settle();
  for (const _ of steps) await world.pass(25);
  expect(quotes("luis")).toBe(steps.length);
  const port = world.ports.get("testchat") ?? expect.fail("no port");
  const until = world.now() + 30_000;
  let refused = 0;
  world.ports.set("testchat", {
    ...port,
    edit: async (ref, card) => {
      if (!ref.channel.endsWith(`:${world.idOf("luis")}`) || world.now() >= until) return port.edit(ref, card);
      refused += 1;
      return { ok: false, failure: { kind: "waitUntil", until, why: "rate limited" } };
    },
  });
  await carla().deletes(opened);
  await world.settle();
  await world.user("marta").presses(world.card(), "assign");
  await world.user("marta").submits({ person: "luis" });
  await carla().deletes(wrote);
  await world.settle();
  expect(world.now()).toBeLessThan(until);
  expect(direct("luis")).toHaveLength(steps.length + 1);
  await world.passSeconds(30);
  expect(quotes("luis")).toBe(0);
  expect(world.inDirect("luis").map(({ edits }) => edits)).toEqual([...steps.map(() => 1), 0]);
  expect(refused).toBeLessThanOrEqual(steps.length);
});

test("what a customer deletes while a direct message quotes it on its way disappears from there too", async () => {
  world = await startStoryWorld("testchat", often);
  const wrote = await carla().calls("acme", `El vídeo no se ve\nclave ${secret}`);
  await world.settle();
  const port = world.ports.get("testchat") ?? expect.fail("no port");
  let quoted = 0;
  world.ports.set("testchat", {
    ...port,
    tell: async (user, card, attempt) => {
      const delivery = await port.tell(user, card, attempt);
      if (user !== world.refOf("luis")) return delivery;
      quoted = quotes("luis");
      await carla().deletes(wrote);
      await world.steps.processInbox();
      await world.steps.deliverOutbox();
      return delivery;
    },
  });
  await world.pass(25);
  expect(quoted).toBe(1);
  await world.pass(1);
  expect(direct("luis")).toHaveLength(1);
  expect(quotes("luis")).toBe(0);
});
