import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Calendar } from "../../../src/sla/calendar.ts";
import type { Desk } from "../../../src/desk/desk.ts";
import { severities } from "../../../src/sla/severity.ts";
import { breachedAt, openTargets } from "../../../src/tickets/clocks/breach.ts";
import { plan, runningClocks } from "../../../src/tickets/clocks/plan.ts";
import { currentSteps } from "../../../src/tickets/clocks/reminder-schedule.ts";
import type { Actor } from "../../../src/tickets/messages.ts";
import { calendarIn, always, daily, workdays } from "../../support/clocks/calendars.ts";
import { cast, given, minutes, monday, opening, type Story, type GivenCommand } from "../../support/given.ts";
import { promisingDesk, termsIn } from "../../support/sample-desk.ts";
import { ticketOf } from "../../support/story.ts";
import { lateBy } from "../../../src/cards/due-line.ts";
import { allPauses, lateByAllPauses, stepsByAllPauses } from "./all-pauses.ts";

const { carla, luis, sam, clock } = cast;

const everyClock = { severities, clocks: ["resolution", "nextResponse", "firstResponse"] as const };
const step = { tell: ["manager" as const], email: [], mention: null, ...everyClock };

/** Steps by share, by time left, at the breach and long after it. */
const ladder: Desk["ladder"] = [
  { ...step, when: { by: "used", percent: 33 } },
  { ...step, when: { by: "used", percent: 80 } },
  { ...step, when: { by: "left", ms: 25 * minutes } },
  { ...step, when: { by: "used", percent: 100 } },
  { ...step, when: { by: "used", percent: 150 } },
];

const hours = (count: number) => ({ days: 0, ms: count * 60 * minutes });
const targets = (resolution: { readonly days: number; readonly ms: number }) => ({
  firstResponse: hours(2),
  nextResponse: hours(3),
  resolution,
});

const deskIn = (calendar: Calendar): Desk => ({
  ...promisingDesk,
  calendars: { own: calendar },
  ladder,
  plans: {
    premium: {
      key: "premium",
      calendar: "own",
      terms: termsIn("own", {
        critical: targets(hours(5)),
        high: targets({ days: 2, ms: 0 }),
        medium: targets(hours(31)),
        low: targets({ days: 4, ms: 0 }),
      }),
      phone: [],
      escalate: "broken",
      attainment: {},
      watch: null,
    },
    slow: {
      key: "slow",
      calendar: "own",
      terms: termsIn("own", {
        critical: targets(hours(6)),
        high: targets({ days: 2, ms: 40 * minutes }),
        medium: targets(hours(40)),
        low: targets({ days: 5, ms: 0 }),
      }),
      phone: [],
      escalate: "broken",
      attainment: {},
      watch: null,
    },
  },
  accounts: Object.fromEntries(
    Object.entries(promisingDesk.accounts).map(([key, account]) => [key, { ...account, plan: "premium" }]),
  ),
});

const calendars: Readonly<Record<string, Calendar>> = {
  "day and night": always,
  "office hours": calendarIn("Europe/Madrid", {
    hours: { ...workdays("09:00-14:00", "15:30-18:30"), sat: ["10:00-13:00"] },
    holidays: ["2026-01-14"],
  }),
  "short hours that differ by day": calendarIn("Asia/Kathmandu", {
    hours: { ...daily("06:00-06:45", "20:00-24:00"), tue: ["11:00-11:20"], wed: [] },
  }),
};

/** An act some milliseconds after the one before. A message or a command may arrive `late`. */
interface Act {
  readonly after: number;
  readonly by: Actor;
  readonly command: (at: number) => GivenCommand;
  readonly late: number;
}

const delay = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 90 * minutes }),
  fc.integer({ min: 0, max: 3_000 * minutes }),
);
const late = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 200 * minutes }));

