import { describe, expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { minutes, monday, type Story } from "../../support/given.ts";
import { sampleDesk, termsIn } from "../../support/sample-desk.ts";
import { atOffice, carla, clocksOf, desk, hear, luis, open, reply, clockSpans } from "./clock-story.ts";

describe("the first response clock", () => {
  test.each<[string, (story: Story) => Story, string]>([
    ["ends with the first public message of staff", (story) => story.when(luis, reply, 60), "1 0 240 met 60"],
    ["is met at the very moment it is due", (story) => story.when(luis, reply, 240), "1 0 240 met 240"],
    ["is breached a minute after", (story) => story.when(luis, reply, 241), "1 0 240 breached 241"],
    ["never pauses", (story) => story.when(luis, { type: "wait" }, 10).when(carla, hear(200), 200), "1 0 240 runs"],
    [
      "is cancelled once the ticket is resolved",
      (story) => story.when(luis, { type: "resolve" }, 20),
      "1 0 240 cancelled 20",
    ],
    [
      "does not end with a claim, a note, a severity, a promised update or a status",
      (story) =>
        story
          .when(luis, { type: "claim" }, 1)
          .when(luis, { type: "note", text: "x", alreadyPosted: false }, 2)
          .when(luis, { type: "promiseUpdate", due: { by: "instant", at: monday + 600 * minutes } }, 3)
          .when(luis, { type: "setSeverity", severity: "high" }, 4),
      "1 0 240 runs",
    ],
  ])("%s", (_, acts, expected) => {
    expect(clockSpans(acts(open()), "firstResponse")).toEqual([expected]);
  });

  test("that was due at closing time is met during the night after it, and breached in the morning", () => {
    // Four office hours from ten: ten to two.
    expect(clockSpans(atOffice().when(luis, reply, 300), "firstResponse")).toEqual(["1 0 240 met 300"]);
    expect(clockSpans(atOffice().when(luis, reply, 331), "firstResponse")).toEqual(["1 0 240 breached 331"]);
  });
});

test("counts from the moment it is promised, if it was not promised at the opening", () => {
  const silent: Desk = {
    ...desk,
    plans: {
      premium: {
        key: "premium",
        calendar: "always",
        terms: termsIn("always", { ...sampleDesk.severities, low: {} }),
        phone: [],
        escalate: "broken",
        attainment: {},
        watch: null,
      },
    },
  };
  const low = open("low", silent);
  expect(clocksOf(low, "firstResponse")).toEqual([]);
  expect(clockSpans(low.when(luis, { type: "setSeverity", severity: "high" }, 30), "firstResponse")).toEqual([
    "1 0 240 runs",
  ]);
});
