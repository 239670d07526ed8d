import type { Instant } from "../../src/sla/instant.ts";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { parseDuration } from "../../src/desk/duration.ts";
import type { Calendar, Pause, TargetTime } from "../../src/sla/calendar.ts";

import { addWorkingTime, atShare, countedSpans, dueWithPauses, elapsed } from "../../src/sla/working-time.ts";
import { always, calendarIn, daily, workdays } from "../support/clocks/calendars.ts";

const at = (text: string): Instant => Date.parse(text);
const moment = (instant: Instant): string => new Date(instant).toISOString();

const target = (text: string): TargetTime => {
  const parsed = parseDuration(text);
  if (parsed === null) throw new Error(`not a target: ${text}`);
  return parsed;
};

const office = calendarIn("Europe/Madrid", {
  hours: { ...workdays("09:00-14:00", "15:30-18:30"), sat: ["10:00-13:00"] },
  holidays: ["2026-12-25"],
  exceptions: { "2026-05-01": [], "2026-12-24": ["09:00-13:00"], "2026-06-07": ["16:00-18:00"] },
});
const night = calendarIn("Europe/Madrid", { hours: daily("00:00-06:00", "22:00-24:00") });
const augustOff = calendarIn("Europe/Madrid", {
  hours: workdays("09:00-17:00"),
  exceptions: Object.fromEntries(
    Array.from({ length: 31 }, (_, index) => [`2026-08-${String(index + 1).padStart(2, "0")}`, []]),
  ),
});

describe("the due time of a target", () => {
  test.each<[string, Calendar, string, string, string]>([
    ["over a lunch break and a weekend", office, "2026-01-09T16:30:00Z", "PT8H", "2026-01-12T12:00:00.000Z"],
    ["exactly at closing: due at closing", office, "2026-01-12T16:30:00+01:00", "PT2H", "2026-01-12T17:30:00.000Z"],
    [
      "from closing time on: in the next opening hours",
      office,
      "2026-01-12T18:30:00+01:00",
      "PT5S",
      "2026-01-13T08:00:05.000Z",
    ],
    ["over the break by seconds", office, "2026-01-12T13:59:30+01:00", "PT45S", "2026-01-12T14:30:15.000Z"],
    ["to the millisecond", office, "2026-01-12T13:59:57.501+01:00", "PT5S", "2026-01-12T14:30:02.501Z"],
    [
      "of five seconds on a calendar that never closes",
      always,
      "2026-01-12T23:59:58Z",
      "PT5S",
      "2026-01-13T00:00:03.000Z",
    ],
    ["over a short day and a holiday", office, "2026-12-24T12:30:00+01:00", "PT1H", "2026-12-26T09:30:00.000Z"],
    ["on a Sunday that is open", office, "2026-06-06T12:30:00+02:00", "PT1H30M", "2026-06-07T15:00:00.000Z"],
    ["over a date that is closed", office, "2026-04-30T18:00:00+02:00", "PT1H", "2026-05-02T08:30:00.000Z"],
    ["over a month that is closed", augustOff, "2026-07-31T16:30:00+02:00", "PT1H", "2026-09-01T07:30:00.000Z"],
    ["in the spring night: an hour less", night, "2026-03-28T22:00:00+01:00", "PT8H", "2026-03-29T21:00:00.000Z"],
    ["in the autumn night: an hour more", night, "2026-10-24T22:00:00+02:00", "PT8H", "2026-10-25T04:00:00.000Z"],
    [
      "in spring on a calendar that never closes",
      always,
      "2026-03-28T22:00:00+01:00",
      "PT8H",
      "2026-03-29T05:00:00.000Z",
    ],
    ["of ten years of days", always, "2026-01-12T09:00:00Z", "P3650D", "2036-01-10T09:00:00.000Z"],
    ["of ten years of hours", always, "2026-01-12T09:00:00Z", "PT87600H", "2036-01-10T09:00:00.000Z"],
  ])("%s", (_, calendar, start, text, due) => {
    expect(moment(addWorkingTime(calendar, at(start), target(text)))).toBe(due);
  });
});

describe("a working day ends at the same wall time on the next working day:", () => {
  test.each<[string, Calendar, string, string, string]>([
    ["the next day", office, "2026-01-12T10:15:00+01:00", "P1D", "2026-01-13T09:15:00.000Z"],
    ["over a Sunday", office, "2026-01-10T11:00:00+01:00", "P1D", "2026-01-12T10:00:00.000Z"],
    ["from the next opening, at night", office, "2026-01-12T22:00:00+01:00", "P1D", "2026-01-14T08:00:00.000Z"],
    ["from the next opening, at lunch", office, "2026-01-12T14:30:00+01:00", "P1D", "2026-01-13T14:30:00.000Z"],
    ["over a date that is closed", office, "2026-04-30T12:00:00+02:00", "P1D", "2026-05-02T10:00:00.000Z"],
    ["and then hours", office, "2026-01-12T17:30:00+01:00", "P1DT2H", "2026-01-14T09:00:00.000Z"],
    ["over the spring night: 23 hours", office, "2026-03-27T12:00:00+01:00", "P2D", "2026-03-30T10:00:00.000Z"],
    [
      "24 hours on a calendar that never closes, also in spring",
      always,
      "2026-03-28T12:00:00+01:00",
      "P1D",
      "2026-03-29T11:00:00.000Z",
    ],
    ["at a wall time that is skipped", night, "2026-03-28T02:30:00+01:00", "P1D", "2026-03-29T01:30:00.000Z"],
    ["at a doubled wall time", night, "2026-10-24T02:30:00+02:00", "P1D", "2026-10-25T00:30:00.000Z"],
  ])("%s", (_, calendar, start, text, due) => {
    expect(moment(addWorkingTime(calendar, at(start), target(text)))).toBe(due);
  });
});

