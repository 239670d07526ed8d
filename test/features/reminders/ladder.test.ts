import type { ReminderNotification } from "../../../src/tickets/routes/notification-route.ts";
import type { LadderStep, Recipient } from "../../../src/sla/ladder-step.ts";
import { clockKinds } from "../../../src/sla/clock-kinds.ts";
import { describe, expect, test } from "vitest";
import type { Desk, Person } from "../../../src/desk/desk.ts";
import { ladderFor } from "../../../src/tickets/clocks/ladder.ts";
import { plan } from "../../../src/tickets/clocks/plan.ts";
import { severities } from "../../../src/sla/severity.ts";
import { cast, given, minutes, monday, opening, type Story } from "../../support/given.ts";
import { promisingDesk, sampleDesk } from "../../support/sample-desk.ts";
import { refusalOf, ticketOf } from "../../support/story.ts";

const { carla, oliver, luis, marta, ana, tom, clock } = cast;
const remind = { type: "remind", clock: "firstResponse", cycle: 1 } as const;

const step = (more: Partial<LadderStep>): LadderStep => ({
  when: { by: "used", percent: 50 },
  severities,
  clocks: clockKinds,
  tell: ["manager"],
  email: [],
  mention: null,
  ...more,
});
const used = (percent: number, tell: readonly Recipient[] = ["manager"], more: Partial<LadderStep> = {}): LadderStep =>
  step({ when: { by: "used", percent }, tell, ...more });
const left = (count: number, more: Partial<LadderStep> = {}): LadderStep =>
  step({ when: { by: "left", ms: count * minutes }, ...more });

const withLadder = (...ladder: readonly LadderStep[]): Desk => ({ ...sampleDesk, ladder });
const withPeople = (changes: Readonly<Record<string, Partial<Person>>>, desk: Desk = sampleDesk): Desk => ({
  ...desk,
  people: Object.fromEntries(Object.entries(desk.people).map(([key, person]) => [key, { ...person, ...changes[key] }])),
});

const planned = (story: Story) =>
  plan(ticketOf(story))
    .filter((each) => each.clock === "firstResponse")
    .map(({ step: at, at: when }) => [at, (when - monday) / minutes]);

const nameOf = ({ to: notifyTarget }: Pick<ReminderNotification, "to">): string =>
  notifyTarget.how === "mention"
    ? `mention ${notifyTarget.person}${notifyTarget.notifies === false ? " unrung" : ""}`
    : `${notifyTarget.how} ${notifyTarget.person} as ${notifyTarget.as}`;
const passedOver = (notice: ReminderNotification): string =>
  notice.skipped.map((each) => `${each.to.person} ${each.why.is}`).join(", ");
const notices = (story: Story): readonly ReminderNotification[] => {
  const event = story.events.at(-1);
  if (event?.type !== "reminded") throw new Error("not reminded");
  return event.notices;
};
const told = (story: Story): readonly string[] =>
  notices(story).map((notice) => {
    const passed = passedOver(notice);
    return passed === "" ? nameOf(notice) : `${nameOf(notice)} (${passed})`;
  });
const open = (desk: Desk, severity: "critical" | "high" = "high"): Story => given(desk).when(carla, opening(severity));

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
    expect(told(open(desk).when(luis, { type: "claim" }, 1).when(clock, remind, 120))).toEqual([
      "direct luis as assignee",
      "direct tom as named",
    ]);
    expect(told(open(desk).when(clock, remind, 120))).toEqual(["direct tom as named"]);
  });
  test("that names only unavailable people mentions triage", () => {
    expect(told(open(withLadder(used(50, ["assignee", { person: "gone" }]))).when(clock, remind, 120))).toEqual([
      "mention ana",
    ]);
  });
  test("goes by e-mail if it says so and the person has an address", () => {
    const desk = withPeople(
      { eva: { email: "eva@example.com" } },
      withLadder(used(50, ["head"], { email: ["head", "manager"] })),
    );
    expect(told(open(desk).when(clock, remind, 120))).toEqual(["direct eva as head", "email eva as head"]);
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
  test("stays when the severity is lowered or confirmed", () => {
    const ofWhich = (severity: "high" | "medium") =>
      onIt.when(luis, { type: "setSeverity", severity, reason: "x" }, 10);
    for (const story of [ofWhich("high"), ofWhich("medium")]) {
      expect(who(story)).toEqual(["luis", "luis", "luis"]);
      expect(quiet(story)).toBe(true);
    }
  });
});

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
    expect(told(again)).toEqual(["direct ana as asked"]);
    expect(planned(again).map(([at]) => at)).toEqual([80, 100]);
    // And once more, as often as they like; not once somebody is on it.
    const more = again.when(ana, { type: "snooze", until: monday + 150 * minutes }, 137);
    expect(told(more.when(clock, remind, 150))).toEqual(["direct ana as asked"]);
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
    expect(told(snoozed.when(clock, remind, 200))).toEqual([
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
    expect(told(again)).toEqual(["direct luis as asked"]);
  });
  test("reminds before the breach, even if no working time is left until then", () => {
    const promised = given(promisingDesk)
      .when(oliver, opening("high", "slack:C0NORTH"))
      .when(luis, { type: "promiseUpdate", due: { by: "instant", at: monday + 720 * minutes } }, 450)
      .when(clock, { type: "remind", clock: "update", cycle: 1 }, 500)
      .when(luis, { type: "snooze", until: monday + 600 * minutes }, 505);
    const steps = plan(ticketOf(promised))
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
    const wish = { type: "snooze", until: monday + 50 * minutes } as const;
    expect(refusalOf(open(sampleDesk).when(ana, wish, 50))).toEqual({ reason: "timeHasPassed" });
    expect(refusalOf(open(sampleDesk).when(luis, { type: "resolve" }, 1).when(ana, wish, 2))).toEqual({
      reason: "nothingRunning",
    });
    expect(refusalOf(open(sampleDesk).when(carla, wish, 2))).toEqual({ reason: "notAllowed" });
    expect(refusalOf(open(sampleDesk).when(tom, wish, 2))).toEqual({ reason: "notAllowed" });
  });
});

