import { expect, test } from "vitest";
import { minutesIn, timeValues } from "../../../src/features/consulting/time-form.ts";
import { sayIn } from "../../../src/i18n/say.ts";
import { cast, given, monday, type GivenCommand } from "../../support/given.ts";
import { refusalOf, ticketOf } from "../../support/story.ts";

const { carla, luis } = cast;
const asking = {
  type: "open",
  kind: "consulting",
  number: 1042,
  title: "Moving to live channels",
  description: "We plan twelve.",
  severity: "low",
  askedIn: "slack:C0ACME",
} as const satisfies GivenCommand;
const today = new Date(monday).toISOString().slice(0, 10);
const time = (minutes: number, day = today) => ({ type: "recordTime", minutes, day, note: null }) as const;

test.each([
  ["1:30", 90],
  ["90 min", 90],
  ["1.5 h", 90],
  ["1,5 horas", 90],
  ["2 h 15 m", 135],
  ["-0:30", -30],
  ["− 30 min", -30],
  ["24 h", 1_440],
])("%s is %i minutes", (typed, minutes) => {
  expect(minutesIn(typed)).toBe(minutes);
});

test.each(["", "0", "0 min", "1 day", "25 h", "90", "1:75", "soon", "--1 h", "1e3 h"])("%j is no time", (typed) => {
  expect(minutesIn(typed)).toBe(null);
});

test("the sum of a ticket rises and falls, and never below zero", () => {
  const story = given().when(carla, asking).when(luis, time(90)).when(luis, time(-30));
  expect(ticketOf(story).consultingMinutes).toBe(60);
  expect(refusalOf(story.when(luis, time(-61)))).toEqual({ reason: "tooMuchTakenAway", minutes: 60 });
});

test("time is recorded on consulting tickets, and for days that have begun in the account's zone", () => {
  const { kind: _, ...problem } = asking;
  expect(refusalOf(given().when(carla, problem).when(luis, time(60)))).toEqual({ reason: "notConsulting" });
  expect(refusalOf(given().when(carla, asking).when(luis, time(60, "2999-01-01")))).toEqual({
    reason: "dayNotReached",
  });
});

test("a form says of each field what is wrong, and takes today where no day is named", () => {
  const say = sayIn("en");
  expect(timeValues({ time: "1:30", day: "", note: " " }, "2026-12-01", say)).toEqual({
    ok: true,
    value: { minutes: 90, day: "2026-12-01", note: null },
  });
  expect(timeValues({ time: "soon", day: "31.12." }, "2026-12-01", say)).toEqual({
    ok: false,
    errors: { time: say("error.timeSpent"), day: say("error.timeDay") },
  });
});
