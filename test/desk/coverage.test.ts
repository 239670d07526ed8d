import { expect, test } from "vitest";
import { uncovered } from "../../src/desk/checks/coverage.ts";
import { deskOf } from "../../src/desk/desk-of.ts";
import { unreachable } from "../../src/desk/checks/reachable.ts";
import type { DeskDocument } from "../../src/desk/schema.ts";

type WithIds = Partial<Record<"slack" | "discord" | "playground", string>>;
type Person = NonNullable<DeskDocument["people"]>[string] & WithIds;
type People = Readonly<Record<string, Person>>;
type WrittenDesk = DeskDocument & { readonly people?: People };
type Plan = "day" | "always" | "spelled";

const deskWith = (people: People, plan: Plan = "always", manager = "ana") =>
  deskOf(
    {
      calendars: {
        always: { open: "always" },
        office: { timezone: "Europe/Madrid", hours: { "mon-fri": ["09:00-18:00"] } },
        spelled: { timezone: "Europe/Madrid", hours: { "mon-sun": ["00:00-24:00"] } },
      },
      plans: { always: { calendar: "always" }, day: { calendar: "office" }, spelled: { calendar: "spelled" } },
      people,
      accounts: { acme: { name: "Acme", plan, manager, timezone: "Europe/Madrid" } },
    } satisfies WrittenDesk,
    1,
  );
const warned = (people: People, plan: Plan = "always", manager = "ana") =>
  uncovered(deskWith(people, plan, manager), null);
const person = { name: "Ana", roles: ["manager" as const], slack: "U1", timezone: "Europe/Madrid" };

test("a person who can always be reached covers every hour", () => {
  expect(warned({ ana: person })).toEqual([]);
  expect(warned({ ana: { name: "Ana", roles: ["manager", "head"], email: "ana@example.com" } })).toEqual([]);
});

test("a person without an address covers no hour", () => {
  expect(warned({ ana: { name: "Ana", roles: ["manager"] } })).toEqual([
    "nobody with a reachable DM or e-mail step ever covers critical, high, medium, and low tickets of plan always (Acme)",
  ]);
});

test.each<[string, People["ana"], string, string]>([
  ["Discord", { name: "Ana", roles: ["manager"], discord: "200000000000000001" }, "discord", "discord is"],
  ["e-mail", { name: "Ana", roles: ["manager", "head"], email: "ana@example.com" }, "email", "e-mail is"],
])("a person who has only %s covers no hour while it is off", (_, ana, platform, what) => {
  const desk = deskWith({ ana });
  expect(uncovered(desk, new Set(["slack"]))).toEqual([
    "nobody with a reachable DM or e-mail step ever covers critical, high, medium, and low tickets of plan always (Acme)",
  ]);
  expect(unreachable(desk, new Set(["slack"]))).toEqual([`Ana cannot be reached: ${what} not switched on`]);
  for (const on of [new Set(["slack", platform]), null])
    expect([uncovered(desk, on), unreachable(desk, on)]).toEqual([[], []]);
});

test("a person who cannot be reached is named, even if another person covers for them", () => {
  const far = { roles: ["manager" as const], discord: "200000000000000001", email: "a@example.com" };
  const people = {
    ana: { ...far, name: "Ana" },
    bea: { ...far, name: "Bea", discord: "200000000000000002" },
    eva: { name: "Eva", roles: ["head" as const], slack: "U0EVA" },
    joe: { name: "Joe", roles: ["agent" as const] },
  };
  expect(uncovered(deskWith(people), new Set(["slack"]))).toEqual([]);
  expect(unreachable(deskWith(people), new Set(["slack"]))).toEqual([
    "Ana and Bea cannot be reached: discord and e-mail are not switched on",
  ]);
});

test("quiet hours leave a gap where a target runs, and critical tickets of an open plan break them", () => {
  expect(warned({ ana: { ...person, quiet: "22:00-07:00" } })).toEqual([
    "every day between 22:00 and 07:00 nobody with a reachable DM or e-mail step covers high, medium, and low tickets of plan always (Acme)",
  ]);
  expect(warned({ ana: { ...person, quiet: "22:00-07:00" } }, "spelled")).toEqual([
    "every day between 22:00 and 07:00 nobody with a reachable DM or e-mail step covers high, medium, and low tickets of plan spelled (Acme)",
  ]);
  expect(warned({ ana: { ...person, quiet: "22:00-07:00" } }, "day")).toEqual([]);
});

