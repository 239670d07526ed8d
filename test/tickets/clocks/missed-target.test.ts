import { describe, expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import type { ClockKind } from "../../../src/sla/clock-kinds.ts";
import { plan } from "../../../src/tickets/clocks/plan.ts";
import { given, minutes, monday, opening, type Story, type GivenCommand } from "../../support/given.ts";
import { sampleDesk, termsIn } from "../../support/sample-desk.ts";
import { ticketOf } from "../../support/story.ts";
import { atOffice, carla, clock, desk, hear, latest, luis, open, reply, sam, clockSpans } from "./clock-story.ts";

describe("a target that was missed before it was planned again", () => {
  const severity = (to: "critical" | "high" | "medium" | "low"): GivenCommand => ({
    type: "setSeverity",
    severity: to,
    reason: "x",
  });
  const softer: Desk = {
    ...desk,
    plans: {
      premium: {
        key: "premium",
        calendar: "always",
        terms: termsIn("always", {
          ...sampleDesk.severities,
          high: { firstResponse: { days: 0, ms: 6 * 60 * minutes } },
        }),
        phone: [],
        escalate: "broken",
        attainment: {},
        watch: null,
      },
    },
  };
  const earlier = (story: Story, kind: ClockKind) =>
    latest(story, kind).earlier.map((each) => [(each.due - monday) / minutes, each.breached === true]);

  test.each<[string, Story, string]>([
    [
      "by a higher severity",
      open().when(luis, severity("critical"), 300).when(luis, reply, 310),
      "1 0 315 breached 310",
    ],
    ["by a lower severity", open().when(luis, severity("medium"), 300).when(luis, reply, 310), "1 0 480 breached 310"],
    [
      "by another account",
      given(desk)
        .when(sam, opening("high", "slack:C0RANDOM"))
        .when(luis, { type: "setAccount", account: "acme" }, 1)
        .when(luis, { type: "setAccount", account: "northwind" }, 300)
        .when(luis, reply, 340),
      "1 0 390 breached 340",
    ],
    [
      "by replanning",
      given(softer, open().events).when(clock, { type: "replan" }, 300).when(luis, reply, 350),
      "1 0 390 breached 350",
    ],
    [
      "twice",
      open().when(luis, severity("medium"), 300).when(luis, severity("high"), 310).when(luis, reply, 311),
      "1 0 370 breached 311",
    ],
  ])("is not met by the new target: %s", (_, story, expected) => {
    expect(clockSpans(story, "firstResponse")).toEqual([expected]);
    expect(earlier(story, "firstResponse")).toContainEqual([240, true]);
  });

  test.each<[string, Story, string]>([
    ["in time", open().when(luis, severity("medium"), 239).when(luis, reply, 310), "1 0 480 met 310"],
    ["at its due moment", open().when(luis, severity("medium"), 240).when(luis, reply, 310), "1 0 480 met 310"],
    // Due at closing time, and the calendar has not opened since.
    [
      "in the break after it",
      atOffice().when(luis, severity("medium"), 300).when(luis, reply, 340),
      "1 0 1440 met 340",
    ],
    [
      "after an answer that arrives late",
      open().when(luis, severity("medium"), 300).when(luis, reply, 230),
      "1 0 480 met 230",
    ],
  ])("was not missed if it was planned again %s", (_, story, expected) => {
    expect(clockSpans(story, "firstResponse")).toEqual([expected]);
  });

  test("was not missed while its clock was paused, and was if that came before", () => {
    const solved = (waits: number) =>
      clockSpans(
        open()
          .when(luis, { type: "wait" }, waits)
          .when(luis, severity("medium"), 3000)
          .when(carla, hear(4000), 4000)
          .when(luis, { type: "resolve" }, 4010),
        "resolution",
      )[0]
        ?.split(" ")
        .slice(3);
    expect(solved(960)).toEqual(["met", "4010"]);
    expect(solved(961)).toEqual(["breached", "4010"]);
  });

  test("stays missed if the new target counts from an earlier message, and if it continues after a reopening", () => {
    const asked = open().when(luis, reply, 10).when(carla, hear(20), 20).when(luis, severity("critical"), 141);
    const earlierAsked = asked.when(carla, hear(15), 142);
    expect(latest(earlierAsked, "nextResponse").startedAt).toBe(monday + 15 * minutes);
    expect(latest(earlierAsked.when(luis, reply, 143), "nextResponse").end?.how).toBe("breached");
    const again = open()
      .when(luis, severity("medium"), 961)
      .when(luis, { type: "resolve" }, 970)
      .when(luis, { type: "reopen" }, 980);
    expect(latest(again, "resolution").end).toBeNull();
    expect(latest(again.when(luis, { type: "resolve" }, 990), "resolution").end?.how).toBe("breached");
  });

  test("stays missed for a promised update too, if another update replaces it", () => {
    const news = (at: number): GivenCommand => ({
      type: "promiseUpdate",
      due: { by: "instant", at: monday + at * minutes },
    });
    const withUpdates = (at: number) =>
      open().when(luis, news(120), 10).when(luis, news(300), at).when(luis, reply, 200);
    expect(clockSpans(withUpdates(120), "update")).toEqual(["1 120 300 met 200"]);
    expect(clockSpans(withUpdates(121), "update")).toEqual(["1 121 300 breached 200"]);
  });

  test("has reminders of the new target", () => {
    const story = open().when(clock, { type: "remind", clock: "firstResponse", cycle: 1 }, 240);
    const steps = plan(ticketOf(story.when(luis, severity("medium"), 300))).flatMap(
      ({ clock: kind, target: promise, step, at }) =>
        kind === "firstResponse" ? [[promise, step, (at - monday) / minutes]] : [],
    );
    expect(steps).toEqual([
      [1, 50, 300],
      [1, 80, 384],
      [1, 100, 480],
    ]);
  });
});
