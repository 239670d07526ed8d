import { clockKinds } from "../../src/sla/clock-kinds.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { termsIn } from "../support/sample-desk.ts";
import { deskOf } from "../../src/desk/desk-of.ts";
import { exportDesk } from "../../src/desk/desk-document.ts";
import { readDeskFile } from "../../src/desk/read-desk-file.ts";
import type { DeskDocument } from "../../src/desk/schema.ts";
import { type Desk } from "../../src/desk/desk.ts";
import { severities } from "../../src/sla/severity.ts";

const hour = 3_600_000;

const deskIn = (text: string): Desk => {
  const reading = readDeskFile(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return deskOf(JSON.parse(JSON.stringify(reading.document)), 7);
};

const example = deskIn(readFileSync(join(import.meta.dirname, "../../.desk.example.yaml"), "utf8"));

/** A step that is for every severity and clock. */
const always = { severities, clocks: clockKinds };

/** Where no step is for the technical team's own target, these are. */
const forTech = [
  {
    severities,
    clocks: ["tech"],
    when: { by: "used", percent: 80 },
    tell: ["tech", "assignee"],
    email: [],
    mention: null,
  },
  {
    severities,
    clocks: ["tech"],
    when: { by: "used", percent: 100 },
    tell: ["tech", "assignee", "head"],
    email: [],
    mention: "triage",
  },
];

test("a minimal file gets every default", () => {
  expect(deskIn("channels: { triage: [slack:C1, discord:2] }")).toEqual({
    version: 7,
    name: "Support",
    locale: "en",
    timezone: "UTC",
    manual: null,
    articles: [],
    phone: null,
    consulting: {},
    waiting: null,
    calendars: { always: { name: "always", open: "always" } },
    severityMeans: { critical: null, high: null, medium: null, low: null },
    areas: {},
    severities: {
      critical: { firstResponse: { days: 0, ms: hour } },
      high: { firstResponse: { days: 0, ms: 4 * hour } },
      medium: { firstResponse: { days: 0, ms: 8 * hour } },
      low: { firstResponse: { days: 1, ms: 0 } },
    },
    plans: {},
    ladder: [
      { ...always, when: { by: "used", percent: 50 }, tell: ["assignee", "manager"], email: [], mention: null },
      {
        ...always,
        when: { by: "used", percent: 80 },
        tell: ["assignee", "manager", "deputy"],
        email: [],
        mention: null,
      },
      {
        ...always,
        when: { by: "used", percent: 100 },
        tell: ["assignee", "manager", "head"],
        email: ["head"],
        mention: "triage",
      },
      ...forTech,
    ],
    channels: { triage: ["slack:C1", "discord:2"], tech: [] },
    people: {},
    accounts: {},
    grace: 0.25,
    undo: 10_000,
    replies: {},
    assignment: "manual",
    notifyAssignee: true,
    reopen: { days: 7, ms: 0 },
    thanks: [],
    limits: {
      tickets: { person: { most: 5, withinMs: 600_000 }, account: { most: 30, withinMs: 600_000 } },
      messages: { person: { most: 30, withinMs: 60_000 }, account: { most: 300, withinMs: 60_000 } },
      strangers: { most: 3, withinMs: 600_000 },
      files: { most: 500, bytes: 1_000_000_000, withinMs: 86_400_000 },
      transcripts: { most: 10, withinMs: 600_000 },
      lookups: { most: 60, withinMs: 60_000 },
    },
    former: { people: {}, staff: [], accounts: {}, contacts: {} },
  });
});

test("a canned reply without a text in a language uses the desk's language, else the first text", () => {
  const replies = (locale: string, title: string) =>
    deskIn(`
channels: { triage: slack:C1 }
locale: ${locale}
replies: { hello: { title: ${title}, text: Hello } }`).replies["hello"]?.title;
  expect(replies("en", "{ es: Hola, en: Hello }")).toEqual({ es: "Hola", en: "Hello", pt: "Hello" });
  expect(replies("es", "{ es: Hola, en: Hello }")).toEqual({ es: "Hola", en: "Hello", pt: "Hola" });
  expect(replies("en", "{ pt: Olá }")).toEqual({ es: "Olá", en: "Olá", pt: "Olá" });
  expect(replies("en", "Hello")).toEqual({ es: "Hello", en: "Hello", pt: "Hello" });
});

test("what the desk offers customers beside a ticket is read as it is written", () => {
  const desk = deskIn(`
channels: { triage: slack:C1 }
calendars: { always: { open: always } }
phone: "+34 900 100 200"
consulting: { firstResponse: P2D }
waiting: { nudge: P2D }
plans: { basic: { calendar: always }, gold: { calendar: always, escalate: always } }`);
  expect(desk.phone).toBe("+34 900 100 200");
  expect(desk.consulting).toEqual({ firstResponse: { days: 2, ms: 0 } });
  expect(desk.waiting).toEqual({ nudge: { days: 2, ms: 0 }, close: null });
  expect(Object.values(desk.plans).map(({ escalate }) => escalate)).toEqual(["broken", "always"]);
});

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

test("the platform that a person prefers comes first", () => {
  const written = { name: "Ana", roles: ["agent" as const], slack: "U1", discord: "2" };
  const identities = (prefers?: "slack" | "discord") =>
    deskOf({ people: { ana: { ...written, prefers } } } satisfies DeskDocument, 1).people["ana"]?.identities;
  expect(identities()).toEqual(["slack:U1", "discord:2"]);
  expect(identities("slack")).toEqual(["slack:U1", "discord:2"]);
  expect(identities("discord")).toEqual(["discord:2", "slack:U1"]);
});

test("a person keeps all identities, and the team's platform comes first", () => {
  expect(example.people["ana"]).toEqual({
    key: "ana",
    name: "Ana Ruiz",
    roles: ["manager"],
    identities: ["slack:U0ANA", "discord:200000000000000001"],
    email: "ana@example.com",
    phone: "+34 600 000 001",
    deputy: "luis",
    locale: null,
    timezone: null,
    quiet: null,
    outUntil: null,
  });
  expect(example.people["luis"]?.quiet).toEqual({ from: 22 * 60, to: 7 * 60 });
});

test("an account takes language and zone from the desk, and the desk takes its zone from its first office", () => {
  const text = `
locale: es
channels: { triage: slack:C1 }
calendars: { always: { open: always }, office: { timezone: America/Lima, hours: { mon: ["09:00-10:00"] } } }
plans: { p: { calendar: office } }
accounts: { a: { name: A, plan: p } }`;
  expect(deskIn(text).accounts["a"]).toMatchObject({
    locale: "es",
    timezone: "America/Lima",
    manager: null,
    channels: [],
    contacts: [],
  });
  expect(deskIn(`timezone: Asia/Tokyo${text}`).accounts["a"]?.timezone).toBe("Asia/Tokyo");
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

test("a manual is an address, or an address with articles for viewers of one language or of all", () => {
  const { manual, articles } = deskIn(`
channels: { triage: slack:C1 }
manual:
  url: https://docs.example.com
  articles:
    - { title: El vídeo no arranca, url: https://docs.example.com/v, keywords: [vídeo, no se ve], lang: es }
    - { title: Status, url: https://docs.example.com/s, keywords: [status] }`);
  expect(manual).toBe("https://docs.example.com");
  expect(articles).toEqual([
    { title: "El vídeo no arranca", url: "https://docs.example.com/v", keywords: ["vídeo", "no se ve"], locale: "es" },
    { title: "Status", url: "https://docs.example.com/s", keywords: ["status"], locale: null },
  ]);
  expect(deskIn("channels: { triage: slack:C1 }\nmanual: https://a.example").manual).toBe("https://a.example");
});

test("what is no desk document is refused", () => {
  expect(() => deskOf({ desks: 1 }, 1)).toThrow();
});
