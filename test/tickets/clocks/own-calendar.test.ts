import { describe, expect, test } from "vitest";
import type { Desk, SupportPlan } from "../../../src/desk/desk.ts";
import { explain } from "../../../src/features/explanation/explain.ts";
import { calendarText } from "../../../src/i18n/calendar-text.ts";
import type { ClockKind } from "../../../src/sla/clock-kinds.ts";
import type { Clock } from "../../../src/sla/clock.ts";
import { roundTheClock } from "../../../src/sla/calendar.ts";
import { ticketCalendar } from "../../../src/tickets/clocks/clock-changes.ts";
import { unavailableReason } from "../../../src/tickets/routes/round-robin.ts";
import { calendarIn, workdays } from "../../support/clocks/calendars.ts";
import { cast, given, minutes, monday, opening, type Story, type GivenCommand } from "../../support/given.ts";
import { promisingDesk } from "../../support/sample-desk.ts";
import { stringsOf } from "../../cards/samples/strings-of.ts";
import { ticketOf } from "../../support/story.ts";

const { oliver, luis } = cast;
const { standard, ...otherPlans } = promisingDesk.plans;
if (standard === undefined) throw new Error("no standard plan");

const hours = (count: number) => ({ days: 0, ms: count * 60 * minutes });
/** Eight hours on each day from Monday to Friday. */
const weekdays = calendarIn("Europe/Madrid", { hours: workdays("09:00-14:00", "15:30-18:30") });

const within = (severity: "critical" | "high", calendar: string): SupportPlan["terms"]["high"] => ({
  calendar,
  targets: { ...standard.terms[severity].targets, tech: hours(2) },
});
/** The usual contract: critical tickets round the clock, the others in office hours. */
const usual: Desk = {
  ...promisingDesk,
  calendars: { ...promisingDesk.calendars, office: weekdays },
  consulting: { firstResponse: hours(8) },
  waiting: { nudge: hours(8), close: null },
  plans: {
    ...otherPlans,
    standard: {
      ...standard,
      terms: { ...standard.terms, critical: within("critical", "always"), high: within("high", "office") },
    },
  },
};

/** Minutes since Monday ten o'clock. */
const fridayEvening = (4 * 24 + 10) * 60;
const saturdayNoon = fridayEvening + 16 * 60;
const nextMonday = 7 * 24 * 60;

const open = (severity: "critical" | "high", at = fridayEvening): Story =>
  given(usual).when(oliver, opening(severity, "slack:C0NORTH"), at);
const running = (story: Story, kind: ClockKind): Clock => {
  const found = ticketOf(story).sla.clocks.findLast((each) => each.kind === kind && each.end === null);
  if (found === undefined) throw new Error(`no ${kind} clock runs`);
  return found;
};
const due = (story: Story, kind: ClockKind): number => (running(story, kind).target.due - monday) / minutes;
const reply = { type: "reply", text: "We look into it.", alreadyPosted: false } as const;

describe("every clock counts in the calendar of the ticket's severity:", () => {
  test("first response and resolution", () => {
    const critical = open("critical");
    expect([due(critical, "firstResponse"), due(critical, "resolution")]).toEqual([
      fridayEvening + 60,
      fridayEvening + 8 * 60,
    ]);
    const high = open("high");
    // Four hours from nine; sixteen are used up when Tuesday closes.
    expect([due(high, "firstResponse"), due(high, "resolution")]).toEqual([
      nextMonday + 3 * 60,
      nextMonday + 24 * 60 + 510,
    ]);
  });

  test.each<["critical" | "high", Readonly<Record<"nextResponse" | "tech" | "update", number>>]>([
    ["critical", { nextResponse: saturdayNoon + 60, tech: saturdayNoon + 120, update: saturdayNoon + 24 * 60 }],
    ["high", { nextResponse: nextMonday + 60, tech: nextMonday + 60, update: nextMonday + 23 * 60 }],
  ])("next response, technical team and promised update of a %s ticket", (severity, expected) => {
    const answered = open(severity).when(luis, reply, fridayEvening + 5);
    const next = answered.when(
      oliver,
      { type: "receiveMessage", text: "And now?", wroteAt: monday + saturdayNoon * minutes },
      saturdayNoon,
    );
    expect(due(next, "nextResponse")).toBe(expected.nextResponse);
    expect(due(answered.when(luis, { type: "askTech", text: "Look." }, saturdayNoon), "tech")).toBe(expected.tech);
    const withUpdate = answered.when(luis, { type: "promiseUpdate", due: { by: "nextWorkingDay" } }, saturdayNoon);
    expect(due(withUpdate, "update")).toBe(expected.update);
    for (const [story, kind] of [
      [next, "nextResponse"],
      [withUpdate, "update"],
    ] as const)
      expect(running(story, kind).target.calendar.name).toBe(severity === "critical" ? "always" : weekdays.name);
  });

  test("and so does the inactivity wait; a page and a hand-over reach the people that this calendar allows", () => {
    const waits = (severity: "critical" | "high") => {
      const ticket = ticketOf(
        open(severity)
          .when(luis, reply, fridayEvening + 5)
          .when(luis, { type: "wait" }, saturdayNoon),
      );
      return ticket.status === "waiting" ? ((ticket.inactivity?.nudgeAt ?? 0) - monday) / minutes : null;
    };
    expect([waits("critical"), waits("high")]).toEqual([saturdayNoon + 8 * 60, nextMonday + 510]);
    const { marta } = usual.people;
    if (marta === undefined) throw new Error("no Marta");
    const asleep = { ...marta, quiet: { from: 0, to: 24 * 60 } };
    const at = monday + saturdayNoon * minutes;
    expect(unavailableReason(asleep, ticketOf(open("critical")), usual, at)).toBeNull();
    expect(unavailableReason(asleep, ticketOf(open("high")), usual, at)).toEqual({ is: "quiet" });
  });
});

