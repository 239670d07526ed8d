import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { setAbsence } from "../../src/tickets/execute/set-absence.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Desk, Person } from "../../src/desk/desk.ts";
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

const lastPrivate = (user: string): string => world.slack.user(user).privates.at(-1)?.text ?? "";
const types = async (user: string, line: string): Promise<void> => {
  await world.slack.user(user).types("C0TRIAGE", line);
  await world.settle();
};

test("an assignee switches their notifications off and on, which stands before the desk file and outlives a restart", async () => {
  await world.applies(withPerson("luis", { notify: true }));
  await types("U0LUIS", "/desk notify");
  expect(lastPrivate("U0LUIS")).toMatch(/You are notified .* as the desk file says/);
  await types("U0LUIS", "/desk notify off");
  expect(lastPrivate("U0LUIS")).toMatch(/You are not notified .* as you chose/);
  await carlaWrites("¿Alguna novedad?");
  expect(mentioned()).toEqual([]);
  const started = createDeskCache((_, version) => ({ ...sampleDesk, version }));
  expect((await started.read(world.database.db)).people["luis"]?.notifyChoice).toBe(false);
  await world.slack.user("U0LUIS").presses("private", "Notify me");
  await world.settle();
  expect(lastPrivate("U0LUIS")).toMatch(/You are notified .* as you chose/);
  await world.passSeconds(61);
  await world.applies({ ...sampleDesk, notifyAssignee: false });
  await carlaWrites("¿Hola?");
  expect(mentioned()).toEqual(["U0LUIS"]);
});

test("a word that is neither on nor off is named back, and a person who left the desk file reads that they did", async () => {
  await types("U0LUIS", "/desk notify perhaps");
  expect(lastPrivate("U0LUIS")).toMatch(/“perhaps” is neither on nor off/);
  await types("U0LUIS", "/desk notify off");
  const { luis: _, ...people } = sampleDesk.people;
  await world.applies({ ...sampleDesk, people, former: { ...sampleDesk.former, staff: ["slack:U0LUIS"] } });
  for (const line of ["/desk notify on", "/desk notify", "/desk"]) {
    await types("U0LUIS", line);
    expect(lastPrivate("U0LUIS")).toMatch(/no longer in the desk file.*is kept/);
  }
  await world.applies(sampleDesk);
  await carlaWrites("¿Alguna novedad?");
  expect(mentioned()).not.toContain("U0LUIS");
  await types("U0CARLA", "/desk notify off");
  expect(lastPrivate("U0CARLA")).toMatch(/equipo de soporte/);
});