test("a severity with its own calendar is covered, or not, in the hours of that calendar", () => {
  const people = { ana: { ...person, quiet: "17:00-08:00" } };
  const told = (own: { readonly critical?: { calendar: string }; readonly high?: { calendar: string } }) =>
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
  expect(told({})).toEqual([]);
  // Critical tickets round the clock break quiet hours, so their manager can be reached.
  expect(told({ critical: { calendar: "always" } })).toEqual([]);
  expect(told({ high: { calendar: "always" } })).toEqual([
    "every day between 17:00 and 08:00 nobody with a reachable DM or e-mail step covers high tickets of plan p (Acme)",
  ]);
});

test("the same gap on several days is reported once, with its days, in the plan's own zone", () => {
  expect(warned({ ana: { ...person, quiet: "17:30-20:00" } }, "day")).toEqual([
    "on Monday to Friday between 17:30 and 18:00 nobody with a reachable DM or e-mail step covers critical, high, medium, and low tickets of plan day (Acme)",
  ]);
  expect(warned({ ana: { ...person, quiet: "02:00-09:15", timezone: "UTC" } }, "day")).toEqual([
    expect.stringMatching(/^on Monday to Friday between 09:00 and 11:15 nobody/) as string,
  ]);
});

test("a target without a step in the ladder reminds no person, and causes a warning", () => {
  const told = (
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
    `no reminder is for a clock that is promised to ${severities} tickets of plan p (Acme): nobody is ever reminded of them`,
  ];
  for (const clock of ["resolution", "update", "tech"] as const)
    expect(told([{ at: "100%", tell: ["head"], clocks: [clock] }], { tech: "PT1H" })).toEqual(
      unled("critical, high, medium, and low"),
    );
  const resolution = { at: "100%", tell: ["head" as const], clocks: ["resolution" as const] };
  expect(told([resolution], { resolution: "PT8H" })).toEqual(unled("high, medium, and low"));
  // Who is told of a clock that is not promised covers nothing.
  const first = { at: "50%", tell: ["manager"], clocks: ["firstResponse" as const, "tech" as const] };
  expect(told([first, resolution])).toEqual([
    "every day between 22:00 and 07:00 nobody with a reachable DM or e-mail step covers high, medium, and low tickets of plan p (Acme)",
  ]);
});

test("a holiday or an exception changes no ordinary week, but allows no waking", () => {
  const told = (calendar: NonNullable<DeskDocument["calendars"]>[string]) =>
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
    ).map((each) => each.replace(/nobody.*covers (.*) tickets.*/, "$1"));
  const sampled = ["2026-01-12", "2026-07-13"];
  const monday = { hours: { mon: ["09:00-14:00"] } };
  const gap = ["between Monday 09:00 and Monday 12:00 critical, high, medium, and low"];
  expect(told(monday)).toEqual(gap);
  expect(told({ ...monday, holidays: sampled })).toEqual(gap);
  expect(told({ ...monday, exceptions: Object.fromEntries(sampled.map((date) => [date, "closed" as const])) })).toEqual(
    gap,
  );
  expect(
    told({
      hours: { mon: ["12:00-14:00"] },
      exceptions: { "2026-01-13": ["09:00-11:00"], "2026-07-14": ["09:00-11:00"] },
    }),
  ).toEqual([]);
  const all = { hours: { "mon-sun": ["00:00-24:00"] } };
  expect(told(all)).toEqual(["every day between 09:00 and 12:00 high, medium, and low"]);
  expect(told({ ...all, holidays: ["2026-12-25"] })).toEqual([
    "every day between 09:00 and 12:00 critical, high, medium, and low",
  ]);
});

test("gaps of different shapes are reported apart, each with its own days", () => {
  const told = (hours: Readonly<Record<string, string[]>>) =>
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
    ).map((each) => each.replace(/ nobody.*/, ""));
  expect(told({ mon: ["06:00-09:00"], wed: ["06:00-09:00"], sat: ["06:30-09:00"] })).toEqual([
    "on Monday and Wednesday between 06:00 and 07:00",
    "between Saturday 06:30 and Saturday 07:00",
  ]);
  expect(told({ "mon-thu": ["00:00-07:00", "12:00-24:00"], fri: ["00:00-07:00"] })).toEqual([
    "between Monday 00:00 and Monday 07:00",
    "on Monday to Thursday between 20:00 and 07:00 of the next day",
  ]);
});

test("a deputy who is awake covers for a manager who is not, and so does the head", () => {
  const ana = { ...person, quiet: "22:00-07:00", deputy: "luis" };
  const luis = { name: "Luis", roles: ["agent" as const], slack: "U2" };
  expect(warned({ ana, luis })).toEqual([]);
  expect(warned({ ana: { ...person, quiet: "22:00-07:00" }, luis: { ...luis, roles: ["head"] } })).toEqual([]);
  expect(warned({ ana, luis: { ...luis, timezone: "Europe/Madrid", quiet: "23:00-05:30" } })[0]).toContain(
    "every day between 23:00 and 05:30",
  );
});

