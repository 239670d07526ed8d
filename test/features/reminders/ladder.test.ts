import { describe, expect, test } from "vitest";
import { ladderFor } from "../../../src/tickets/clocks/ladder.ts";
import { plan } from "../../../src/tickets/clocks/plan.ts";
import { cast, given, minutes, monday, opening, type Story } from "../../support/given.ts";
import { promisingDesk, sampleDesk } from "../../support/sample-desk.ts";
import { refusalOf, ticketOf } from "../../support/story.ts";
import {
  carla,
  clock,
  left,
  luis,
  notices,
  oliver,
  open,
  planned,
  remind,
  recipients,
  used,
  withLadder,
  withPeople,
} from "./ladder-story.ts";

const { sam } = cast;

describe("a step of the ladder", () => {
  test("by working time left comes that much working time before the due time", () => {
    expect(planned(open(withLadder(left(15), left(60))))).toEqual([
      [75, 180],
      [93.75, 225],
      [100, 240],
    ]);
    // Northwind: four office hours from ten end at two; Madrid's office is open until then.
    const office = given(withLadder(left(90))).when(oliver, opening("high", "slack:C0NORTH"), 120);
    // From noon: two hours until two, two more from half past three; ninety minutes before half past five.
    expect(planned(office)).toEqual([
      [62.5, 360],
      [100, 450],
    ]);
  });
  test("that would come before the clock starts is left out", () => {
    expect(planned(open(withLadder(left(240), left(300), left(239))))).toEqual([
      [expect.closeTo(0.4167, 3), 1],
      [100, 240],
    ]);
  });
  test("applies only to its severities and clocks", () => {
    const desk = withLadder(
      used(50, ["manager"], { severities: ["critical"] }),
      used(80, ["manager"], { clocks: ["resolution"] }),
      used(100),
    );
    expect(planned(open(desk, "high")).map(([at]) => at)).toEqual([100]);
    expect(planned(open(desk, "critical")).map(([at]) => at)).toEqual([50, 100]);
  });
  test("that coincides with another is one step with both recipients", () => {
    const [only, ...others] = ladderFor(
      [left(30, { tell: ["assignee"], mention: "triage" }), used(75, ["manager", { person: "tom" }])],
      "high",
      "firstResponse",
      120 * minutes,
    );
    expect(others).toEqual([]);
    expect(only).toMatchObject({ percent: 75, tell: ["assignee", "manager", { person: "tom" }], mention: "triage" });
  });
  test("goes to the assignee and to people by name", () => {
    const desk = withLadder(used(50, ["assignee", { person: "tom" }]));
    expect(recipients(open(desk).when(luis, { type: "claim" }, 1).when(clock, remind, 120))).toEqual([
      "direct luis as assignee",
      "direct tom as named",
    ]);
    expect(recipients(open(desk).when(clock, remind, 120))).toEqual(["direct tom as named"]);
  });
  test("that names only unavailable people mentions triage", () => {
    expect(recipients(open(withLadder(used(50, ["assignee", { person: "gone" }]))).when(clock, remind, 120))).toEqual([
      "mention ana",
    ]);
  });
  test("goes by e-mail if it says so and the person has an address", () => {
    const desk = withPeople(
      { eva: { email: "eva@example.com" } },
      withLadder(used(50, ["head"], { email: ["head", "manager"] })),
    );
    expect(recipients(open(desk).when(clock, remind, 120))).toEqual(["direct eva as head", "email eva as head"]);
  });
  test("beyond the breach comes that much working time later, and only the end of the clock stops it", () => {
    const desk = withLadder(used(50), used(100), used(150), used(300));
    const late = open(desk)
      .when(luis, { type: "acknowledge" }, 1)
      .when(luis, { type: "snooze", until: monday + 900 * minutes }, 2);
    expect(planned(late)).toEqual([
      [100, 240],
      [150, 360],
      [300, 720],
    ]);
    expect(planned(late.when(clock, remind, 240))).toEqual([
      [150, 360],
      [300, 720],
    ]);
    const again = late.when(clock, remind, 240).when(clock, remind, 360);
    expect(notices(again).map(({ step: at }) => at)).toEqual([150]);
    expect(planned(again.when(luis, { type: "reply", text: "Here we are.", alreadyPosted: false }, 400))).toEqual([]);
    // Four office hours from ten end at two; two more begin at half past three.
    const office = given(desk).when(oliver, opening("high", "slack:C0NORTH"));
    expect(planned(office)[2]).toEqual([150, 330 + 120]);
  });
  test("is never planned for a time before its target was set", () => {
    const raised = given(sampleDesk)
      .when(carla, opening("medium"))
      .when(luis, { type: "setSeverity", severity: "high" }, 200);
    expect(planned(raised)).toEqual([
      [50, 200],
      [80, 208],
      [100, 260],
    ]);
  });
});