describe("opening hours at clock changes of a zone:", () => {
  test.each<[string, Calendar, string, string, string]>([
    [
      "hours inside a gap move forward by its length",
      calendarIn("Europe/Madrid", { hours: daily("02:15-02:45") }),
      "2026-03-29T00:00:00+01:00",
      "PT30M",
      "2026-03-29T01:45:00.000Z",
    ],
    [
      "hours that overlap after a gap count once",
      calendarIn("Europe/Madrid", { hours: daily("02:15-02:45", "03:00-04:00") }),
      "2026-03-29T00:00:00+01:00",
      "PT1H30M",
      "2026-03-30T00:45:00.000Z",
    ],
    [
      "a doubled opening time is the first of two",
      calendarIn("Europe/Madrid", { hours: daily("02:30-04:00") }),
      "2026-10-25T00:00:00+02:00",
      "PT2H30M",
      "2026-10-25T03:00:00.000Z",
    ],
    [
      "a doubled closing time is the first of two",
      calendarIn("Europe/Madrid", { hours: daily("00:00-02:30") }),
      "2026-10-25T00:00:00+02:00",
      "PT2H30M",
      "2026-10-25T00:30:00.000Z",
    ],
    [
      "a zone with 45 minutes",
      calendarIn("Asia/Kathmandu", { hours: workdays("09:00-17:00") }),
      "2026-01-09T16:30:00+05:45",
      "PT1H",
      "2026-01-12T03:45:00.000Z",
    ],
    [
      "a clock change of half an hour",
      calendarIn("Australia/Lord_Howe", { hours: daily("00:00-06:00") }),
      "2026-10-04T00:00:00+10:30",
      "PT5H30M",
      "2026-10-03T19:00:00.000Z",
    ],
    [
      "a zone with 45 minutes at a clock change",
      calendarIn("Pacific/Chatham", { hours: daily("00:00-06:00") }),
      "2026-04-05T00:00:00+13:45",
      "PT7H",
      "2026-04-04T17:15:00.000Z",
    ],
    [
      "a midnight that is skipped",
      calendarIn("America/Sao_Paulo", { hours: daily("00:00-02:00") }),
      "2018-11-03T12:00:00-03:00",
      "PT1H",
      "2018-11-04T04:00:00.000Z",
    ],
    [
      "open until a midnight that is skipped",
      calendarIn("America/Sao_Paulo", { hours: daily("22:00-24:00") }),
      "2018-11-03T12:00:00-03:00",
      "PT2H",
      "2018-11-04T03:00:00.000Z",
    ],
    [
      "a doubled midnight",
      calendarIn("America/Havana", { hours: daily("00:00-02:00") }),
      "2026-10-31T12:00:00-04:00",
      "PT3H",
      "2026-11-01T07:00:00.000Z",
    ],
    [
      "a skipped date",
      calendarIn("Pacific/Apia", { hours: daily("09:00-17:00") }),
      "2011-12-29T16:00:00-10:00",
      "PT2H",
      "2011-12-30T20:00:00.000Z",
    ],
    [
      "a skipped date before a closed one",
      calendarIn("Pacific/Apia", { hours: daily("09:00-17:00"), holidays: ["2011-12-31"] }),
      "2011-12-29T16:00:00-10:00",
      "PT2H",
      "2011-12-31T20:00:00.000Z",
    ],
    [
      "a closing time that moves into the next date",
      calendarIn("America/Toronto", { hours: daily("22:00-23:45") }),
      "1919-03-31T00:40:00-04:00",
      "PT5S",
      "1919-03-31T04:40:05.000Z",
    ],
  ])("%s", (_, calendar, start, text, due) => {
    expect(moment(addWorkingTime(calendar, at(start), target(text)))).toBe(due);
  });
});

test("a date that begins, ends and begins again is open from its first beginning", () => {
  const early = calendarIn("America/St_Johns", { hours: daily("00:00-06:00") });
  expect(elapsed(early, at("2006-10-29T02:00Z"), at("2006-10-29T03:00Z"))).toBe(30 * 60_000);
});

