import { expect, test } from "vitest";
import { exportDesk } from "../../src/desk/desk-document.ts";
import { readDeskFile } from "../../src/desk/read-desk-file.ts";
import { clockKinds } from "../../src/sla/clock-kinds.ts";
import { severities } from "../../src/sla/severity.ts";
import { termsIn } from "../support/sample-desk.ts";
import { deskIn, example, forTech, hour } from "./written-desk.ts";

test("opening hours become minutes of each weekday, and holidays are sorted", () => {
  const day = [
    { from: 540, to: 840 },
    { from: 930, to: 1110 },
  ];
  expect(example.calendars["office"]).toEqual({
    name: "office",
    open: "hours",
    timezone: "Europe/Madrid",
    hours: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [{ from: 600, to: 780 }], sun: [] },
    holidays: ["2026-12-25"],
    exceptions: { "2026-12-24": [{ from: 540, to: 780 }], "2026-12-31": [] },
  });
  expect(example.calendars["always"]).toEqual({ name: "always", open: "always" });
  const night = deskIn(
    'channels: { triage: slack:C1 }\ncalendars: { night: { timezone: UTC, hours: { sat-mon: ["00:00-24:00"] } } }',
  );
  expect(night.calendars["night"]).toMatchObject({
    hours: { sat: [{ from: 0, to: 1440 }], sun: [{ from: 0, to: 1440 }], mon: [{ from: 0, to: 1440 }], tue: [] },
  });
});

test("a plan's target is used before the severity's, and the severity's before the built-in one", () => {
  const { plans, severities } = deskIn(`
channels: { triage: slack:C1 }
calendars: { always: { open: always } }
severities: { critical: { nextResponse: PT2H }, low: { firstResponse: P2D } }
plans: { gold: { calendar: always, targets: { critical: { firstResponse: PT5S } } } }`);
  expect(severities.critical).toEqual({
    firstResponse: { days: 0, ms: hour },
    nextResponse: { days: 0, ms: 2 * hour },
  });
  expect(plans["gold"]?.terms).toEqual(
    termsIn("always", {
      critical: { firstResponse: { days: 0, ms: 5_000 }, nextResponse: { days: 0, ms: 2 * hour } },
      high: { firstResponse: { days: 0, ms: 4 * hour } },
      medium: { firstResponse: { days: 0, ms: 8 * hour } },
      low: { firstResponse: { days: 2, ms: 0 } },
    }),
  );
  expect(example.plans["premium"]?.phone).toEqual(["critical", "high"]);
});

test("a step may use the time left, apply to some severities and clocks, and name people", () => {
  const { ladder } = deskIn(`
channels: { triage: slack:C1 }
people: { otto: { name: Otto, roles: [tech], email: otto@example.com } }
reminders:
  - { at: 50%, tell: [manager, otto], severities: [critical] }
  - { at: 50%, tell: [assignee], severities: [low] }
  - { left: PT15M, email: [otto, head], clocks: [resolution] }`);
  expect(ladder).toEqual([
    {
      when: { by: "used", percent: 50 },
      tell: ["manager", { person: "otto" }],
      email: [],
      mention: null,
      severities: ["critical"],
      clocks: clockKinds,
    },
    {
      when: { by: "used", percent: 50 },
      tell: ["assignee"],
      email: [],
      mention: null,
      severities: ["low"],
      clocks: clockKinds,
    },
    {
      when: { by: "left", ms: hour / 4 },
      tell: [],
      email: [{ person: "otto" }, "head"],
      mention: null,
      severities,
      clocks: ["resolution"],
    },
    ...forTech,
  ]);
});

const office = `
channels: { triage: slack:C1 }
calendars: { office: { timezone: Europe/Madrid, hours: { mon-fri: ["09:00-18:00"] } } }`;

test("a severity of a plan may have its own calendar, and “always” exists without an entry", () => {
  const { plans, calendars } = deskIn(
    `${office}\nplans: { p: { calendar: office, targets: { critical: { calendar: always, resolution: PT8H } } } }`,
  );
  expect(plans["p"]?.calendar).toBe("office");
  expect(plans["p"]?.terms.critical).toEqual({
    calendar: "always",
    targets: { firstResponse: { days: 0, ms: hour }, resolution: { days: 0, ms: 8 * hour } },
  });
  expect([plans["p"]?.terms.high.calendar, plans["p"]?.terms.low.calendar]).toEqual(["office", "office"]);
  expect(calendars["always"]).toEqual({ name: "always", open: "always" });
  expect(deskIn(`${office}\nplans: { p: { calendar: always } }`).plans["p"]?.calendar).toBe("always");
});

test("a calendar that the file names “always” replaces the built-in one", () => {
  const { calendars } = deskIn(office.replace("office:", "always:"));
  expect(calendars["always"]).toMatchObject({ open: "hours", timezone: "Europe/Madrid" });
});

test("the meaning of a severity is one text, or one for each language, and Plazo's own if left out", () => {
  const { severityMeans, severities: targets } = deskIn(`
locale: es
channels: { triage: slack:C1 }
severities:
  critical: { means: Nobody can sign in }
  high: { means: { es: Falla la subida, pt: O envio falha }, nextResponse: PT2H }`);
  expect(severityMeans).toEqual({
    critical: { en: "Nobody can sign in", es: "Nobody can sign in", pt: "Nobody can sign in" },
    high: { en: "Falla la subida", es: "Falla la subida", pt: "O envio falha" },
    medium: null,
    low: null,
  });
  expect(targets.critical).toEqual({ firstResponse: { days: 0, ms: hour } });
  expect(targets.high).toEqual({ firstResponse: { days: 0, ms: 4 * hour }, nextResponse: { days: 0, ms: 2 * hour } });
});

test("an export keeps the meaning of a severity and its calendar", () => {
  const text = `${office}
severities: { critical: { means: { en: Down, es: Caído } }, low: { means: Looks } }
plans: { p: { calendar: office, targets: { critical: { calendar: always } } } }`;
  const reading = readDeskFile(text);
  if (!reading.ok) throw new Error("faulty");
  const again = readDeskFile(exportDesk(reading.document));
  expect(again.ok && again.document).toEqual(reading.document);
  expect(again.ok && again.document.plans?.["p"]?.targets?.critical).toEqual({ calendar: "always" });
});
