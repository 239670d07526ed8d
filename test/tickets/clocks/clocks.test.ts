import type { ReminderNotification } from "../../../src/tickets/routes/notification-route.ts";
import type { Clock } from "../../../src/sla/clock.ts";
import type { StepTime } from "../../../src/sla/ladder-step.ts";
import { clockKinds, type ClockKind } from "../../../src/sla/clock-kinds.ts";
import { describe, expect, test } from "vitest";
import { effects } from "../../../src/tickets/evolve.ts";
import { plan } from "../../../src/tickets/clocks/plan.ts";
import type { Desk } from "../../../src/desk/desk.ts";
import { severities } from "../../../src/sla/severity.ts";
import { cast, given, minutes, monday, opening, type Story, type Wish } from "../../support/given.ts";
import { promisingDesk, sampleDesk, termsIn } from "../../support/sample-desk.ts";
import { refusalOf, ticketOf } from "../../support/story.ts";

const { carla, oliver, sam, luis, clock } = cast;

const reply = { type: "reply", text: "We look into it.", alreadyPosted: false } as const;
const hear = (after: number) =>
  ({ type: "receiveMessage", text: "Any news?", wroteAt: monday + after * minutes }) as const;

const inThread = (id: string) => ({ channel: "slack:C0ACME", id }) as const;

const clocksOf = (story: Story, kind: ClockKind): readonly Clock[] =>
  ticketOf(story).sla.clocks.filter((each) => each.kind === kind);
const latest = (story: Story, kind: ClockKind): Clock => {
  const found = clocksOf(story, kind).at(-1);
  if (found === undefined) throw new Error(`no ${kind} clock`);
  return found;
};
const due = (story: Story, kind: ClockKind): number => (latest(story, kind).target.due - monday) / minutes;
/** Start, due and end of each clock of a kind, in minutes since Monday ten o'clock. */
const told = (story: Story, kind: ClockKind): readonly string[] =>
  clocksOf(story, kind).map(({ cycle, startedAt, target: promise, end }) =>
    [
      cycle,
      (startedAt - monday) / minutes,
      (promise.due - monday) / minutes,
      end === null ? "runs" : `${end.how} ${(end.at - monday) / minutes}`,
    ].join(" "),
  );

const desk = promisingDesk;
const open = (severity: "critical" | "high" | "medium" | "low" = "high", of: Desk = desk): Story =>
  given(of).when(carla, opening(severity));
/** In office hours of Madrid: Monday ten is an hour after opening. */
const atOffice = (severity: "critical" | "high" | "medium" | "low" = "high"): Story =>
  given(desk).when(oliver, opening(severity, "slack:C0NORTH"));

describe("the first response clock", () => {
  test.each<[string, (story: Story) => Story, string]>([
    ["ends with the first public message of staff", (story) => story.when(luis, reply, 60), "1 0 240 met 60"],
    ["is met at the very moment it is due", (story) => story.when(luis, reply, 240), "1 0 240 met 240"],
    ["is breached a minute after", (story) => story.when(luis, reply, 241), "1 0 240 breached 241"],
    ["never pauses", (story) => story.when(luis, { type: "wait" }, 10).when(carla, hear(200), 200), "1 0 240 runs"],
    [
      "is cancelled once the ticket is resolved",
      (story) => story.when(luis, { type: "resolve" }, 20),
      "1 0 240 dropped 20",
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
    expect(told(acts(open()), "firstResponse")).toEqual([expected]);
  });

  test("that was due at closing time is met during the night after it, and breached in the morning", () => {
    // Four office hours from ten: ten to two.
    expect(told(atOffice().when(luis, reply, 300), "firstResponse")).toEqual(["1 0 240 met 300"]);
    expect(told(atOffice().when(luis, reply, 331), "firstResponse")).toEqual(["1 0 240 breached 331"]);
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
      },
    },
  };
  const low = open("low", silent);
  expect(clocksOf(low, "firstResponse")).toEqual([]);
  expect(told(low.when(luis, { type: "setSeverity", severity: "high" }, 30), "firstResponse")).toEqual([
    "1 0 240 runs",
  ]);
});

