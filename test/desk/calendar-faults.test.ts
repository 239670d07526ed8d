import { describe, expect, test } from "vitest";
import { desk, sentences } from "./desk-file-text.ts";

describe("each fault of calendars, plans and targets is reported in one sentence", () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      "a calendar without hours",
      { calendars: "{ always: { timezone: UTC } }" },
      "line 1: calendars.always.hours is not set: expected opening hours (or open: always).",
    ],
    [
      "hours beside “always”",
      { calendars: '{ always: { open: always, holidays: ["2026-12-25"] } }' },
      "line 1: calendars.always.holidays is a list: expected nothing here, since the calendar is always open.",
    ],
    [
      "a calendar that never opens",
      { calendars: "{ always: { timezone: UTC, hours: { mon: [] } } }" },
      "line 1: calendars.always.hours is a mapping: expected at least one day with opening hours: a calendar that never opens keeps no promise.",
    ],
    [
      "an interval that ends before it begins",
      { calendars: '{ always: { timezone: UTC, hours: { mon: ["22:00-06:00"] } } }' },
      'line 1: calendars.always.hours.mon.0 is "22:00-06:00": expected opening hours such as "09:00-14:00", the end after the start; divide at midnight ("22:00-24:00", "00:00-06:00").',
    ],
    [
      "an invalid hour",
      { calendars: '{ always: { timezone: UTC, hours: { mon: ["09:00-24:01"] } } }' },
      'line 1: calendars.always.hours.mon.0 is "09:00-24:01": expected opening hours such as "09:00-14:00", the end after the start; divide at midnight ("22:00-24:00", "00:00-06:00").',
    ],
    [
      "a day named twice",
      { calendars: '{ always: { timezone: UTC, hours: { mon-fri: ["09:00-10:00"], tue: ["09:00-10:00"] } } }' },
      "line 1: calendars.always.hours is a mapping: expected each day once.",
    ],
    [
      "an invalid day",
      { calendars: '{ always: { timezone: UTC, hours: { lun: ["09:00-10:00"] } } }' },
      "line 1: calendars.always.hours.lun is a list: expected days such as mon, mon-fri or sun-thu.",
    ],
    [
      "an invalid date",
      { calendars: '{ always: { timezone: UTC, hours: { mon: ["09:00-10:00"] }, holidays: ["2026-02-30"] } }' },
      'line 1: calendars.always.holidays.0 is "2026-02-30": expected a date such as 2026-12-25.',
    ],
    [
      "an offset as a zone",
      { timezone: '"+02:00"' },
      'line 6: timezone is "+02:00": expected a time zone such as Europe/Madrid.',
    ],
    [
      "an inactivity question after the closing",
      { waiting: "{ nudge: P5D, close: P2D }" },
      'line 6: waiting.close is "P2D": expected a duration longer than that of nudge.',
    ],
    [
      "a wait without a closing",
      { waiting: "{}" },
      "line 6: waiting.nudge is not set: expected a duration here, or in close.",
    ],
    [
      "a plan without its calendar",
      { plans: "{ basic: { calendar: office } }" },
      'line 2: plans.basic.calendar is "office": expected one of the calendars always.',
    ],
    [
      "a target for a promised update",
      { severities: "{ low: { update: PT1H } }" },
      'line 6: severities.low.update is "PT1H": expected one of the keys firstResponse, nextResponse, resolution, tech, means.',
    ],
    [
      "a fifth severity",
      { severities: "{ urgent: { firstResponse: PT1H } }" },
      "line 6: severities.urgent is a mapping: expected one of the keys critical, high, medium, low.",
    ],
    [
      "an exception without a date",
      {
        calendars:
          '{ always: { timezone: UTC, hours: { mon: ["09:00-10:00"] }, exceptions: { "2026-02-30": closed } } }',
      },
      'line 1: calendars.always.exceptions.2026-02-30 is "closed": expected a date such as 2026-12-25.',
    ],
    [
      "an exception that is neither closed nor has hours",
      {
        calendars: '{ always: { timezone: UTC, hours: { mon: ["09:00-10:00"] }, exceptions: { "2026-12-24": open } } }',
      },
      'line 1: calendars.always.exceptions.2026-12-24 is "open": expected closed, or opening hours in order such as ["09:00-13:00"].',
    ],
    [
      "exceptions to “always”",
      { calendars: '{ always: { open: always, exceptions: { "2026-12-24": closed } } }' },
      "line 1: calendars.always.exceptions is a mapping: expected nothing here, since the calendar is always open.",
    ],
    [
      "public holidays of a country by its name",
      { calendars: '{ always: { timezone: UTC, hours: { mon: ["09:00-10:00"] }, publicHolidays: Spain } }' },
      'line 1: calendars.always.publicHolidays is "Spain": expected a country such as ES, or a region of one such as ES-MD.',
    ],
    [
      "a target of zero",
      { severities: "{ low: { resolution: PT0S } }" },
      'line 6: severities.low.resolution is "PT0S": expected an ISO 8601 duration from PT5S to P3660D, such as PT30M or P1D.',
    ],
    [
      "a negative target",
      { severities: "{ low: { resolution: -PT1H } }" },
      'line 6: severities.low.resolution is "-PT1H": expected an ISO 8601 duration from PT5S to P3660D, such as PT30M or P1D.',
    ],
    [
      "a calendar that is too short for its plan",
      {
        calendars: '{ always: { timezone: UTC, hours: { mon: ["09:00-09:01"] } } }',
        plans: "{ basic: { calendar: always, targets: { low: { resolution: PT200H } } } }",
      },
      'line 2: plans.basic.calendar is "always": expected a calendar in which the low resolution target can be used up within 60 years.',
    ],
    [
      "a severity's own calendar that is missing",
      { plans: "{ basic: { calendar: always, targets: { critical: { calendar: nights } } } }" },
      'line 2: plans.basic.targets.critical.calendar is "nights": expected one of the calendars always.',
    ],
    [
      "a severity's own calendar that is too short for its target",
      {
        calendars: '{ office: { timezone: UTC, hours: { mon: ["09:00-09:01"] } } }',
        plans: "{ basic: { calendar: always, targets: { low: { calendar: office, resolution: PT200H } } } }",
      },
      'line 2: plans.basic.targets.low.calendar is "office": expected a calendar in which the low resolution target can be used up within 60 years.',
    ],
    [
      "a calendar among the targets of every plan",
      { severities: "{ low: { calendar: always } }" },
      'line 6: severities.low.calendar is "always": expected one of the keys firstResponse, nextResponse, resolution, tech, means.',
    ],
    ...(
      [
        ["reopen", { reopen: "PT2000H" }, "reopen"],
        ["a nudge", { waiting: "{ nudge: PT2000H }" }, "waiting.nudge"],
        ["the end of waiting", { waiting: "{ nudge: PT1H, close: PT2000H }" }, "waiting.close"],
        ["consulting", { consulting: "{ firstResponse: PT2000H }" }, "the consulting firstResponse target"],
      ] as const
    ).map(([name, given, what]): [string, Readonly<Record<string, string>>, string] => [
      `a calendar too narrow for ${name}`,
      { calendars: '{ always: { timezone: UTC, hours: { mon: ["09:00-09:01"] } } }', ...given },
      `line 2: plans.basic.calendar is "always": expected a calendar in which ${what} can be used up within 60 years.`,
    ]),
  ])("%s", (_, replaced, sentence) => {
    expect(sentences(desk(replaced))).toEqual([sentence]);
  });
});
