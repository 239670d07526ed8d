import { describe, expect, test } from "vitest";
import { deskOf } from "../../src/desk/desk-of.ts";
import { answerWhatIf } from "../../src/desk/checks/what-if.ts";

const desk = deskOf(
  {
    calendars: {
      always: { open: "always" },
      office: {
        timezone: "Europe/Madrid",
        hours: { "mon-fri": ["09:00-14:00", "15:30-18:30"], sat: ["10:00-13:00"] },
      },
      minute: { timezone: "UTC", hours: { mon: ["09:00-09:01"] } },
    },
  },
  1,
);

const ask = (question: object) =>
  answerWhatIf(desk, JSON.stringify({ calendar: "office", start: "2026-01-09T16:30:00Z", ...question }));

test("a target is answered with its due time and the counted spans", () => {
  expect(ask({ target: "PT8H" })).toEqual({
    due: "2026-01-12T12:00:00.000Z",
    why: [
      { from: "2026-01-09T16:30:00.000Z", to: "2026-01-09T17:30:00.000Z" },
      { from: "2026-01-10T09:00:00.000Z", to: "2026-01-10T12:00:00.000Z" },
      { from: "2026-01-12T08:00:00.000Z", to: "2026-01-12T12:00:00.000Z" },
    ],
  });
});

test("an end is answered with the elapsed time without pauses", () => {
  const pauses = [["2026-01-09T18:00:00+01:00", "2026-01-09T17:30:00Z"]];
  expect(ask({ end: "2026-01-10T12:00:00+01:00", pauses })).toEqual({
    elapsed: "PT2H30M",
    why: [
      { from: "2026-01-09T16:30:00.000Z", to: "2026-01-09T17:00:00.000Z" },
      { from: "2026-01-10T09:00:00.000Z", to: "2026-01-10T11:00:00.000Z" },
    ],
  });
});

describe("answers are exact to the millisecond:", () => {
  test.each<[object, object]>([
    [{ target: "PT5S" }, { due: "2026-01-09T16:30:05.000Z" }],
    [{ target: "PT5.001S", start: "2026-01-09T16:30Z" }, { due: "2026-01-09T16:30:05.001Z" }],
    [{ target: "P3650D", calendar: "always" }, { due: "2036-01-07T16:30:00.000Z" }],
    [
      { target: "P1D", pauses: [["2026-01-09T16:30:00Z", "2026-01-09T17:00:00Z"]] },
      { due: "2026-01-12T08:30:00.000Z" },
    ],
    [{ end: "2026-01-09T16:30:00.123Z" }, { elapsed: "PT0.123S" }],
    [{ end: "2026-01-09T16:30:00Z" }, { elapsed: "PT0S", why: [] }],
    [{ end: "2026-01-13T16:30:01Z", calendar: "always" }, { elapsed: "PT96H1S" }],
  ])("%j", (question, answer) => {
    expect(ask(question)).toMatchObject(answer);
  });
});

test("a question about sixty years is answered", () => {
  expect(ask({ calendar: "always", end: "2086-02-23T16:30:00Z" })).toMatchObject({ elapsed: `PT${60 * 366 * 24}H` });
});

describe("a bad question is answered with what is wrong:", () => {
  const target = "expected an ISO 8601 duration from PT5S to P3660D, such as PT30M or P1D.";
  const instant = "expected a moment with its offset, to the millisecond, such as 2026-01-09T16:30:00Z.";
  test.each<[object, string]>([
    [{ target: "PT0S" }, `target is "PT0S": ${target}`],
    [{ target: "-PT1H" }, `target is "-PT1H": ${target}`],
    [{ target: 5 }, `target is 5: ${target}`],
    [{}, "the line is a mapping: expected either a target or an end."],
    [{ target: "PT1H", end: "2026-01-09T16:30:00Z" }, "the line is a mapping: expected either a target or an end."],
    [{ end: "2026-01-09T16:29:59Z" }, 'end is "2026-01-09T16:29:59.000Z": expected a moment not before the start.'],
    [{ target: "PT1H", start: "2026-01-09T16:30:00" }, `start is "2026-01-09T16:30:00": ${instant}`],
    [{ target: "PT1H", start: "2026-02-30T16:30:00Z" }, `start is "2026-02-30T16:30:00Z": ${instant}`],
    [{ target: "PT1H", start: "2026-01-09T16:30:00.0001Z" }, `start is "2026-01-09T16:30:00.0001Z": ${instant}`],
    [{ target: "PT1H", calendar: "toString" }, 'calendar is "toString": expected one of always, office, minute.'],
    [
      { target: "PT1H", plan: "gold" },
      'plan is "gold": expected one of the keys calendar, start, target or end, pauses.',
    ],
    [
      { target: "PT1H", pauses: [["2026-01-09T17:00:00Z", "2026-01-09T16:00:00Z"]] },
      "pauses.0 is a list: expected a pause such as [from, to], its end not before its beginning.",
    ],
    ...[
      ["9999-01-01T00:00:00Z", "9999-01-01T00:00:00.000Z"],
      ["2086-02-23T16:30:00.001Z", "2086-02-23T16:30:00.001Z"],
    ].map(([end, shown]): [object, string] => [
      { end },
      `end is "${shown}": expected a moment within 60 years of the start.`,
    ]),
    ...["0001-01-01T00:00:00Z", "1965-12-31T23:59:59.999Z", "2086-01-01T00:00:00Z"].map((start): [object, string] => [
      { start, end: "9999-01-01T00:00:00Z" },
      `start is "${new Date(start).toISOString()}": expected a moment from 1966 to 2085.`,
    ]),
    [
      { target: "PT8H", pauses: [["2026-01-09T17:00:00Z", "9999-01-01T00:00:00Z"]] },
      'pauses.0.1 is "9999-01-01T00:00:00.000Z": expected a moment within 60 years of the start.',
    ],
    [{ target: "PT0S", start: 7 }, `start is 7: ${instant} target is "PT0S": ${target}`],
    [
      { target: "PT4000H", calendar: "minute" },
      "calendar minute is not open long enough within 60 years of 2026-01-09T16:30:00.000Z",
    ],
  ])("%j", (question, error) => {
    expect(ask(question)).toEqual({ error });
  });

  test.each(["", "x", "[]", "null", '"PT8H"', "{"])("%j", (line) => {
    expect(answerWhatIf(desk, line)).toEqual({
      error: expect.stringContaining("expected an object with calendar, start, target or end, pauses.") as string,
    });
  });
});