describe("the next response clock", () => {
  const answered = open().when(luis, reply, 10);

  test.each<[string, (story: Story) => Story, readonly string[]]>([
    ["does not run while no customer message is unanswered", (story) => story, []],
    ["starts at the platform's time of the message", (story) => story.when(carla, hear(20), 25), ["1 20 140 runs"]],
    [
      "does not move with further messages",
      (story) => story.when(carla, hear(20), 20).when(carla, hear(50), 50),
      ["1 20 140 runs"],
    ],
    [
      "moves to an earlier message that arrives late",
      (story) => story.when(carla, hear(50), 50).when(carla, hear(20), 51),
      ["1 20 140 runs"],
    ],
    [
      "ends with a public reply, and gets a new cycle for each wait",
      (story) => story.when(carla, hear(20), 20).when(luis, reply, 60).when(carla, hear(100), 100),
      ["1 20 140 met 60", "2 100 220 runs"],
    ],
    [
      "is breached after its due time",
      (story) => story.when(carla, hear(20), 20).when(luis, reply, 141),
      ["1 20 140 breached 141"],
    ],
    [
      "ends on resolve",
      (story) => story.when(carla, hear(20), 20).when(luis, { type: "resolve" }, 70),
      ["1 20 140 met 70"],
    ],
    [
      "starts for a message that crossed a reply, at the time it was written",
      (story) => story.when(carla, hear(5), 30),
      ["1 5 125 runs"],
    ],
    [
      "does not start for a message that staff wrote below, whenever it arrives",
      (story) =>
        story
          .when(luis, { ...reply, alreadyPosted: true, message: inThread("2") }, 20)
          .when(carla, { ...hear(15), message: inThread("1") }, 30),
      [],
    ],
    [
      "starts for a message that staff who wrote elsewhere have not seen",
      (story) =>
        story
          .when(luis, { ...reply, alreadyPosted: true, message: inThread("2") }, 20)
          .when(carla, { ...hear(15), message: { channel: "slack:D0CARLA", id: "1" } }, 30),
      ["1 15 135 runs"],
    ],
    [
      "does not end with a reply that is older than the message",
      (story) => story.when(carla, hear(20), 20).when(luis, reply, 15),
      ["1 20 140 runs"],
    ],
    [
      "starts again with the earliest message that a late reply leaves unanswered",
      (story) =>
        story.when(carla, hear(20), 20).when(carla, hear(40), 40).when(carla, hear(50), 50).when(luis, reply, 30),
      ["1 20 140 met 30", "2 40 160 runs"],
    ],
    [
      "does not start on a resolved ticket",
      (story) => story.when(luis, { type: "resolve" }, 20).when(carla, hear(30), 30),
      [],
    ],
    [
      "starts when the customer reopens the ticket",
      (story) => story.when(luis, { type: "resolve" }, 20).when(carla, { type: "reopen" }, 60),
      ["1 60 180 runs"],
    ],
    [
      "does not start when staff reopen the ticket",
      (story) => story.when(luis, { type: "resolve" }, 20).when(luis, { type: "reopen" }, 60),
      [],
    ],
  ])("%s", (_, acts, expected) => {
    expect(told(acts(answered), "nextResponse")).toEqual(expected);
  });

  test("runs only after a first response", () => {
    const story = open().when(carla, hear(5), 5).when(carla, hear(8), 8);
    expect(clocksOf(story, "nextResponse")).toEqual([]);
    expect(clocksOf(story.when(luis, reply, 10), "nextResponse")).toEqual([]);
    // Written at eight, replied at seven: the message at eight is not answered by it.
    expect(told(story.when(luis, reply, 7), "nextResponse")).toEqual(["1 8 128 runs"]);
  });

  test("is a first response again if the plan has no next response, or if the customer was never answered", () => {
    const plain = open("high", sampleDesk).when(luis, reply, 10).when(luis, { type: "resolve" }, 20);
    expect(told(plain.when(carla, { type: "reopen" }, 60), "firstResponse")).toEqual([
      "1 0 240 met 10",
      "2 60 300 runs",
    ]);
    const never = open().when(luis, { type: "resolve" }, 20).when(luis, { type: "reopen" }, 60);
    expect(told(never, "firstResponse")).toEqual(["1 0 240 cancelled 20", "2 60 300 runs"]);
    expect(clocksOf(never, "nextResponse")).toEqual([]);
  });

  test("is not due earlier than grace allows if an earlier message arrives late", () => {
    const raised = answered.when(carla, hear(100), 100).when(luis, { type: "setSeverity", severity: "critical" }, 155);
    expect(told(raised, "nextResponse")).toEqual(["1 100 170 runs"]);
    expect(told(raised.when(carla, hear(90), 156), "nextResponse")).toEqual(["1 90 170 runs"]);
  });

  test("counts from the earliest message, even from one that was written before it was promised", () => {
    const before = given(sampleDesk).when(carla, opening("high")).when(luis, reply, 10).when(carla, hear(20), 20);
    expect(told(given(desk, before.events).when(carla, hear(50), 50), "nextResponse")).toEqual(["1 20 140 runs"]);
  });

  test("does not run beside a first response that counts the same wait", () => {
    const again = open().when(luis, { type: "resolve" }, 0).when(carla, { type: "reopen" }, 10);
    const late = again.when(luis, reply, 5);
    expect(told(late, "firstResponse")).toEqual(["1 0 240 cancelled 0", "2 10 250 runs"]);
    expect(clocksOf(late, "nextResponse")).toEqual([]);
  });

  test("starts when the plan begins to promise it, counted from the message, and is due no earlier than grace allows", () => {
    const low = open("low").when(luis, reply, 10).when(carla, hear(20), 20);
    expect(clocksOf(low, "nextResponse")).toEqual([]);
    expect(told(low.when(luis, { type: "setSeverity", severity: "high" }, 30), "nextResponse")).toEqual([
      "1 20 140 runs",
    ]);
    expect(told(low.when(luis, { type: "setSeverity", severity: "high" }, 130), "nextResponse")).toEqual([
      "1 20 160 runs",
    ]);
  });
});