describe("another severity counts again from the start, in its own calendar:", () => {
  const raised = open("high").when(luis, { type: "setSeverity", severity: "critical" }, saturdayNoon);
  const back = raised.when(luis, { type: "setSeverity", severity: "high", reason: "Sign-in works" }, saturdayNoon + 5);

  test("from office hours to round the clock, but never before now plus grace", () => {
    // An hour from Friday evening is over, so a quarter of an hour from now is left; eight hours leave two from now.
    expect([due(raised, "firstResponse"), due(raised, "resolution")]).toEqual([saturdayNoon + 15, saturdayNoon + 120]);
    const early = open("high").when(luis, { type: "setSeverity", severity: "critical" }, fridayEvening + 10);
    expect([due(early, "firstResponse"), due(early, "resolution")]).toEqual([fridayEvening + 60, fridayEvening + 480]);
  });

  test("back over the weekend, as if the ticket had always been high", () => {
    expect([due(back, "firstResponse"), due(back, "resolution")]).toEqual([
      due(open("high"), "firstResponse"),
      due(open("high"), "resolution"),
    ]);
    expect(running(back, "firstResponse").earlier.map(({ calendar }) => calendar.name)).toEqual([
      weekdays.name,
      "always",
    ]);
  });

  test("without the time in which the ticket waited for the customer", () => {
    const friday = 4 * 24 * 60;
    const sunday = 6 * 24 * 60;
    const waited = open("high", friday)
      .when(luis, reply, friday + 10)
      .when(luis, { type: "wait" }, friday + 8 * 60)
      .when(oliver, { type: "receiveMessage", text: "Worse now", wroteAt: monday + sunday * minutes }, sunday);
    const critical = waited.when(luis, { type: "setSeverity", severity: "critical" }, sunday);
    // Eight hours passed before the wait. Grace leaves two.
    expect(due(critical, "resolution")).toBe(sunday + 120);
    const high = critical.when(luis, { type: "setSeverity", severity: "high", reason: "x" }, sunday + 5);
    // Six and a half of sixteen office hours passed on Friday; Monday has eight, so Tuesday gives one and a half.
    expect(due(high, "resolution")).toBe(nextMonday + 24 * 60 + 30);
  });

  test("the explanation names the calendar in which the clock counts", () => {
    const reads = (story: Story) => {
      const viewer = { locale: "en", timezone: "Europe/Madrid" } as const;
      return stringsOf(explain(ticketOf(story), running(story, "firstResponse"), story.pauses, viewer)).join("\n");
    };
    const [always, office] = [calendarText(roundTheClock, "en"), calendarText(weekdays, "en")];
    for (const [story, named, other] of [
      [raised, always, office],
      [back, office, always],
    ] as const) {
      expect(reads(story)).toContain(named);
      expect(reads(story)).not.toContain(other);
    }
  });
});

const consulting: GivenCommand = {
  type: "open",
  kind: "consulting",
  number: 1042,
  title: "Moving to live channels",
  description: "We plan twelve.",
  severity: "low",
  askedIn: "slack:C0NORTH",
};

test("a consulting ticket has no severity, and counts in the plan's calendar", () => {
  const desk: Desk = {
    ...usual,
    plans: {
      ...usual.plans,
      standard: { ...standard, terms: { ...standard.terms, low: { ...standard.terms.low, calendar: "always" } } },
    },
  };
  const story = given(desk).when(oliver, consulting, fridayEvening);
  expect(due(story, "firstResponse")).toBe(nextMonday + 510);
  expect(ticketCalendar(ticketOf(story), desk).name).toBe(weekdays.name);
});
