import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { calendarIn, workdays } from "../../support/clocks/calendars.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";

const { standard, ...otherPlans } = sampleDesk.plans;
if (standard === undefined) throw new Error("no standard plan");

/** The usual contract: critical tickets round the clock, the others in office hours. */
const usual: Desk = {
  ...sampleDesk,
  calendars: { ...sampleDesk.calendars, office: calendarIn("Europe/Madrid", { hours: workdays("09:00-18:00") }) },
  severityMeans: {
    ...sampleDesk.severityMeans,
    critical: { en: "Nobody can sign in", es: "Nadie puede entrar", pt: "Ninguém entra" },
  },
  accounts: Object.fromEntries(
    Object.entries(sampleDesk.accounts).map(([key, account]) => [key, { ...account, plan: "standard" }]),
  ),
  plans: {
    ...otherPlans,
    standard: {
      ...standard,
      terms: { ...standard.terms, critical: { ...standard.terms.critical, calendar: "always" } },
    },
  },
};

const fridayEvening = (4 * 24 + 10) * 60;

describe("a desk that counts critical tickets round the clock and the others in office hours, on Friday at 20:00,", () => {
  let world: StoryWorld;
  beforeEach(async () => {
    world = await startStoryWorld("testchat", usual);
    world.sleepThrough(fridayEvening);
    await world.settle();
  });
  afterEach(() => world.stop());

  const due = async (): Promise<string> =>
    new Date((await world.ticket()).sla.clocks[0]?.target.due ?? 0).toISOString();
  const anaReads = (): readonly string[] => world.direct("ana").map(({ text }) => text);

  test("shows the customer in their language what a severity means and its target", async () => {
    await world.user("carla").types("acme", "/ticket");
    const form = JSON.stringify(world.user("carla").seesForm());
    expect(form).toContain("Nadie puede entrar");
    await world.user("carla").types("acme", "/ticket ayuda");
    await world.settle();
    expect(world.user("carla").privates.at(-1)?.text).toContain("Nadie puede entrar");
  });

  test("owes a critical ticket its answer within the hour, and reminds the manager that evening", async () => {
    await world.opens({ severity: "critical" });
    expect(await due()).toBe("2026-01-16T20:00:00.000Z");
    await world.pass(30);
    expect(anaReads()).toHaveLength(1);
    await world.pass(20);
    await world.pass(10);
    expect(await world.reminders()).toEqual(["50 sent", "80 sent", "100 sent"]);
  });

  test("lets a high ticket wait until Monday, and counts again when it becomes critical", async () => {
    await world.opens({ severity: "high" });
    expect(await due()).toBe("2026-01-19T12:00:00.000Z");
    await world.pass(24 * 60);
    expect(anaReads()).toEqual([]);
    await world.user("luis").presses(world.card(), "severity 1001 critical");
    await world.settle();
    expect(await due()).toBe("2026-01-17T19:15:00.000Z");
  });
});