describe("the resolution clock", () => {
  test.each<[string, Story, string]>([
    ["runs from the opening", open(), "1 0 960 runs"],
    [
      "is paused while waiting on the customer, until they write",
      open().when(luis, { type: "wait" }, 100).when(carla, hear(300), 310),
      "1 0 1160 runs",
    ],
    [
      "gets no time for a message that is older than the wait",
      open().when(luis, { type: "wait" }, 100).when(carla, hear(90), 110),
      "1 0 960 runs",
    ],
    [
      "counts each wait once",
      open()
        .when(luis, { type: "wait" }, 100)
        .when(carla, hear(200), 200)
        .when(luis, { type: "wait" }, 300)
        .when(carla, hear(350), 350),
      "1 0 1110 runs",
    ],
    ["is met if the ticket is resolved in time", open().when(luis, { type: "resolve" }, 960), "1 0 960 met 960"],
    ["is breached a minute after", open().when(luis, { type: "resolve" }, 961), "1 0 960 breached 961"],
    [
      "is met while it is paused, if that is in time",
      open().when(luis, { type: "wait" }, 900).when(luis, { type: "resolve" }, 5000),
      "1 0 960 met 5000",
    ],
    [
      "stays breached if the wait began too late",
      open().when(luis, { type: "wait" }, 961).when(luis, { type: "resolve" }, 5000),
      "1 0 960 breached 5000",
    ],
    [
      "does not move with a wait after its due time",
      open().when(luis, { type: "wait" }, 961).when(carla, hear(2000), 2000),
      "1 0 960 runs",
    ],
    [
      "continues after a reopening without the closed span",
      open().when(luis, { type: "resolve" }, 400).when(luis, { type: "reopen" }, 2400),
      "1 0 2960 runs",
    ],
    [
      "counts a wait that ended in resolving as one span",
      open()
        .when(luis, { type: "wait" }, 300)
        .when(luis, { type: "resolve" }, 400)
        .when(carla, { type: "reopen" }, 2400),
      "1 0 3060 runs",
    ],
  ])("%s", (_, story, expected) => {
    expect(told(story, "resolution")).toEqual([expected]);
  });

  test("pauses in working time: a wait over the night costs only its office hours", () => {
    // Sixteen office hours from Monday ten: four until two, three until half past six, eight on Tuesday, one on Wednesday.
    expect(new Date(latest(atOffice(), "resolution").target.due).toISOString()).toBe("2026-01-14T09:00:00.000Z");
    const waited = atOffice()
      .when(luis, { type: "wait" }, 8 * 60)
      .when(oliver, hear(24 * 60), 24 * 60);
    // From Monday six in the evening to Tuesday ten: half an hour and one hour.
    expect(new Date(latest(waited, "resolution").target.due).toISOString()).toBe("2026-01-14T10:30:00.000Z");
  });

  test("keeps its pauses in order, whatever arrives late", () => {
    const { pauses } = ticketOf(
      open()
        .when(luis, { type: "wait" }, 100)
        // Written before the wait began, it does not end it.
        .when(carla, hear(90), 110)
        .when(carla, hear(200), 201)
        .when(luis, { type: "wait" }, 195),
    ).sla;
    expect(
      pauses.map(({ from, to }) => [(from - monday) / minutes, to === null ? null : (to - monday) / minutes]),
    ).toEqual([
      [100, 200],
      [200, null],
    ]);
  });

  test("has no reminders while it is paused, except for a breach before the pause", () => {
    const steps = (story: Story) =>
      plan(ticketOf(story))
        .filter((each) => each.clock === "resolution")
        .map(({ step, at }) => [step, (at - monday) / minutes]);
    const waiting = open().when(luis, { type: "wait" }, 100);
    expect(steps(waiting)).toEqual([]);
    expect(steps(waiting.when(carla, hear(300), 300))).toEqual([
      [50, 680],
      [80, 968],
      [100, 1160],
    ]);
    // What nobody was told of in time is due when it goes on, and the rest later by the pause.
    const late = open().when(luis, { type: "wait" }, 500);
    expect(steps(late)).toEqual([]);
    expect(steps(late.when(carla, hear(600), 600))).toEqual([
      [50, 600],
      [80, 868],
      [100, 1060],
    ]);
    const missed = open().when(luis, { type: "wait" }, 1000);
    expect(steps(missed)).toEqual([[100, 960]]);
    expect(steps(missed.when(carla, hear(1100), 1100))).toEqual([
      [50, 960],
      [80, 960],
      [100, 960],
    ]);
  });

  test("that moved while it was paused has its steps once it continues, and none of them late", () => {
    const story = open("medium")
      .when(luis, { type: "wait" }, 900)
      .when(luis, { type: "setSeverity", severity: "high" }, 1500)
      .when(carla, hear(4000), 4000);
    const steps = plan(ticketOf(story)).filter((each) => each.clock === "resolution");
    expect(steps.map(({ step, at }) => [step, (at - monday) / minutes]).slice(0, 2)).toEqual([
      [50, 4000],
      [80, 4012],
    ]);
  });

  test("that continues after a reopening is neither acknowledged nor snoozed", () => {
    const story = open()
      .when(luis, reply, 5)
      .when(luis, { type: "acknowledge" }, 10)
      .when(luis, { type: "snooze", until: monday + 900 * minutes }, 10)
      .when(luis, { type: "resolve" }, 20)
      .when(luis, { type: "reopen" }, 30);
    expect(latest(story, "resolution")).toMatchObject({ end: null, acknowledged: null, snoozed: null });
  });

  const remind: Wish = { type: "remind", clock: "resolution", cycle: 1 };
  const noticeOf = (story: Story): ReminderNotification => {
    const event = story.events.findLast((each) => each.type === "reminded");
    const notice = event?.type === "reminded" ? event.notices[0] : undefined;
    if (notice === undefined) throw new Error("nobody was to be told");
    return notice;
  };
  const resolutionSteps = (story: Story) =>
    plan(ticketOf(story)).flatMap(({ clock: kind, step, at }) =>
      kind === "resolution" ? [[step, (at - monday) / minutes]] : [],
    );

  test("sends a step that was held back once it continues, once, and only the highest step", () => {
    const reminded = open().when(clock, remind, 480);
    const waiting = reminded.when(luis, { type: "wait" }, 481);
    const held = waiting.when(clock, { type: "requeue", notice: noticeOf(reminded) }, 482);
    expect(held.last).toMatchObject({ ok: true, events: [{ type: "requeued", step: 50 }] });
    expect(resolutionSteps(held)).toEqual([]);
    expect(held.when(clock, { type: "requeue", notice: noticeOf(reminded) }, 483).last?.ok).toBe(false);
    const continuesIn = held.when(carla, hear(600), 600);
    expect(resolutionSteps(continuesIn)).toEqual([
      [50, 600],
      [80, 887],
      [100, 1079],
    ]);
    const told = continuesIn.when(clock, remind, 600);
    expect(told.last).toMatchObject({ ok: true, events: [{ type: "reminded", step: 50, superseded: [] }] });
    expect(resolutionSteps(told)).toEqual([
      [80, 887],
      [100, 1079],
    ]);
    expect(continuesIn.when(clock, remind, 900).last).toMatchObject({
      ok: true,
      events: [{ type: "reminded", step: 80, superseded: [50] }],
    });
  });

  test("holds no step back if it already continued, was planned again, or missed its moment before", () => {
    const reminded = open().when(clock, remind, 480);
    const notice = noticeOf(reminded);
    const refused = (story: Story, about = notice) =>
      story.when(clock, { type: "requeue", notice: about }, 2000).last?.ok === false;
    expect(refused(reminded)).toBe(true);
    expect(refused(reminded.when(luis, { type: "wait" }, 481).when(carla, hear(482), 482))).toBe(true);
    expect(refused(reminded.when(luis, { type: "wait" }, 481).when(luis, { type: "resolve" }, 482))).toBe(true);
    const anew = reminded.when(luis, { type: "setSeverity", severity: "low" }, 481).when(luis, { type: "wait" }, 482);
    expect(refused(anew)).toBe(true);
    const breached = open().when(clock, remind, 960);
    expect(refused(breached.when(luis, { type: "wait" }, 970), noticeOf(breached))).toBe(true);
    // The question was asked before the breach, and heard of later: the breach was none.
    const mistaken = breached.when(luis, { type: "wait" }, 950);
    expect(refused(mistaken, noticeOf(breached))).toBe(false);
  });

  test("of a ticket with an unknown account follows the account, counted from the opening", () => {
    const story = given(desk).when(sam, opening("high", "slack:C0RANDOM"));
    expect(told(story, "resolution")).toEqual(["1 0 2880 runs"]);
    const known = story
      .when(luis, { type: "wait" }, 100)
      .when(sam, hear(160), 160)
      .when(luis, { type: "setAccount", account: "acme" }, 200);
    expect(told(known, "resolution")).toEqual(["1 0 1020 runs"]);
  });

  test("ends if the new severity has no target, and counts from the opening if a later severity has one", () => {
    const low = open().when(luis, { type: "setSeverity", severity: "low" }, 60);
    expect(told(low, "resolution")).toEqual(["1 0 960 cancelled 60"]);
    expect(told(low.when(luis, { type: "setSeverity", severity: "high" }, 100), "resolution")).toEqual([
      "1 0 960 cancelled 60",
      "2 0 960 runs",
    ]);
  });
});

