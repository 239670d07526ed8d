import { expect, test } from "vitest";
import { deskOf } from "../../src/desk/desk-of.ts";
import type { DeskDocument } from "../../src/desk/schema.ts";
import { clockKinds } from "../../src/sla/clock-kinds.ts";
import { severities } from "../../src/sla/severity.ts";
import { deskIn, example, forTech, hour } from "./written-desk.ts";

/** A step that is for every severity and clock. */
const always = { severities, clocks: clockKinds };

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
    welcome: false,
    reports: { weekly: { day: "mon", minute: 480 }, statements: 480, alerts: true },
    mail: { support: null, head: null, answers: null, trustUnverified: true },
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
    former: { people: {}, staff: [], accounts: {}, contacts: {}, leftAt: {}, idsLeftAt: {} },
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
plans: { basic: { calendar: always }, gold: { calendar: always, escalate: always, attainment: { firstResponse: 99.5%, update: 29% } } }`);
  expect(desk.phone).toBe("+34 900 100 200");
  expect(desk.consulting).toEqual({ firstResponse: { days: 2, ms: 0 } });
  expect(desk.waiting).toEqual({ nudge: { days: 2, ms: 0 }, close: null });
  expect(Object.values(desk.plans).map(({ escalate }) => escalate)).toEqual(["broken", "always"]);
  expect(desk.plans["basic"]?.attainment).toEqual({});
  expect(desk.plans["gold"]?.attainment).toEqual({ firstResponse: 0.995, update: 0.29 });
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
    notify: null,
    notifyChoice: null,
    reports: true,
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
