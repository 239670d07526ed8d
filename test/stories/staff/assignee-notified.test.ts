import { createDeskCache } from "../../../src/tickets/execute/desk-cache.ts";
import { setAbsence } from "../../../src/db/staff-store.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Desk, Person } from "../../../src/desk/desk.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { type Name, startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";
import { inEnglish, inOrder, inSpanish } from "../../support/sentences.ts";

describe("the assignee", () => {
  let world: StoryWorld;
  beforeEach(async () => {
    world = await startStoryWorld("testchat", sampleDesk);
    await world.opens();
    await world.user("luis").presses(world.card(), "claim");
    await world.settle();
  });
  afterEach(() => world.stop());

  const carlaWrites = async (text: string): Promise<void> => {
    await world.user("carla").writes("acme", text, world.conversation());
    await world.settle();
  };
  /** The people who were mentioned in triage. */
  const mentioned = () => world.mentioned("triage");
  const withPerson = (key: string, changes: Partial<Person>, desk: Desk = sampleDesk): Desk => {
    const person = desk.people[key];
    if (person === undefined) throw new Error(key);
    return { ...desk, people: { ...desk.people, [key]: { ...person, ...changes } } };
  };
  const day = 24 * 60 * 60_000;

  test("a customer's message mentions the assignee, once for several messages within a minute", async () => {
    await carlaWrites("¿Alguna novedad?");
    expect(mentioned()).toEqual(["luis"]);
    expect(world.thread(world.card()).at(-1)?.text).toMatch(
      new RegExp(`@${world.idOf("luis")}.*\\n?[^]*¿Alguna novedad\\?`),
    );
    await world.passSeconds(20);
    await carlaWrites("Sigue igual");
    expect(mentioned()).toHaveLength(1);
    await world.passSeconds(61);
    await carlaWrites("¿Hola?");
    expect(mentioned()).toHaveLength(2);
  });

  test("a thank-you and the assignee's own message mention no one", async () => {
    await carlaWrites("Gracias");
    await world.user("luis").writes("acme", "De nada", world.conversation());
    await world.settle();
    expect(mentioned()).toEqual([]);
  });

  test("a message of the technical team mentions the assignee", async () => {
    await world.user("luis").types("triage", "/ticket tech 1001 Please look");
    await world.settle();
    await world.user("tom").writes("tech", "It is the encoder", world.techCard());
    await world.settle();
    expect(mentioned()).toEqual(["luis"]);
  });

  test.each<[string, Desk, readonly string[]]>([
    ["the desk switched it off", { ...sampleDesk, notifyAssignee: false }, []],
    ["the person switched it off", withPerson("luis", { notify: false }), []],
    [
      "the person wants it although the desk does not",
      { ...withPerson("luis", { notify: true }), notifyAssignee: false },
      ["luis"],
    ],
    ["quiet hours", withPerson("luis", { quiet: { from: 9 * 60, to: 12 * 60 } }), []],
  ])("%s", async (_, desk, expected) => {
    await world.applies(desk);
    await carlaWrites("¿Alguna novedad?");
    expect(mentioned()).toEqual(expected);
  });

  test.each<[string, string | null, readonly string[]]>([
    ["no one is mentioned without a deputy", null, []],
    ["the deputy is mentioned", "marta", ["marta"]],
  ])("the assignee is out: %s", async (_, deputy, expected) => {
    await world.applies(withPerson("luis", { deputy }));
    await setAbsence(world.database.db, "luis", world.now() + day);
    await carlaWrites("¿Alguna novedad?");
    expect(mentioned()).toEqual(expected);
  });

  test("an assignee who is not on triage's platform gets a direct message, and no mention", async () => {
    await world.applies({
      ...sampleDesk,
      channels: { ...sampleDesk.channels, triage: ["discord:310000000000000001"] },
    });
    await carlaWrites("¿Alguna novedad?");
    expect(mentioned()).toEqual([]);
    expect(world.direct("luis").at(-1)?.text).toContain("T-1001");
  });

  test("a resolved ticket reopens while its assignee is out: the card says so, and a person who is there is mentioned", async () => {
    await world.user("luis").presses(world.card(), "resolve");
    await world.settle();
    await world.applies({ ...sampleDesk, reopen: { days: 7, ms: 0 } });
    await setAbsence(world.database.db, "luis", world.now() + 7 * day);
    await world.pass(1);
    await carlaWrites("Sigue sin verse nada");
    expect((await world.ticket()).status).toBe("open");
    expect(world.card().text).toMatch(inOrder("⚠ ", inEnglish("assignee.outUntil", { name: "Luis Gil" })));
    expect(mentioned()).toEqual(["ana"]);
    expect(
      world.thread(world.card()).some(({ text }) => inEnglish("notice.standsIn", { assignee: "Luis Gil" }).test(text)),
    ).toBe(true);
  });

  const lastPrivate = (user: Name): string => world.user(user).privates.at(-1)?.text ?? "";
  const types = async (user: Name, line: string): Promise<void> => {
    await world.user(user).types("triage", line);
    await world.settle();
  };

  test("an assignee's own switch for notifications overrides the desk file and survives a restart", async () => {
    await world.applies(withPerson("luis", { notify: true }));
    await types("luis", "/desk notify");
    expect(lastPrivate("luis")).toMatch(inEnglish("notify.on.asDeskSays"));
    await types("luis", "/desk notify off");
    expect(lastPrivate("luis")).toMatch(inEnglish("notify.off.asYouChose"));
    await carlaWrites("¿Alguna novedad?");
    expect(mentioned()).toEqual([]);
    const started = createDeskCache((_, version) => ({ ...sampleDesk, version }));
    expect((await started.read(world.database.db)).people["luis"]?.notifyChoice).toBe(false);
    await world.user("luis").presses("private", "notify");
    await world.settle();
    expect(lastPrivate("luis")).toMatch(inEnglish("notify.on.asYouChose"));
    await world.passSeconds(61);
    await world.applies({ ...sampleDesk, notifyAssignee: false });
    await carlaWrites("¿Hola?");
    expect(mentioned()).toEqual(["luis"]);
  });

  test("a word that is neither on nor off is quoted back, and a person who left the desk file reads that they left", async () => {
    await types("luis", "/desk notify perhaps");
    expect(lastPrivate("luis")).toMatch(inEnglish("notify.badSwitch", { text: "perhaps" }));
    await types("luis", "/desk notify off");
    const { luis: _, ...people } = sampleDesk.people;
    await world.applies({ ...sampleDesk, people, former: { ...sampleDesk.former, staff: ["slack:U0LUIS"] } });
    for (const line of ["/desk notify on", "/desk notify", "/desk"]) {
      await types("luis", line);
      expect(lastPrivate("luis")).toMatch(inEnglish("problem.noLongerStaff"));
    }
    await world.applies(sampleDesk);
    await carlaWrites("¿Alguna novedad?");
    expect(mentioned()).not.toContain("luis");
    await types("carla", "/desk notify off");
    expect(lastPrivate("carla")).toMatch(inSpanish("refusal.notAllowed"));
  });
});