describe("a promised update", () => {
  const at = (after: number) =>
    ({ type: "promiseUpdate", due: { by: "instant", at: monday + after * minutes } }) as const;

  test("is due at the promised time, and ends with the next public message", () => {
    const promised = open().when(luis, at(120), 10);
    expect(told(promised, "update")).toEqual(["1 10 120 runs"]);
    expect(told(promised.when(luis, reply, 100), "update")).toEqual(["1 10 120 met 100"]);
    expect(told(promised.when(luis, reply, 120), "update")).toEqual(["1 10 120 met 120"]);
    expect(told(promised.when(luis, reply, 121), "update")).toEqual(["1 10 120 breached 121"]);
  });

  test("is replaced by a newer one, and the older one counts as met", () => {
    const twice = open().when(luis, at(120), 10).when(luis, at(300), 60);
    expect(told(twice, "update")).toEqual(["1 60 300 runs"]);
    expect(latest(twice, "update").earlier.map((each) => (each.due - monday) / minutes)).toEqual([120]);
  });

  test("is shown to the customer", () => {
    const promised = open().when(luis, at(120), 10);
    const event = promised.events.at(-1);
    expect(event && effects(event, ticketOf(promised))).toContainEqual({
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
    expect(told(raised, "update")).toEqual(["1 10 120 runs"]);
    expect(latest(raised, "update").earlier).toEqual([]);
  });
});

describe("a severity change", () => {
  test("plans every running clock again from its own start, and keeps the old target", () => {
    const raised = open("medium")
      .when(luis, reply, 10)
      .when(carla, hear(20), 20)
      .when(luis, { type: "setSeverity", severity: "high" }, 30);
    expect(told(raised, "nextResponse")).toEqual(["1 20 140 runs"]);
    expect(told(raised, "resolution")).toEqual(["1 0 960 runs"]);
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
    // Two hours, a quarter of eight, from when it stopped; and what is left then is left when the customer writes.
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

describe("a target that was missed before it was planned again", () => {
  const severity = (to: "critical" | "high" | "medium" | "low"): Wish => ({
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
    expect(told(story, "firstResponse")).toEqual([expected]);
    expect(earlier(story, "firstResponse")).toContainEqual([240, true]);
  });

  test.each<[string, Story, string]>([
    ["in time", open().when(luis, severity("medium"), 239).when(luis, reply, 310), "1 0 480 met 310"],
    ["at its due moment", open().when(luis, severity("medium"), 240).when(luis, reply, 310), "1 0 480 met 310"],
    // Due at the close, and nothing has opened since.
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
    expect(told(story, "firstResponse")).toEqual([expected]);
  });

  test("was not missed while its clock was paused, and was if that came before", () => {
    const solved = (waits: number) =>
      told(
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
    const news = (at: number): Wish => ({ type: "promiseUpdate", due: { by: "instant", at: monday + at * minutes } });
    const promised = (at: number) => open().when(luis, news(120), 10).when(luis, news(300), at).when(luis, reply, 200);
    expect(told(promised(120), "update")).toEqual(["1 120 300 met 200"]);
    expect(told(promised(121), "update")).toEqual(["1 121 300 breached 200"]);
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

describe("the desk file", () => {
  const stricter: Desk = { ...desk, plans: sampleDesk.plans };
  const high = { firstResponse: { days: 0, ms: 6 * 60 * minutes } };
  test("moves no open target by itself; a replan by an admin moves it once", () => {
    const later = given(stricter, open().events);
    expect(told(later, "firstResponse")).toEqual(["1 0 240 runs"]);
    const softer: Desk = {
      ...desk,
      plans: {
        premium: {
          key: "premium",
          calendar: "always",
          terms: termsIn("always", { ...sampleDesk.severities, high }),
          phone: [],
          escalate: "broken",
        },
      },
    };
    const replanned = given(softer, open().events).when(clock, { type: "replan" }, 10);
    expect(told(replanned, "firstResponse")).toEqual(["1 0 360 runs"]);
    expect(told(replanned, "resolution")).toEqual(["1 0 960 cancelled 10"]);
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
    expect(told(raised, "firstResponse")).toEqual(["1 0 315 runs"]);
    for (const after of [301, 314, 400])
      expect(refusalOf(raised.when(clock, { type: "replan" }, after))).toEqual({ reason: "notDue" });
  });
});
