import { describe, expect, test } from "vitest";
import { plan } from "../../../src/tickets/clocks/plan.ts";
import type { ReminderNotification } from "../../../src/tickets/routes/notification-route.ts";
import { given, minutes, monday, opening, type Story, type GivenCommand } from "../../support/given.ts";
import { ticketOf } from "../../support/story.ts";
import {
  atOffice,
  carla,
  clock,
  desk,
  hear,
  latest,
  luis,
  oliver,
  open,
  reply,
  sam,
  clockSpans,
} from "./clock-story.ts";

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
    expect(clockSpans(story, "resolution")).toEqual([expected]);
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
    const story = open()
      .when(luis, { type: "wait" }, 100)
      // A message from before the wait does not end it.
      .when(carla, hear(90), 110)
      .when(carla, hear(200), 201)
      .when(luis, { type: "wait" }, 195);
    const after = (count: number): number => monday + count * minutes;
    expect(story.pauses).toEqual([{ from: after(100), to: after(200) }]);
    expect(ticketOf(story).sla.pauses).toEqual({ since: after(200), lastEnd: after(200) });
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
    // A step that was not sent in time is due when the clock continues; the others move by the pause.
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

  const remind: GivenCommand = { type: "remind", clock: "resolution", cycle: 1 };
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
    const clockSpans = continuesIn.when(clock, remind, 600);
    expect(clockSpans.last).toMatchObject({ ok: true, events: [{ type: "reminded", step: 50, superseded: [] }] });
    expect(resolutionSteps(clockSpans)).toEqual([
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
    // The question was asked before the breach and arrived later, so there was no breach.
    const mistaken = breached.when(luis, { type: "wait" }, 950);
    expect(refused(mistaken, noticeOf(breached))).toBe(false);
  });

  test("of a ticket with an unknown account follows the account, counted from the opening", () => {
    const story = given(desk).when(sam, opening("high", "slack:C0RANDOM"));
    expect(clockSpans(story, "resolution")).toEqual(["1 0 2880 runs"]);
    const known = story
      .when(luis, { type: "wait" }, 100)
      .when(sam, hear(160), 160)
      .when(luis, { type: "setAccount", account: "acme" }, 200);
    expect(clockSpans(known, "resolution")).toEqual(["1 0 1020 runs"]);
  });

  test("ends if the new severity has no target, and counts from the opening if a later severity has one", () => {
    const low = open().when(luis, { type: "setSeverity", severity: "low" }, 60);
    expect(clockSpans(low, "resolution")).toEqual(["1 0 960 cancelled 60"]);
    expect(clockSpans(low.when(luis, { type: "setSeverity", severity: "high" }, 100), "resolution")).toEqual([
      "1 0 960 cancelled 60",
      "2 0 960 runs",
    ]);
  });
});
