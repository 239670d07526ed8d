import { describe, expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { severities } from "../../../src/sla/severity.ts";
import { severityOf } from "../../../src/tickets/ticket.ts";
import { cast, given, minutes, monday, opening } from "../../support/given.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { ticketOf } from "../../support/story.ts";

const { luis, sam } = cast;

const withPlans = (accounts: Desk["accounts"]): Desk => ({ ...sampleDesk, accounts });
const acme = sampleDesk.accounts["acme"];
const northwind = sampleDesk.accounts["northwind"];
if (acme === undefined || northwind === undefined) throw new Error("the sample desk has no such accounts");

/** Monday morning, Friday evening, Saturday night. */
const openings = [0, 4 * 1440 + 8 * 60, 5 * 1440 + 13 * 60];
/** Delays: soon, after a while, shortly before a due time, and days after it. */
const namings = [1, 50, 230, 239, 600, 1439, 5000, 9000];

describe("a requester without an account", () => {
  test.each(["acme", "northwind"])(
    "gets no earlier target than %s turns out to have, and is told no later time afterwards",
    (account) => {
      for (const severity of severities.filter((each) => each !== "critical"))
        for (const from of openings)
          for (const after of namings) {
            const story = given().when(sam, opening(severity, "slack:C0RANDOM"), from);
            const shownDue = ticketOf(story).sla.clocks[0]?.target.due ?? 0;
            const customer = given().when(luis, opening(severity, "slack:C0TRIAGE", account), from);
            expect(shownDue).toBeGreaterThanOrEqual(ticketOf(customer).sla.clocks[0]?.target.due ?? 0);
            const known = story.when(luis, { type: "setAccount", account }, from + after);
            const [clock] = ticketOf(known).sla.clocks;
            expect(clock?.target.due).toBeLessThanOrEqual(shownDue);
          }
    },
  );

  test("by office hours gets office hours, also at night: the reported critical ticket at 20:40 was due at 21:40, then on Monday", () => {
    const saturdayNight = 5 * 1440 + 10 * 60;
    const story = given().when(sam, opening("high", "slack:C0RANDOM"), saturdayNight);
    const due = ticketOf(story).sla.clocks[0]?.target.due ?? 0;
    // Monday at one in Madrid.
    expect((due - monday) / minutes).toBe(7 * 1440 + 3 * 60);
    const known = story.when(luis, { type: "setAccount", account: "northwind" }, saturdayNight + 60);
    expect(ticketOf(known).sla.clocks[0]?.target.due).toBe(due);
  });

  test("gets the plan of the accounts if all have the same", () => {
    const story = given(withPlans({ acme })).when(sam, opening("high", "slack:C0RANDOM"), openings[1]);
    const due = ticketOf(story).sla.clocks[0]?.target.due ?? 0;
    expect((due - monday) / minutes).toBe((openings[1] ?? 0) + 240);
  });

  test("gets no target that one of the plans lacks", () => {
    const { standard, premium } = sampleDesk.plans;
    if (standard === undefined || premium === undefined) throw new Error("the sample desk has no such plans");
    const resolution = { days: 0, ms: 8 * 60 * minutes };
    const high = { ...premium.terms.high, targets: { ...premium.terms.high.targets, resolution } };
    const desk = { ...sampleDesk, plans: { standard, premium: { ...premium, terms: { ...premium.terms, high } } } };
    const kinds = (story: ReturnType<typeof given>) => ticketOf(story).sla.clocks.map(({ kind }) => kind);
    const story = given(desk).when(sam, opening("high", "slack:C0RANDOM"));
    expect(kinds(story)).toEqual(["firstResponse"]);
    expect(kinds(story.when(luis, { type: "setAccount", account: "acme" }, 10))).toEqual([
      "firstResponse",
      "resolution",
    ]);
  });

  test("cannot claim critical; triage can, and so can staff who open a ticket for a stranger", () => {
    const story = given().when(sam, opening("critical", "slack:C0RANDOM"));
    expect(severityOf(ticketOf(story))).toBe("high");
    const confirmed = story.when(luis, { type: "setSeverity", severity: "critical" }, 5);
    expect(severityOf(ticketOf(confirmed))).toBe("critical");
    expect(severityOf(ticketOf(given().when(luis, opening("critical", "slack:C0TRIAGE"))))).toBe("critical");
  });
});
