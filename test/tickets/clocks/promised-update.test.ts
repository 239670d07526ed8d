import { describe, expect, test } from "vitest";
import { plan } from "../../../src/tickets/clocks/plan.ts";
import { effects } from "../../../src/tickets/evolve.ts";
import { minutes, monday, type Story } from "../../support/given.ts";
import { refusalOf, ticketOf } from "../../support/story.ts";
import { atOffice, carla, latest, luis, open, reply, clockSpans } from "./clock-story.ts";

describe("a promised update", () => {
  const at = (after: number) =>
    ({ type: "promiseUpdate", due: { by: "instant", at: monday + after * minutes } }) as const;

  test("is due at the promised time, and ends with the next public message", () => {
    const withUpdate = open().when(luis, at(120), 10);
    expect(clockSpans(withUpdate, "update")).toEqual(["1 10 120 runs"]);
    expect(clockSpans(withUpdate.when(luis, reply, 100), "update")).toEqual(["1 10 120 met 100"]);
    expect(clockSpans(withUpdate.when(luis, reply, 120), "update")).toEqual(["1 10 120 met 120"]);
    expect(clockSpans(withUpdate.when(luis, reply, 121), "update")).toEqual(["1 10 120 breached 121"]);
  });

  test("is replaced by a newer one, and the older one counts as met", () => {
    const twice = open().when(luis, at(120), 10).when(luis, at(300), 60);
    expect(clockSpans(twice, "update")).toEqual(["1 60 300 runs"]);
    expect(latest(twice, "update").earlier.map((each) => (each.due - monday) / minutes)).toEqual([120]);
  });

  test("is shown to the customer", () => {
    const withUpdate = open().when(luis, at(120), 10);
    const event = withUpdate.events.at(-1);
    expect(event && effects(event, ticketOf(withUpdate))).toContainEqual({
      type: "send",
      to: { kind: "conversation" },
      message: { type: "updatePromised", due: monday + 120 * minutes },
    });
  });

  test("may be at the same time on the next working day, or at a wall time of the account", () => {
    const friday = 4 * 24 * 60;
    const tomorrow = atOffice().when(luis, { type: "promiseUpdate", due: { by: "nextWorkingDay" } }, friday);
    // Friday ten in Madrid; Saturday is a working day there.
    expect(new Date(latest(tomorrow, "update").target.due).toISOString()).toBe("2026-01-17T09:00:00.000Z");
    const wall = (date: string | null) =>
      latest(atOffice().when(luis, { type: "promiseUpdate", due: { by: "wall", date, minute: 17 * 60 } }, 10), "update")
        .target.due;
    // Northwind lives in New York.
    expect(new Date(wall("2026-01-13")).toISOString()).toBe("2026-01-13T22:00:00.000Z");
    expect(new Date(wall(null)).toISOString()).toBe("2026-01-12T22:00:00.000Z");
  });

  test("has reminders by working time until then, and by wall time if there is no working time", () => {
    const steps = (story: Story) =>
      plan(ticketOf(story))
        .filter((each) => each.clock === "update")
        .map(({ step, at: when }) => [step, (when - monday) / minutes]);
    // Monday half past five to Tuesday ten: an hour today, an hour tomorrow.
    expect(steps(atOffice().when(luis, at(24 * 60), 450))).toEqual([
      [50, 510],
      [80, 1416],
      [100, 1440],
    ]);
    // Promised at eight in the evening for ten.
    expect(steps(atOffice().when(luis, at(720), 600))).toEqual([
      [50, 660],
      [80, 696],
      [100, 720],
    ]);
  });

  test.each([
    ["a time in the past", { by: "instant", at: monday }, { reason: "timeHasPassed" }],
    ["an invalid time", { by: "instant", at: Number.NaN }, { reason: "timeHasPassed" }],
    [
      "more than sixty days ahead",
      { by: "instant", at: monday + 61 * 24 * 60 * minutes },
      { reason: "tooFarAhead", days: 60 },
    ],
  ] as const)("is refused for %s", (_, time, refusal) => {
    expect(refusalOf(open().when(luis, { type: "promiseUpdate", due: time }, 1))).toEqual(refusal);
  });

  test("may be given by staff only, and not on a resolved ticket", () => {
    expect(refusalOf(open().when(carla, at(100), 1))).toEqual({ reason: "notAllowed" });
    expect(refusalOf(open().when(luis, { type: "resolve" }, 1).when(luis, at(100), 2))).toEqual({
      reason: "resolvedAlready",
    });
  });

  test("does not move with a severity change", () => {
    const raised = open().when(luis, at(120), 10).when(luis, { type: "setSeverity", severity: "critical" }, 20);
    expect(clockSpans(raised, "update")).toEqual(["1 10 120 runs"]);
    expect(latest(raised, "update").earlier).toEqual([]);
  });
});
