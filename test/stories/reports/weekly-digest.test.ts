import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Desk, Person } from "../../../src/desk/desk.ts";
import { staffReports } from "../../../src/db/schema/staff-report-schema.ts";
import { sayIn } from "../../../src/i18n/say.ts";
import { inEnglish, inOrder, inSpanish } from "../../support/sentences.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { type Name, startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";

const hour = 60;
const day = 24 * hour;
/** From the story's Monday at ten until the next Monday at eight. */
const untilDigest = 7 * day - 2 * hour;

const people = (changes: Readonly<Record<string, Partial<Person>>>, desk: Desk): Desk["people"] =>
  Object.fromEntries(
    Object.entries(desk.people).map(([key, person]) => [key, { ...person, ...changes[key] }] as const),
  );
const deskWith = (changes: Readonly<Record<string, Partial<Person>>> = {}, desk: Desk = sampleDesk): Desk => ({
  ...desk,
  reports: { weekly: { day: "mon", minute: 8 * 60 }, statements: null, alerts: false },
  people: people(changes, desk),
});

let world: StoryWorld;
beforeEach(async () => {
  world = await startStoryWorld("testchat", deskWith());
  await world.settle();
});
afterEach(() => world.stop());

const isDigest = (text: string): boolean =>
  [inEnglish, inSpanish].some(
    (say) => say("weekly.headingDesk").test(text) || say("weekly.headingAccounts").test(text),
  );
const digestsOf = (name: Name): readonly string[] =>
  world
    .direct(name)
    // Ranges of dates have thin spaces.
    .map(({ text }) => text.replaceAll("\u2009", " "))
    .filter(isDigest);
const outcomes = async (): Promise<readonly string[]> =>
  (await world.database.db.select().from(staffReports))
    .map(({ person, subject, status }) => `${person} ${subject} ${status}`)
    .toSorted();

describe("the weekly digest", () => {
  test("tells the head of the desk and a manager of their own accounts what was kept, missed and waits", async () => {
    await world.opens();
    await world.user("luis").presses(world.card(), "claim");
    await world.pass(4 * hour + 30);
    await world.user("luis").writes("acme", "Lo miramos.", world.conversation());
    await world.settle();
    await world.user("luis").presses(world.card(), "resolve");
    await world.settle();
    const question = world.thread(world.conversation()).at(-1) ?? expect.fail("Carla is not asked");
    await world.user("carla").presses(question, "rate 1001 bad");
    await world.settle();
    await world.user("oliver").types("north", "/ticket Player is black");
    await world.user("oliver").submits({ severity: "low", description: "Since Friday." });
    await world.pass(untilDigest - 4 * hour - 31);
    expect(digestsOf("eva")).toEqual([]);
    await world.pass(1);
    const [head, ...more] = digestsOf("eva");
    expect(more).toEqual([]);
    expect(head).toMatch(
      inOrder(
        inEnglish("weekly.headingDesk"),
        "First answer: 0 of 1 kept (0%)",
        inEnglish("weekly.noneBefore"),
        inEnglish("weekly.missed", { count: 1 }),
        inOrder("T-1001", "Acme TV", "30 minutes", inEnglish("report.cause.unanswered")),
        inEnglish("weekly.waiting"),
        inOrder("T-1002", "Northwind Media", inEnglish("weekly.overdue")),
        inOrder(inEnglish("weekly.ratings"), `${sayIn("en")("rating.score.bad")}: 1`),
        inEnglish("weekly.becauseHead"),
      ),
    );
    const [own] = digestsOf("ana");
    expect(own).toMatch(inOrder(inEnglish("weekly.headingAccounts"), "T-1001", inEnglish("weekly.becauseManager")));
    // Ana manages Acme alone.
    expect(own).not.toContain("T-1002");
    expect([digestsOf("luis"), digestsOf("tom")]).toEqual([[], []]);
    await world.pass(6 * day);
    expect(digestsOf("eva")).toHaveLength(1);
    expect(world.violations()).toBe(0);
  });

  test("is one sentence after an empty week, in the language of its recipient", async () => {
    await world.applies(deskWith({ eva: { locale: "es" } }));
    await world.pass(untilDigest);
    expect(digestsOf("eva")).toEqual([expect.stringMatching(inSpanish("weekly.quiet"))]);
    expect(digestsOf("eva")[0]).toContain("12–18 de enero de 2026");
  });

  test("waits for the end of quiet hours and of an absence, and a newer one replaces it", async () => {
    await world.applies(deskWith({ eva: { quiet: { from: 20 * 60, to: 9 * 60 } } }));
    await world.user("ana").types("triage", "/desk out 15d");
    await world.pass(untilDigest + 59);
    expect(digestsOf("eva")).toEqual([]);
    await world.pass(1);
    expect(digestsOf("eva")).toHaveLength(1);
    await world.pass(7 * day);
    expect([digestsOf("eva").length, digestsOf("ana").length]).toEqual([2, 0]);
    // Ana is back on the second Tuesday.
    await world.pass(2 * day);
    const [late, ...more] = digestsOf("ana");
    expect(more).toEqual([]);
    expect(late).toMatch(inOrder("19 – 25 January 2026", inEnglish("weekly.cameLate")));
    expect(await outcomes()).toContain("ana weekly 2026-01-12 cancelled");
  });

  test("comes once after the desk was down for weeks: the last one, and says for which week", async () => {
    world.sleepThrough(untilDigest + 16 * day);
    await world.settle();
    expect(digestsOf("eva")).toEqual([
      expect.stringMatching(inOrder("26 January – 1 February 2026", inEnglish("weekly.cameLate"))),
    ]);
  });

  test("reaches no person who left, and no person who does not want it", async () => {
    const { eva: _, ...left } = sampleDesk.people;
    world.sleepThrough(untilDigest);
    await world.steps.makeReports();
    await world.applies(deskWith({ ana: { reports: false } }, { ...sampleDesk, people: left }));
    expect(await outcomes()).toEqual(["ana weekly 2026-01-12 cancelled", "eva weekly 2026-01-12 cancelled"]);
    expect([digestsOf("eva"), digestsOf("ana")]).toEqual([[], []]);
    await world.pass(14 * day);
    expect(await outcomes()).toHaveLength(2);
  });

  test("is sent once although the connection breaks after the platform took it", async () => {
    world.fails("eva", "breaks after");
    await world.pass(untilDigest);
    await world.pass(2);
    expect(digestsOf("eva")).toHaveLength(1);
    expect(await outcomes()).toContain("eva weekly 2026-01-12 sent");
  });
});
