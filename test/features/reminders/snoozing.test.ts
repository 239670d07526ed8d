import { describe, expect, test } from "vitest";
import { plan } from "../../../src/tickets/clocks/plan.ts";
import { given, minutes, monday, opening } from "../../support/given.ts";
import { promisingDesk, sampleDesk } from "../../support/sample-desk.ts";
import { refusalOf, ticketOf } from "../../support/story.ts";
import {
  ana,
  carla,
  clock,
  luis,
  marta,
  oliver,
  open,
  planned,
  remind,
  recipients,
  tom,
  used,
  withLadder,
} from "./ladder-story.ts";

describe("snoozing", () => {
  test.each<[string, number, readonly (readonly number[])[]]>([
    [
      "moves the steps before its end to its end",
      200,
      [
        [50, 200],
        [80, 200],
        [100, 240],
      ],
    ],
    [
      "leaves later steps unchanged",
      130,
      [
        [50, 130],
        [80, 192],
        [100, 240],
      ],
    ],
    [
      "never moves a step past the due time, and never moves the breach",
      900,
      [
        [50, 240],
        [80, 240],
        [100, 240],
      ],
    ],
  ])("%s", (_, until, expected) => {
    const story = open(sampleDesk).when(ana, { type: "snooze", until: monday + until * minutes }, 100);
    expect(planned(story)).toEqual(expected);
  });
  test("sends the reminder to the agent who snoozed when it ends", () => {
    const reminded = open(sampleDesk).when(clock, remind, 120);
    const snoozed = reminded.when(ana, { type: "snooze", until: monday + 136 * minutes }, 121);
    expect(planned(snoozed)).toEqual([
      [expect.closeTo(56.667, 3), 136],
      [80, 192],
      [100, 240],
    ]);
    const again = snoozed.when(clock, remind, 136);
    expect(recipients(again)).toEqual(["direct ana as asked"]);
    expect(planned(again).map(([at]) => at)).toEqual([80, 100]);
    // And once more, as often as they like, unless an agent pressed “I'm on it”.
    const more = again.when(ana, { type: "snooze", until: monday + 150 * minutes }, 137);
    expect(recipients(more.when(clock, remind, 150))).toEqual(["direct ana as asked"]);
    expect(planned(more.when(luis, { type: "acknowledge" }, 140)).map(([at]) => at)).toEqual([100]);
  });
  test("sends the agent the step that waited until then", () => {
    const snoozed = open(sampleDesk)
      .when(clock, remind, 120)
      .when(marta, { type: "snooze", until: monday + 200 * minutes }, 121);
    expect(planned(snoozed)).toEqual([
      [80, 200],
      [100, 240],
    ]);
    expect(recipients(snoozed.when(clock, remind, 200))).toEqual([
      "direct ana as manager",
      "direct luis as deputy",
      "direct marta as asked",
    ]);
  });
  test("reminds outside office hours too, if no more of the target was used", () => {
    const noon = given(withLadder(used(50))).when(oliver, opening("high", "slack:C0NORTH"), 120);
    const again = noon
      .when(clock, remind, 240)
      .when(luis, { type: "snooze", until: monday + 256 * minutes }, 241)
      .when(clock, remind, 256);
    expect(recipients(again)).toEqual(["direct luis as asked"]);
  });
  test("reminds before the breach, even if no working time is left until then", () => {
    const withUpdate = given(promisingDesk)
      .when(oliver, opening("high", "slack:C0NORTH"))
      .when(luis, { type: "promiseUpdate", due: { by: "instant", at: monday + 720 * minutes } }, 450)
      .when(clock, { type: "remind", clock: "update", cycle: 1 }, 500)
      .when(luis, { type: "snooze", until: monday + 600 * minutes }, 505);
    const steps = plan(ticketOf(withUpdate))
      .filter((each) => each.clock === "update")
      .map(({ step: at, at: when }) => [at, (when - monday) / minutes]);
    expect(steps).toEqual([
      [expect.closeTo(99.999, 6), 600],
      [100, 720],
    ]);
  });
  test("ends with its target", () => {
    const snoozed = given(sampleDesk)
      .when(carla, opening("medium"))
      .when(ana, { type: "snooze", until: monday + 230 * minutes }, 100);
    expect(planned(snoozed.when(luis, { type: "setSeverity", severity: "high" }, 110))).toEqual([
      [50, 120],
      [80, 192],
      [100, 240],
    ]);
  });
  test("needs a future time, a running clock and a member of staff", () => {
    const snooze = { type: "snooze", until: monday + 50 * minutes } as const;
    expect(refusalOf(open(sampleDesk).when(ana, snooze, 50))).toEqual({ reason: "timeHasPassed" });
    expect(refusalOf(open(sampleDesk).when(luis, { type: "resolve" }, 1).when(ana, snooze, 2))).toEqual({
      reason: "nothingRunning",
    });
    expect(refusalOf(open(sampleDesk).when(carla, snooze, 2))).toEqual({ reason: "notAllowed" });
    expect(refusalOf(open(sampleDesk).when(tom, snooze, 2))).toEqual({ reason: "notAllowed" });
  });
});