test.each<[string, string]>([
  ["the head", "head"],
  ["a named person", "eva"],
])("the deputy of %s covers for them, and a deputy has no deputy", (_, recipient) => {
  const quiet = { roles: ["agent" as const], timezone: "Europe/Madrid", quiet: "22:00-07:00" };
  const told = (tell: string, eva: string, luis: string) =>
    uncovered(
      deskOf(
        {
          calendars: { always: { open: "always" } },
          plans: { p: { calendar: "always" } },
          reminders: [{ at: "50%", tell: [tell] }],
          people: {
            ana: { ...quiet, name: "Ana", slack: "U1", deputy: "luis" },
            eva: { ...quiet, name: "Eva", slack: "U2", deputy: eva, roles: ["head"] },
            luis: { ...quiet, name: "Luis", slack: "U3", deputy: luis },
            max: { name: "Max", roles: ["agent"], slack: "U4" },
          },
          accounts: { acme: { name: "Acme", plan: "p", manager: "ana", timezone: "Europe/Madrid" } },
        } satisfies WrittenDesk,
        1,
      ),
      null,
    );
  const gap = [expect.stringMatching(/^every day between 22:00 and 07:00 nobody/) as string];
  expect(told(recipient, "max", "max")).toEqual([]);
  expect(told(recipient, "luis", "max")).toEqual(gap);
  expect(told("deputy", "max", "max")).toEqual(gap);
});

test("a step by mail covers the night while mail is on, and mail behind a direct message does not", () => {
  const told = (step: { readonly tell?: string[]; readonly email?: string[] }, on: string[] | null, ana = {}) =>
    uncovered(
      deskOf(
        {
          calendars: { always: { open: "always" } },
          plans: { p: { calendar: "always" } },
          reminders: [{ at: "50%", ...step }],
          people: {
            ana: { ...person, quiet: "22:00-07:00", email: "ana@example.com", deputy: "luis", ...ana },
            luis: { ...person, name: "Luis", slack: "U2", quiet: "22:00-07:00", email: "luis@example.com" },
          },
          accounts: { acme: { name: "Acme", plan: "p", manager: "ana", timezone: "Europe/Madrid" } },
        } satisfies WrittenDesk,
        1,
      ),
      on === null ? null : new Set(on),
    ).map((each) => each.replace(/ nobody.*|.* ever .*/, ""));
  const never = [""];
  const both = { tell: ["manager"], email: ["manager"] };
  const nights = ["every day between 22:00 and 07:00"];
  expect(told(both, null)).toEqual(nights);
  expect(told(both, null, { quiet: undefined })).toEqual([]);
  expect(told({ email: ["manager"] }, ["email"], { quiet: undefined })).toEqual([]);
  expect(told({ email: ["manager"] }, ["email"])).toEqual(nights);
  expect(told(both, ["slack"])).toEqual(nights);
  expect(told({ tell: ["manager"] }, null)).toEqual(nights);
  expect(told({ email: ["manager"] }, ["slack"])).toEqual(never);
  // Nobody stands in for mail.
  expect(told({ email: ["manager"] }, null, { email: undefined })).toEqual(never);
  expect(told({ tell: ["manager"] }, ["email"])).toEqual(never);
});

test("a gap of one season is found, and reported once with the gap of the other season", () => {
  const told = (hours: string, timezone: string, quiet: string) =>
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
    ).map((each) => each.replace(/ nobody.*|.* ever .*/, ""));
  // Sydney is ten hours ahead of Madrid in January, and eight in July.
  expect(told("00:00-07:00", "Australia/Sydney", "18:00-09:00")).toEqual(["every day between 00:00 and 01:00"]);
  expect(told("00:00-09:00", "Australia/Sydney", "18:00-10:00")).toEqual([
    "every day between 00:00 and 02:00",
    "every day between 08:00 and 09:00",
  ]);
  // Where only one side turns its clocks, what is missing in either season is one gap.
  expect(told("09:00-18:00", "America/Bogota", "20:00-08:00")).toEqual(["every day between 09:00 and 15:00"]);
  // An hour a day that is another one in summer leaves two gaps, and not a week without anybody.
  expect(told("00:00-24:00", "UTC", "01:00-00:00")).toEqual([
    "every day between 02:00 and 01:00",
    "every day between 03:00 and 02:00",
  ]);
});