describe("a person who is out", () => {
  const until = monday + 1000 * minutes;
  const out = { outUntil: until };
  test.each<[string, Desk, number, readonly string[]]>([
    ["is replaced by the deputy", withPeople({ ana: out }), 120, ["direct luis as deputy (ana out)"]],
    [
      "is replaced once if the deputy is notified anyway",
      withPeople({ ana: out }),
      192,
      ["direct luis as deputy (ana out)"],
    ],
    [
      "is replaced by triage if the deputy is out too",
      withPeople({ ana: out, luis: out }),
      120,
      ["mention eva (ana out, luis out)"],
    ],
    [
      "is replaced by triage without a deputy",
      withPeople({ ana: { ...out, deputy: null } }),
      120,
      ["mention eva (ana out)"],
    ],
    [
      "is notified again from the moment they are back",
      withPeople({ ana: { outUntil: monday + 120 * minutes } }),
      120,
      ["direct ana as manager"],
    ],
    [
      "is not mentioned twice in triage",
      withPeople({ ana: { ...out, deputy: null }, eva: out }),
      240,
      ["mention ana unrung (ana out, eva out)"],
    ],
    [
      "is not mentioned in triage, and an available person of the same step is",
      withPeople({ ana: out }),
      240,
      ["direct luis as deputy (ana out)", "direct eva as head", "mention luis"],
    ],
    [
      "is named in triage without a mention if all of them are out",
      withPeople({ ana: out, luis: out, eva: out }),
      240,
      ["mention ana unrung (ana out, luis out, eva out)"],
    ],
  ])("%s", (_, desk, after, expected) => {
    expect(told(open(desk).when(clock, remind, after))).toEqual(expected);
  });
  test("is skipped further down the ladder too, and notified if no other person is left", () => {
    const desk = withPeople({ ana: out, eva: out });
    const reminded = open(desk).when(clock, remind, 120);
    const [notice] = notices(reminded);
    if (notice === undefined) throw new Error("no notice");
    expect(notice.next.map((notifyTarget) => `${notifyTarget.how} ${notifyTarget.person}`)).toEqual([
      "mention ana",
      "direct eva",
    ]);
    const first = reminded.when(clock, { type: "takeFallback", notice, why: "cannot_dm" }, 121).events.at(-1);
    if (first?.type !== "fallbackTaken" || first.next === null) throw new Error("no next");
    expect(nameOf(first.next)).toBe("mention luis");
    const last = reminded.when(clock, { type: "takeFallback", notice: first.next, why: "archived" }, 122).events.at(-1);
    if (last?.type !== "fallbackTaken" || last.next === null) throw new Error("nobody was told");
    expect(nameOf(last.next)).toBe("direct eva as head");
    expect(passedOver(last.next)).toBe("ana out, luis failed, luis failed, eva out");
  });
  test("is not notified by a mention, whoever the mention is for", () => {
    const desk = withPeople({ ana: out, luis: { roles: ["agent"] } });
    const claimed = open(withPeople({ ana: { ...out, deputy: null } }, desk)).when(luis, { type: "claim" }, 1);
    expect(told(claimed.when(clock, remind, 120))).toEqual(["mention luis (ana out)"]);
    const nobodys = given(withPeople({ eva: out })).when(oliver, opening("high", "slack:C0NORTH"), 120);
    expect(told(nobodys.when(clock, remind, 360))).toEqual(["mention null unrung"]);
  });
  test.each<[string, Desk, number, number, string]>([
    [
      "the deputy is instead",
      withPeople({ ana: out }),
      120,
      0,
      "direct luis as deputy (ana out) then mention ana, direct eva as head",
    ],
    [
      "triage is, if the deputy is out too",
      withPeople({ ana: out, luis: out }),
      120,
      0,
      "mention eva (ana out, luis out) then direct eva as head",
    ],
    [
      "triage is, even if it is notified anyway",
      withPeople({ ana: out, luis: out }),
      240,
      0,
      "mention eva (ana out, luis out) then ",
    ],
    ["triage is, for a head too", withPeople({ eva: out }), 240, 1, "mention ana (eva out) then "],
  ])("is not notified of a reminder that was planned before: %s", (_, desk, after, index, expected) => {
    const reminded = open(sampleDesk).when(clock, remind, after);
    const notice = notices(reminded)[index];
    if (notice === undefined) throw new Error("no notice");
    const wish = { type: "reroute", notice } as const;
    const event = given(desk, reminded.events)
      .when(clock, wish, after + 1)
      .events.at(-1);
    if (event?.type !== "fallbackTaken" || event.next === null) throw new Error("not passed over");
    expect(event.why).toEqual({ is: "out", until });
    const left = event.next.next.map((notifyTarget) => nameOf({ to: notifyTarget })).join(", ");
    expect(`${nameOf(event.next)} (${passedOver(event.next)}) then ${left}`).toBe(expected);
    expect(refusalOf(reminded.when(clock, wish, after + 1))).toEqual({ reason: "notDue" });
    // Once it is a mention, or where nobody else is there, it stays where it is.
    const last = {
      ...notice,
      to: { how: "direct", person: "ana", as: "manager" },
      next: [],
      skipped: [{ to: { how: "mention", person: "ana" }, why: { is: "failed", error: "is_archived" } }],
    } as const;
    const all = given(withPeople({ ana: out, luis: out, eva: out }), reminded.events);
    for (const stays of [last, event.next.to.how === "mention" ? event.next : last])
      expect(refusalOf(all.when(clock, { type: "reroute", notice: stays }, after + 2))).toEqual({ reason: "notDue" });
  });
  test("is notified by e-mail before the head, if everything in chat failed", () => {
    const desk = withPeople({ ana: { email: "ana@example.com" } });
    const [notice] = notices(open(desk).when(clock, remind, 120));
    expect(notice?.next.map((notifyTarget) => `${notifyTarget.how} ${notifyTarget.person}`)).toEqual([
      "direct luis",
      "mention ana",
      "email ana",
      "direct eva",
    ]);
  });
});