describe("a paused clock", () => {
  const paused = (...pauses: readonly (readonly [string, string | null])[]): readonly Pause[] =>
    pauses.map(([from, to]) => ({ from: at(from), to: to === null ? null : at(to) }));

  test.each<[string, string, string, readonly Pause[], string]>([
    ["in working hours", "2026-01-12T09:00:00Z", "PT2H", paused(["2026-01-12T10:00Z", "2026-01-12T10:30Z"]), "11:30"],
    ["over the break", "2026-01-12T09:00:00Z", "PT2H", paused(["2026-01-12T10:00Z", "2026-01-12T14:00Z"]), "15:30"],
    ["only while closed", "2026-01-12T12:00:00Z", "PT2H", paused(["2026-01-12T13:00Z", "2026-01-12T14:00Z"]), "15:30"],
    ["after it was due", "2026-01-12T09:00:00Z", "PT1H", paused(["2026-01-12T10:00Z", "2026-01-12T11:00Z"]), "10:00"],
    ["before it began", "2026-01-12T09:00:00Z", "PT1H", paused(["2026-01-12T08:00Z", "2026-01-12T09:00Z"]), "10:00"],
    ["from its start", "2026-01-12T09:00:00Z", "PT1H", paused(["2026-01-12T08:00Z", "2026-01-12T09:20Z"]), "10:20"],
    [
      "twice, where only the first makes the second count",
      "2026-01-12T09:00:00Z",
      "PT1H",
      paused(["2026-01-12T09:30Z", "2026-01-12T10:00Z"], ["2026-01-12T10:15Z", "2026-01-12T10:45Z"]),
      "11:00",
    ],
    [
      "in pauses that overlap and are out of order",
      "2026-01-12T09:00:00Z",
      "PT1H",
      paused(["2026-01-12T09:40Z", "2026-01-12T10:00Z"], ["2026-01-12T09:30Z", "2026-01-12T09:50Z"]),
      "10:30",
    ],
    ["and is still paused", "2026-01-12T09:00:00Z", "PT1H", paused(["2026-01-12T09:30Z", null]), "10:00"],
  ])("%s", (_, start, text, pauses, due) => {
    expect(moment(dueWithPauses(office, at(start), target(text), pauses)).slice(11, 16)).toBe(due);
  });

  test("of a working day takes what was left of the day after the pause", () => {
    const pauses = paused(["2026-01-12T17:00Z", "2026-01-13T09:00Z"]);
    // From Monday 10:00 to Tuesday 10:00; half an hour of Monday and an hour of Tuesday are left at 18:00.
    expect(moment(dueWithPauses(office, at("2026-01-12T09:00:00Z"), target("P1D"), pauses))).toBe(
      "2026-01-13T10:30:00.000Z",
    );
  });

  test("counts elapsed time without pauses, also one that still lasts", () => {
    const start = at("2026-01-12T09:00:00Z");
    const pauses = paused(["2026-01-12T09:10Z", "2026-01-12T09:20Z"], ["2026-01-12T09:40Z", null]);
    expect(elapsed(office, start, at("2026-01-12T10:00:00Z"), pauses)).toBe(30 * 60_000);
    expect(countedSpans(office, start, at("2026-01-12T10:00:00Z"), pauses)).toEqual([
      { from: start, to: at("2026-01-12T09:10Z") },
      { from: at("2026-01-12T09:20Z"), to: at("2026-01-12T09:40Z") },
    ]);
  });

  test("has shares of the counted time", () => {
    const start = at("2026-01-12T09:00:00Z");
    const pauses = paused(["2026-01-12T09:10Z", "2026-01-12T09:20Z"]);
    const due = dueWithPauses(office, start, target("PT1H"), pauses);
    expect(moment(atShare(office, { start, due, share: 0.5, pauses }))).toBe("2026-01-12T09:40:00.000Z");
    expect(atShare(office, { start, due, share: 1, pauses })).toBe(due);
  });
});

test("a calendar that never opens is an error, and never falls back to the wall clock", () => {
  const closed = calendarIn("Europe/Madrid", { hours: {} });
  expect(() => addWorkingTime(closed, 0, target("PT5S"))).toThrow(RangeError);
  expect(() => addWorkingTime(closed, 0, target("P1D"))).toThrow(RangeError);
  expect(elapsed(closed, 0, at("2026-01-12T09:00:00Z"))).toBe(0);
});

test("the cache of a calendar does not grow with the number of years asked", () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const heap = (): number => {
    collect();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };
  const mondays = calendarIn("UTC", { hours: { mon: ["09:00-17:00"] } });
  const century = (from: number): number => elapsed(mondays, Date.UTC(from, 0, 1), Date.UTC(from + 100, 0, 1));
  const first = century(1500);
  const before = heap();
  for (let from = 1600; from < 2100; from += 100) century(from);
  expect(heap() - before).toBeLessThan(4);
  expect(century(1500)).toBe(first);
});

test.each([
  "PT0S",
  "P0D",
  "PT-1H",
  "-PT1H",
  "PT4S",
  "PT4.999S",
  "P3661D",
  "P1W",
  "P1M",
  "P1Y",
  "1 hour",
  "",
  "P",
  "PT",
])("%j is not a target", (text) => {
  expect(parseDuration(text)).toBeNull();
});
