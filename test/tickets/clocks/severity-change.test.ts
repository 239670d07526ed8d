import { describe, expect, test } from "vitest";
import type { ClockKind } from "../../../src/sla/clock-kinds.ts";
import { plan } from "../../../src/tickets/clocks/plan.ts";
import { effects } from "../../../src/tickets/evolve.ts";
import { minutes, monday, type Story } from "../../support/given.ts";
import { refusalOf, ticketOf } from "../../support/story.ts";
import { carla, clock, hear, latest, luis, open, reply, clockSpans } from "./clock-story.ts";

const due = (story: Story, kind: ClockKind): number => (latest(story, kind).target.due - monday) / minutes;

describe("a severity change", () => {
  test("plans every running clock again from its own start, and keeps the old target", () => {
    const raised = open("medium")
      .when(luis, reply, 10)
      .when(carla, hear(20), 20)
      .when(luis, { type: "setSeverity", severity: "high" }, 30);
    expect(clockSpans(raised, "nextResponse")).toEqual(["1 20 140 runs"]);
    expect(clockSpans(raised, "resolution")).toEqual(["1 0 960 runs"]);
    expect(latest(raised, "resolution").earlier.map((each) => (each.due - monday) / minutes)).toEqual([2400]);
  });

  test("restarts the ladder: a reminder of the old target does not count for the new one", () => {
    const reminded = open("medium").when(clock, { type: "remind", clock: "firstResponse", cycle: 1 }, 240);
    const raised = reminded.when(luis, { type: "setSeverity", severity: "high" }, 241);
    const steps = (story: Story) =>
      plan(ticketOf(story))
        .filter((each) => each.clock === "firstResponse")
        .map(({ target: promise, step }) => [promise, step]);
    expect(steps(reminded)).toEqual([
      [0, 80],
      [0, 100],
    ]);
    expect(steps(raised)).toEqual([
      [1, 50],
      [1, 80],
      [1, 100],
    ]);
  });

  test("counts the grace share of a paused clock from the moment it was paused", () => {
    const waiting = open("medium")
      .when(luis, { type: "wait" }, 900)
      .when(luis, { type: "setSeverity", severity: "critical" }, 3000);
    // Two hours, a quarter of eight, count from the pause, and are left when the customer writes.
    expect(due(waiting, "resolution")).toBe(900 + 120);
    expect(due(waiting.when(carla, hear(4000), 4000), "resolution")).toBe(4000 + 120);
  });

  test("to a lower confirmed severity needs a reason, which staff see and the customer does not", () => {
    const confirmed = open("high").when(luis, { type: "setSeverity", severity: "high" }, 1);
    expect(refusalOf(confirmed.when(luis, { type: "setSeverity", severity: "low" }, 2))).toEqual({
      reason: "reasonNeeded",
    });
    expect(refusalOf(confirmed.when(luis, { type: "setSeverity", severity: "low", reason: " \n" }, 2))).toEqual({
      reason: "reasonNeeded",
    });
    const lowered = confirmed.when(luis, { type: "setSeverity", severity: "medium", reason: "Only one screen." }, 2);
    const event = lowered.events.at(-1);
    if (event?.type !== "severitySet") throw new Error("not set");
    const sent = effects(event, ticketOf(lowered)).flatMap((each) => (each.type === "send" ? [each] : []));
    expect(sent.filter(({ to }) => to.kind === "internal").map(({ message }) => message)).toEqual([
      { type: "severityLowered", from: "high", to: "medium", reason: "Only one screen.", by: "Luis Gil" },
    ]);
    const toCustomer = sent.filter(({ to }) => to.kind === "conversation").map(({ message }) => message);
    expect(toCustomer).toEqual([
      {
        type: "severityChanged",
        from: "high",
        to: "medium",
        movedTargets: [
          { clock: "firstResponse", before: monday + 240 * minutes, due: monday + 480 * minutes },
          { clock: "resolution", before: monday + 960 * minutes, due: monday + 2400 * minutes },
        ],
      },
    ]);
    expect(JSON.stringify(toCustomer)).not.toContain("screen");
  });

  test("needs no reason to raise the severity, nor before it is confirmed", () => {
    expect(refusalOf(open("high").when(luis, { type: "setSeverity", severity: "low" }, 2))).toBeNull();
    const confirmed = open("high").when(luis, { type: "setSeverity", severity: "high" }, 1);
    expect(refusalOf(confirmed.when(luis, { type: "setSeverity", severity: "critical" }, 2))).toBeNull();
  });
});
