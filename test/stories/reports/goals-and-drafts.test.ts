import { afterEach, beforeEach, expect, test } from "vitest";
import { writeOutcomes } from "../../../src/db/outcomes/outcome-store.ts";
import { staffReports } from "../../../src/db/schema/staff-report-schema.ts";
import { statements } from "../../../src/db/schema/statement-schema.ts";
import type { Desk, Person } from "../../../src/desk/desk.ts";
import { day, hour } from "../../../src/sla/instant.ts";
import type { ClockOutcome } from "../../../src/tickets/clocks/outcomes.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { inEnglish, inOrder, inSpanish } from "../../support/sentences.ts";
import { type Name, startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";

const { premium, standard } = sampleDesk.plans;
if (premium === undefined || standard === undefined) throw new Error("no plans");
const deskWith = (reports: Partial<Desk["reports"]>, people: Readonly<Record<string, Partial<Person>>> = {}): Desk => ({
  ...sampleDesk,
  reports: { weekly: null, statements: null, alerts: false, ...reports },
  plans: { standard, premium: { ...premium, attainment: { firstResponse: 0.95 } } },
  people: Object.fromEntries(
    Object.entries(sampleDesk.people).map(([key, person]) => [key, { ...person, ...people[key] }] as const),
  ),
});

let world: StoryWorld;
beforeEach(async () => {
  world = await startStoryWorld("testchat", deskWith({ alerts: true }));
  await world.opens();
});
afterEach(() => world.stop());

let cycle = 10;
/** Ends so many clocks of Acme's first responses now. */
const ends = async (outcome: "met" | "breached", count: number, account = "acme"): Promise<void> => {
  const ended = Array.from({ length: count }, (): ClockOutcome => {
    const now = world.now();
    return {
      ticket: 1001,
      clock: "firstResponse",
      cycle: (cycle += 1),
      kind: "problem",
      account,
      area: null,
      plan: "premium",
      manager: "ana",
      severity: "high",
      intake: "testchat",
      assignee: null,
      startedAt: now - hour,
      dueAt: now,
      endedAt: now,
      outcome,
      target: hour,
      used: outcome === "met" ? hour / 2 : 2 * hour,
      waited: 0,
      cause: outcome === "met" ? null : "unassigned",
    };
  });
  await world.database.db.transaction((tx) =>
    writeOutcomes(
      tx,
      ended.map((each) => ({ ticket: each.ticket, clock: each.clock, cycle: each.cycle, outcome: each })),
    ),
  );
  await world.steps.watchGoals();
  await world.settle();
};
const texts = (name: Name, key: "goal.assumes" | "drafts.because", say = inEnglish): readonly string[] =>
  world
    .direct(name)
    .map(({ text }) => text)
    .filter((text) => say(key).test(text));

test("the head and the account manager are told once that a goal is nearly missed, and once that it is missed", async () => {
  await ends("met", 39);
  expect(texts("eva", "goal.assumes")).toEqual([]);
  await ends("breached", 1);
  const near = inEnglish("goal.near", { count: 2, clock: "First answer", account: "Acme TV", goal: "95%" });
  const figures = inEnglish("goal.figures", { month: "January 2026", met: 39, ended: 40, share: "97.5%" });
  expect(texts("eva", "goal.assumes")).toEqual([
    expect.stringMatching(inOrder(near, figures, inEnglish("goal.becauseHead"))),
  ]);
  expect(texts("ana", "goal.assumes")).toEqual([
    expect.stringMatching(inOrder(near, inEnglish("goal.becauseManager"))),
  ]);
  await ends("breached", 1);
  expect(texts("eva", "goal.assumes")).toHaveLength(1);
  await ends("breached", 1);
  const missed = inEnglish("goal.missed", { clock: "First answer", account: "Acme TV", goal: "95%" });
  expect(texts("ana", "goal.assumes").at(-1)).toMatch(inOrder(missed, inEnglish("goal.recovery", { count: 18 })));
  // It recovers, is nearly missed again, and stays told.
  await ends("met", 19);
  await ends("breached", 1);
  expect([texts("eva", "goal.assumes").length, texts("ana", "goal.assumes").length]).toEqual([2, 2]);
  expect([texts("luis", "goal.assumes"), texts("carla", "goal.assumes")]).toEqual([[], []]);
  expect(world.violations()).toBe(0);
});

test("an alert waits for the end of quiet hours, goes to the deputy of a manager who is out, and gives way to a worse one", async () => {
  await world.applies(deskWith({ alerts: true }, { eva: { quiet: { from: 8 * 60, to: 12 * 60 }, locale: "es" } }));
  await world.user("ana").types("triage", "/desk out 3d");
  await world.settle();
  await ends("met", 39);
  await ends("breached", 1);
  expect(texts("luis", "goal.assumes")).toEqual([
    expect.stringMatching(inEnglish("goal.becauseDeputy", { name: "Ana Ruiz" })),
  ]);
  await ends("breached", 2);
  expect(texts("eva", "goal.assumes", inSpanish)).toEqual([]);
  await world.pass(2 * 60);
  expect(texts("eva", "goal.assumes", inSpanish)).toEqual([
    expect.stringMatching(inSpanish("goal.missed", { goal: "95\u00a0%" })),
  ]);
  expect(texts("ana", "goal.assumes")).toEqual([]);
});

test("no alert comes where they are off, or another account's goal is missed", async () => {
  await ends("breached", 3, "northwind");
  await world.applies(deskWith({ alerts: false }));
  await ends("breached", 3);
  expect(await world.database.db.select().from(staffReports)).toEqual([]);
});

test("on the first working day each account with targets gets one draft, and its manager a message; without a manager, the head", async () => {
  await world.applies(deskWith({ statements: 8 * 60 }));
  await ends("met", 3);
  await ends("breached", 1);
  await ends("met", 1, "northwind");
  // Sunday, 1 February: the sample desk works from Monday to Saturday.
  await world.pass((20 * day) / 60_000 - 2 * 60);
  expect(await world.database.db.select().from(statements)).toEqual([]);
  await world.pass((1 * day) / 60_000);
  const made = await world.database.db.select().from(statements);
  expect(new Set(made.map(({ account, madeBy, sentAt }) => `${account} ${madeBy} ${sentAt}`))).toEqual(
    new Set(["acme null null", "northwind null null"]),
  );
  expect(texts("ana", "drafts.because")).toEqual([
    expect.stringMatching(
      inOrder(
        inEnglish("drafts.heading", { month: "January 2026" }),
        inEnglish("drafts.about", { count: 1 }),
        inOrder(
          "Acme TV",
          inEnglish("drafts.kept", { met: 3, ended: 4, share: "75%" }),
          inEnglish("drafts.toWrite", { count: 1 }),
        ),
      ),
    ),
  ]);
  // Eva gets the one of Northwind, which has no manager.
  expect(texts("eva", "drafts.because")).toEqual([expect.stringMatching(/Northwind/)]);
  expect(texts("eva", "drafts.because")[0]).not.toContain("Acme");
  // A month without targets brings neither a draft nor a message.
  await world.pass((29 * day) / 60_000);
  expect(await world.database.db.select().from(statements)).toHaveLength(2);
  expect(texts("ana", "drafts.because")).toHaveLength(1);
});
