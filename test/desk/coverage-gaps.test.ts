import { expect, test } from "vitest";
import { deskOf } from "../../src/desk/desk-of.ts";
import type { DeskDocument } from "../../src/desk/schema.ts";
import { uncovered } from "./check-sentences.ts";
import { type WrittenDesk, person, warned } from "./coverage-desk.ts";

test("quiet hours leave a gap where a target runs, and critical tickets of an open plan break them", () => {
  expect(warned({ ana: { ...person, quiet: "22:00-07:00" } })).toEqual([
    "every day between 22:00 and 07:00 no person with a reachable DM or e-mail step covers high, medium, and low tickets of plan always (Acme)",
  ]);
  expect(warned({ ana: { ...person, quiet: "22:00-07:00" } }, "spelled")).toEqual([
    "every day between 22:00 and 07:00 no person with a reachable DM or e-mail step covers high, medium, and low tickets of plan spelled (Acme)",
  ]);
  expect(warned({ ana: { ...person, quiet: "22:00-07:00" } }, "day")).toEqual([]);
});

test("a severity with its own calendar is covered, or not, in the hours of that calendar", () => {
  const people = { ana: { ...person, quiet: "17:00-08:00" } };
  const warnings = (own: { readonly critical?: { calendar: string }; readonly high?: { calendar: string } }) =>
    uncovered(
      deskOf(
        {
          calendars: { office: { timezone: "Europe/Madrid", hours: { "mon-fri": ["09:00-17:00"] } } },
          plans: { p: { calendar: "office", targets: own } },
          people,
          accounts: { acme: { name: "Acme", plan: "p", manager: "ana", timezone: "Europe/Madrid" } },
        } satisfies WrittenDesk,
        1,
      ),
      null,
    );
  expect(warnings({})).toEqual([]);
  // Critical tickets round the clock break quiet hours, so their manager can be reached.
  expect(warnings({ critical: { calendar: "always" } })).toEqual([]);
  expect(warnings({ high: { calendar: "always" } })).toEqual([
    "every day between 17:00 and 08:00 no person with a reachable DM or e-mail step covers high tickets of plan p (Acme)",
  ]);
});

test("the same gap on several days is reported once, with its days, in the plan's own zone", () => {
  expect(warned({ ana: { ...person, quiet: "17:30-20:00" } }, "day")).toEqual([
    "on Monday to Friday between 17:30 and 18:00 no person with a reachable DM or e-mail step covers critical, high, medium, and low tickets of plan day (Acme)",
  ]);
  expect(warned({ ana: { ...person, quiet: "02:00-09:15", timezone: "UTC" } }, "day")).toEqual([
    expect.stringMatching(/^on Monday to Friday between 09:00 and 11:15 no person/) as string,
  ]);
});

test("a target without a step in the ladder reminds no person, and causes a warning", () => {
  const warnings = (
    reminders: NonNullable<DeskDocument["reminders"]>,
    critical: { readonly resolution?: string; readonly tech?: string } = {},
  ) =>
    uncovered(
      deskOf(
        {
          calendars: { always: { open: "always" } },
          plans: { p: { calendar: "always", targets: { critical } } },
          reminders,
          people: { ana: { ...person, quiet: "22:00-07:00" }, eva: { name: "Eva", roles: ["head"], slack: "U0EVA" } },
          accounts: { acme: { name: "Acme", plan: "p", manager: "ana", timezone: "Europe/Madrid" } },
        } satisfies WrittenDesk,
        1,
      ),
      null,
    );
  const unled = (severities: string) => [
    `the ladder has no step for a clock of ${severities} tickets of plan p (Acme): no person is ever reminded of them`,
  ];
  for (const clock of ["resolution", "update", "tech"] as const)
    expect(warnings([{ at: "100%", tell: ["head"], clocks: [clock] }], { tech: "PT1H" })).toEqual(
      unled("critical, high, medium, and low"),
    );
  const resolution = { at: "100%", tell: ["head" as const], clocks: ["resolution" as const] };
  expect(warnings([resolution], { resolution: "PT8H" })).toEqual(unled("high, medium, and low"));
  // A person who is only reminded of a clock without a target covers nothing.
  const first = { at: "50%", tell: ["manager"], clocks: ["firstResponse" as const, "tech" as const] };
  expect(warnings([first, resolution])).toEqual([
    "every day between 22:00 and 07:00 no person with a reachable DM or e-mail step covers high, medium, and low tickets of plan p (Acme)",
  ]);
});

