import { setAbsence } from "../../src/app/set-absence.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Desk, Person } from "../../src/domain/desk.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { startWorld, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld("http", sampleDesk);
  await world.opens();
  await world.slack.user("U0LUIS").presses(world.card(), "Claim");
  await world.settle();
});
afterEach(() => world.stop());

const carlaWrites = async (text: string): Promise<void> => {
  await world.slack.user("U0CARLA").writes("C0ACME", text, { thread: world.conversation().ts });
  await world.settle();
};
/** Who was mentioned in triage. */
const mentioned = () => world.slack.pings.filter(({ channel }) => channel === "C0TRIAGE").map(({ user }) => user);
const withPerson = (key: string, changes: Partial<Person>, desk: Desk = sampleDesk): Desk => {
  const person = desk.people[key];
  if (person === undefined) throw new Error(key);
  return { ...desk, people: { ...desk.people, [key]: { ...person, ...changes } } };
};
const day = 24 * 60 * 60_000;

test("the customer writes: what they wrote mentions the assignee, once for several messages within a minute", async () => {
  await carlaWrites("¿Alguna novedad?");
  expect(mentioned()).toEqual(["U0LUIS"]);
  expect(world.thread(world.card()).at(-1)?.text).toMatch(/luis.*\n?[^]*¿Alguna novedad\?/i);
  await world.passSeconds(20);
  await carlaWrites("Sigue igual");
  expect(mentioned()).toHaveLength(1);
  await world.passSeconds(61);
  await carlaWrites("¿Hola?");
  expect(mentioned()).toHaveLength(2);
});

test("a thank you and the assignee's own words mention nobody", async () => {
  await carlaWrites("Gracias");
  await world.slack.user("U0LUIS").writes("C0ACME", "De nada", { thread: world.conversation().ts });
  await world.settle();
  expect(mentioned()).toEqual([]);
});

test("the technical team writes: the assignee is mentioned", async () => {
  await world.slack.user("U0LUIS").types("C0TRIAGE", "/ticket tech 1001 Please look");
  await world.settle();
  await world.slack.user("U0TOM").writes("C0TECH", "It is the encoder", { thread: world.techCard().ts });
  await world.settle();
  expect(mentioned()).toEqual(["U0LUIS"]);
});

test.each<[string, Desk, readonly string[]]>([
  ["the desk switched it off", { ...sampleDesk, notifyAssignee: false }, []],
  ["the person switched it off", withPerson("luis", { notify: false }), []],
  [
    "the person wants it although the desk does not",
    { ...withPerson("luis", { notify: true }), notifyAssignee: false },
    ["U0LUIS"],
  ],
  ["quiet hours", withPerson("luis", { quiet: { from: 9 * 60, to: 12 * 60 } }), []],
])("%s", async (_, desk, expected) => {
  await world.applies(desk);
  await carlaWrites("¿Alguna novedad?");
  expect(mentioned()).toEqual(expected);
});

test.each<[string, string | null, readonly string[]]>([
  ["nobody is mentioned without a deputy", null, []],
  ["the deputy is mentioned", "marta", ["U0MARTA"]],
])("the assignee is out: %s", async (_, deputy, expected) => {
  await world.applies(withPerson("luis", { deputy }));
  await setAbsence(world.database.db, "luis", world.now() + day);
  await carlaWrites("¿Alguna novedad?");
  expect(mentioned()).toEqual(expected);
});

test("an assignee who is not where triage is gets a direct message, and no mention", async () => {
  await world.applies({ ...sampleDesk, channels: { ...sampleDesk.channels, triage: ["discord:310000000000000001"] } });
  await carlaWrites("¿Alguna novedad?");
  expect(mentioned()).toEqual([]);
  expect(world.slack.dm("U0LUIS").messages.at(-1)?.text).toContain("T-1001");
});

test("a solved ticket reopens while its assignee is out: the card says so, and a person who is there is mentioned", async () => {
  await world.slack.user("U0LUIS").presses(world.card(), "Resolve");
  await world.settle();
  await world.applies({ ...sampleDesk, reopen: { days: 7, ms: 0 } });
  await setAbsence(world.database.db, "luis", world.now() + 7 * day);
  await world.pass(1);
  await carlaWrites("Sigue sin verse nada");
  expect((await world.ticket()).status).toBe("open");
  expect(world.card().text).toMatch(/⚠ Luis Gil.*out until/);
  expect(mentioned()).toEqual(["U0ANA"]);
  expect(world.thread(world.card()).some(({ text }) => text.includes("for Luis Gil, who is out"))).toBe(true);
});
