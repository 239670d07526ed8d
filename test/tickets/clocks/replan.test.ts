import { describe, expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { clockKinds } from "../../../src/sla/clock-kinds.ts";
import type { StepTime } from "../../../src/sla/ladder-step.ts";
import { severities } from "../../../src/sla/severity.ts";
import { given, minutes } from "../../support/given.ts";
import { promisingDesk, sampleDesk, termsIn } from "../../support/sample-desk.ts";
import { refusalOf } from "../../support/story.ts";
import { clock, desk, luis, open, clockSpans } from "./clock-story.ts";

describe("the desk file", () => {
  const stricter: Desk = { ...desk, plans: sampleDesk.plans };
  const high = { firstResponse: { days: 0, ms: 6 * 60 * minutes } };
  test("moves no open target by itself; a replan by an admin moves it once", () => {
    const later = given(stricter, open().events);
    expect(clockSpans(later, "firstResponse")).toEqual(["1 0 240 runs"]);
    const softer: Desk = {
      ...desk,
      plans: {
        premium: {
          key: "premium",
          calendar: "always",
          terms: termsIn("always", { ...sampleDesk.severities, high }),
          phone: [],
          escalate: "broken",
          attainment: {},
          watch: null,
        },
      },
    };
    const replanned = given(softer, open().events).when(clock, { type: "replan" }, 10);
    expect(clockSpans(replanned, "firstResponse")).toEqual(["1 0 360 runs"]);
    expect(clockSpans(replanned, "resolution")).toEqual(["1 0 960 cancelled 10"]);
    expect(refusalOf(replanned.when(clock, { type: "replan" }, 20))).toEqual({ reason: "notDue" });
    expect(refusalOf(replanned.when(luis, { type: "replan" }, 20))).toEqual({ reason: "notAllowed" });
  });
  test.each<[string, StepTime]>([
    ["fits only the time that grace added", { by: "left", ms: 60 * minutes }],
    ["comes together with another only if grace added no time", { by: "left", ms: 30 * minutes }],
  ])("moves no target that follows it already, even if a step by time left %s", (_, when) => {
    const step = { clocks: clockKinds, severities, tell: ["manager"], email: [], mention: null } as const;
    const percents = [50, 100].map((percent) => ({ ...step, when: { by: "used", percent } as const }));
    const raised = open("low", { ...promisingDesk, ladder: [{ ...step, when }, ...percents] }).when(
      luis,
      { type: "setSeverity", severity: "critical" },
      300,
    );
    expect(clockSpans(raised, "firstResponse")).toEqual(["1 0 315 runs"]);
    for (const after of [301, 314, 400])
      expect(refusalOf(raised.when(clock, { type: "replan" }, after))).toEqual({ reason: "notDue" });
  });
});