test("a holiday or an exception changes no ordinary week, but allows no waking", () => {
  const warnings = (calendar: NonNullable<DeskDocument["calendars"]>[string]) =>
    uncovered(
      deskOf(
        {
          calendars: { some: { timezone: "Europe/Madrid", ...calendar } },
          plans: { some: { calendar: "some" } },
          people: { ana: { ...person, quiet: "09:00-12:00" } },
          accounts: { acme: { name: "Acme", plan: "some", manager: "ana" } },
        } satisfies WrittenDesk,
        1,
      ),
      null,
    ).map((each) => each.replace(/no person.*covers (.*) tickets.*/, "$1"));
  const sampled = ["2026-01-12", "2026-07-13"];
  const monday = { hours: { mon: ["09:00-14:00"] } };
  const gap = ["between Monday 09:00 and Monday 12:00 critical, high, medium, and low"];
  expect(warnings(monday)).toEqual(gap);
  expect(warnings({ ...monday, holidays: sampled })).toEqual(gap);
  expect(
    warnings({ ...monday, exceptions: Object.fromEntries(sampled.map((date) => [date, "closed" as const])) }),
  ).toEqual(gap);
  expect(
    warnings({
      hours: { mon: ["12:00-14:00"] },
      exceptions: { "2026-01-13": ["09:00-11:00"], "2026-07-14": ["09:00-11:00"] },
    }),
  ).toEqual([]);
  const all = { hours: { "mon-sun": ["00:00-24:00"] } };
  expect(warnings(all)).toEqual(["every day between 09:00 and 12:00 high, medium, and low"]);
  expect(warnings({ ...all, holidays: ["2026-12-25"] })).toEqual([
    "every day between 09:00 and 12:00 critical, high, medium, and low",
  ]);
});

test("gaps of different shapes are reported apart, each with its own days", () => {
  const warnings = (hours: Readonly<Record<string, string[]>>) =>
    uncovered(
      deskOf(
        {
          calendars: { odd: { timezone: "UTC", hours } },
          plans: { odd: { calendar: "odd" } },
          people: { ana: { ...person, timezone: "UTC", quiet: "20:00-07:00" } },
          accounts: { acme: { name: "Acme", plan: "odd", manager: "ana" } },
        } satisfies WrittenDesk,
        1,
      ),
      null,
    ).map((each) => each.replace(/ no person.*/, ""));
  expect(warnings({ mon: ["06:00-09:00"], wed: ["06:00-09:00"], sat: ["06:30-09:00"] })).toEqual([
    "on Monday and Wednesday between 06:00 and 07:00",
    "between Saturday 06:30 and Saturday 07:00",
  ]);
  expect(warnings({ "mon-thu": ["00:00-07:00", "12:00-24:00"], fri: ["00:00-07:00"] })).toEqual([
    "between Monday 00:00 and Monday 07:00",
    "on Monday to Thursday between 20:00 and 07:00 of the next day",
  ]);
});

test("a gap of one season is found, and reported once with the gap of the other season", () => {
  const warnings = (hours: string, timezone: string, quiet: string) =>
    uncovered(
      deskOf(
        {
          calendars: { office: { timezone: "Europe/Madrid", hours: { "mon-sun": [hours] } } },
          plans: { p: { calendar: "office" } },
          people: { ana: { ...person, timezone, quiet } },
          accounts: { acme: { name: "Acme", plan: "p", manager: "ana" } },
        } satisfies WrittenDesk,
        1,
      ),
      null,
    ).map((each) => each.replace(/ no person.*|.* ever .*/, ""));
  // Sydney is ten hours ahead of Madrid in January, and eight in July.
  expect(warnings("00:00-07:00", "Australia/Sydney", "18:00-09:00")).toEqual(["every day between 00:00 and 01:00"]);
  expect(warnings("00:00-09:00", "Australia/Sydney", "18:00-10:00")).toEqual([
    "every day between 00:00 and 02:00",
    "every day between 08:00 and 09:00",
  ]);
  // If only one side changes its clocks, the missing hours of both seasons are one gap.
  expect(warnings("09:00-18:00", "America/Bogota", "20:00-08:00")).toEqual(["every day between 09:00 and 15:00"]);
  // A covered hour that moves in summer leaves two gaps, not a week without a person.
  expect(warnings("00:00-24:00", "UTC", "01:00-00:00")).toEqual([
    "every day between 02:00 and 01:00",
    "every day between 03:00 and 02:00",
  ]);
});