describe("quiet hours", () => {
  // Monday ten in the morning in Madrid is nine in London.
  const night = { from: 22 * 60, to: 7 * 60 };
  const at = (hour: number): number => (hour - 10) * 60;
  const desk = (person: Partial<Person>): Desk => withPeople({ ana: { quiet: night, ...person } }, promisingDesk);
  const toldAt = (hour: number, of: Desk, severity: "critical" | "high"): readonly string[] =>
    told(
      given(of)
        .when(carla, opening(severity), at(hour) - 240)
        .when(clock, remind, at(hour)),
    );

  test.each<[string, readonly string[]]>([
    ["21", ["direct ana as manager", "direct eva as head", "mention ana"]],
    ["22", ["direct luis as deputy (ana quiet)", "direct eva as head", "mention luis"]],
    ["30", ["direct luis as deputy (ana quiet)", "direct eva as head", "mention luis"]],
    ["31", ["direct ana as manager", "direct eva as head", "mention ana"]],
  ])("route a reminder at hour %s of Monday to %j", (hour, expected) => {
    expect(toldAt(Number(hour), desk({}), "high")).toEqual(expected);
  });
  test("are in the person's own zone", () => {
    expect(toldAt(22, desk({ timezone: "Europe/London" }), "high")[0]).toBe("direct ana as manager");
    expect(toldAt(23, desk({ timezone: "Europe/London" }), "high")[0]).toBe("direct luis as deputy (ana quiet)");
  });
  const planIs = (calendar: "office" | "always"): Story => {
    const { premium } = promisingDesk.plans;
    const plans =
      premium === undefined
        ? {}
        : {
            premium: {
              ...premium,
              calendar,
              terms: { ...premium.terms, critical: { ...premium.terms.critical, calendar } },
            },
          };
    return open({ ...desk({}), plans }, "critical");
  };
  test("are broken by a critical ticket on a calendar that never closes, and by no other", () => {
    expect(toldAt(23, desk({}), "critical")).toEqual(["direct ana as manager", "direct eva as head", "mention ana"]);
    const until = monday + at(30) * minutes;
    expect(toldAt(23, desk({ outUntil: until }), "critical").at(-1)).toBe("mention luis");
    // Due at eleven in the morning, and only noticed at night.
    const office = planIs("office").when(clock, remind, at(23));
    expect(told(office)[0]).toBe("direct luis as deputy (ana quiet)");
    expect(told(planIs("always").when(clock, remind, at(23)))[0]).toBe("direct ana as manager");
  });
  test("within one day do not wrap around midnight", () => {
    const noon = desk({ quiet: { from: 13 * 60, to: 15 * 60 } });
    expect(toldAt(14, noon, "high")[0]).toBe("direct luis as deputy (ana quiet)");
    expect(toldAt(15, noon, "high")[0]).toBe("direct ana as manager");
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