const does = (weight: number, by: Actor, command: (at: number) => GivenCommand, isLate = false) => ({
  weight,
  arbitrary: fc.record({
    after: delay,
    by: fc.constant(by),
    command: fc.constant(command),
    late: isLate ? late : fc.constant(0),
  }),
});

const acts: fc.Arbitrary<Act> = fc.oneof(
  does(8, luis, () => ({ type: "wait" }), true),
  does(8, carla, (at) => ({ type: "receiveMessage", text: "Any news?", wroteAt: at }), true),
  does(3, luis, () => ({ type: "reply", text: "Soon.", alreadyPosted: false })),
  does(3, luis, () => ({ type: "resolve" })),
  does(2, carla, () => ({ type: "reopen" })),
  does(2, luis, () => ({ type: "reopen" })),
  does(1, luis, () => ({ type: "acknowledge" })),
  does(3, luis, (at) => ({ type: "snooze", until: at + 47 * minutes })),
  does(2, luis, (at) => ({ type: "snooze", until: at + 500 * minutes })),
  does(4, clock, () => ({ type: "remind", clock: "resolution", cycle: 1 })),
  does(4, clock, () => ({ type: "remind", clock: "nextResponse", cycle: 1 })),
  does(1, luis, () => ({ type: "setAccount", account: "acme" })),
  ...severities.map((severity) => does(1, luis, () => ({ type: "setSeverity", severity, reason: "x" }))),
);

const after = (ms: number, by: Actor, command: Act["command"], late = 0): Act => ({
  after: ms * minutes,
  by,
  command,
  late: late * minutes,
});

/** A late message moves the start of a clock that is snoozed and was reminded. */
const snoozedThenEarlier: readonly Act[] = [
  after(10, luis, () => ({ type: "reply", text: "Soon.", alreadyPosted: false })),
  after(10, carla, (at) => ({ type: "receiveMessage", text: "And?", wroteAt: at })),
  after(70, clock, () => ({ type: "remind", clock: "nextResponse", cycle: 1 })),
  after(1, luis, (at) => ({ type: "snooze", until: at + 47 * minutes })),
  after(1, carla, (at) => ({ type: "receiveMessage", text: "Hello?", wroteAt: at }), 80),
];

const compare = (story: Story, at: number): void => {
  const ticket = ticketOf(story);
  const pauses = allPauses(story.events);
  for (const each of runningClocks(ticket))
    expect(currentSteps(ticket, each).map((timed) => [timed.step.percent, timed.at])).toEqual(
      stepsByAllPauses(each, pauses),
    );
  for (const each of ticket.sla.clocks.filter(({ end }) => end?.how === "breached")) {
    const [target = each.target] = openTargets(each);
    const end = each.end?.at ?? at;
    expect(lateBy(ticket, each, target, end)).toBe(lateByAllPauses(each, target, end, pauses));
  }
  expect(plan(ticket).length).toBeLessThan(20);
  for (const each of runningClocks(ticket)) breachedAt(ticket, each, at);
};

test.each(Object.entries(calendars))(
  "reminders and delays are those that all pauses together give, to the millisecond: %s",
  (_, calendar) => {
    const desk = deskIn(calendar);
    fc.assert(
      fc.property(fc.boolean(), fc.array(acts, { maxLength: 40, size: "max" }), (isKnown, chosen) => {
        // The account of Sam is unknown until an agent sets it. That never moves a due time later.
        const customer = isKnown ? carla : sam;
        let story = given(desk).when(customer, opening("high", isKnown ? "slack:C0ACME" : "slack:C0RANDOM"));
        let now = 0;
        for (const { after: ms, by, command, late: age } of chosen) {
          now += ms;
          const at = monday + now;
          const actedAt = Math.max(monday, at - age);
          const does = command(actedAt);
          story = story.when(
            by === carla ? customer : by,
            does,
            (does.type === "wait" ? actedAt - monday : now) / minutes,
          );
          compare(story, at);
        }
      }),
      { numRuns: 120, examples: [[true, [...snoozedThenEarlier]]] },
    );
  },
);