describe("“I'm on it”", () => {
  const onIt = open(promisingDesk)
    .when(luis, { type: "promiseUpdate", due: { by: "instant", at: monday + 900 * minutes } }, 1)
    .when(luis, { type: "acknowledge" }, 2);
  const quiet = (story: Story) => plan(ticketOf(story)).every((each) => each.step === 100);
  const who = (story: Story) => ticketOf(story).sla.clocks.map(({ acknowledged }) => acknowledged?.by ?? null);

  test("ends when the severity rises, for every running clock", () => {
    expect(quiet(onIt)).toBe(true);
    const raised = onIt.when(luis, { type: "setSeverity", severity: "critical" }, 10);
    expect(who(raised)).toEqual([null, null, null]);
    expect(planned(raised).map(([at]) => at)).toEqual([50, 80, 100]);
    expect(refusalOf(raised.when(luis, { type: "acknowledge" }, 11))).toBeNull();
  });
  test("ends when a faster plan is applied, and stays under a slower one", () => {
    // At night, office hours begin on Monday; Acme's plan counts round the clock.
    const atNight = 5 * 1440 + 10 * 60;
    const acknowledged = given(sampleDesk)
      .when(sam, opening("high", "slack:C0RANDOM"), atNight)
      .when(luis, { type: "acknowledge" }, atNight + 1);
    const faster = acknowledged.when(luis, { type: "setAccount", account: "acme" }, atNight + 2);
    expect([who(acknowledged), who(faster)]).toEqual([["luis"], [null]]);
    expect(planned(faster).map(([at]) => at)).toEqual([50, 80, 100]);
    const again = faster.when(luis, { type: "acknowledge" }, atNight + 3);
    expect(who(again.when(luis, { type: "setAccount", account: "northwind" }, atNight + 4))).toEqual(["luis"]);
  });
  test("stays when the severity is lowered or confirmed", () => {
    const ofWhich = (severity: "high" | "medium") =>
      onIt.when(luis, { type: "setSeverity", severity, reason: "x" }, 10);
    for (const story of [ofWhich("high"), ofWhich("medium")]) {
      expect(who(story)).toEqual(["luis", "luis", "luis"]);
      expect(quiet(story)).toBe(true);
    }
  });
});

test("a person who is notified anyway and deputises for another takes over the other's remaining routes", () => {
  const desk = withPeople(
    { ana: { email: "ana@example.com", outUntil: monday + 9_999 * minutes } },
    withLadder(used(50, ["deputy", "manager"])),
  );
  const [only, ...others] = notices(open(desk).when(clock, remind, 120));
  expect(others).toEqual([]);
  expect(only?.skipped.map(({ to: notifyTarget }) => notifyTarget)).toEqual([
    { how: "direct", person: "ana", as: "manager" },
  ]);
  expect(only?.next).toEqual([
    { how: "mention", person: "luis" },
    { how: "direct", person: "eva", as: "head" },
    { how: "email", person: "ana", as: "manager" },
  ]);
});
