import type { LadderStep } from "../../src/sla/ladder-step.ts";
import { clockKinds } from "../../src/sla/clock-kinds.ts";
import type { Desk, SupportPlan, Targets } from "../../src/desk/desk.ts";
import { noFormer } from "../../src/desk/former.ts";
import { severities, type Severity } from "../../src/sla/severity.ts";

const hour = 3_600_000;
const hours = (count: number) => ({ firstResponse: { days: 0, ms: count * hour } });

/** The terms of a plan whose severities all count in one calendar. */
export const termsIn = (calendar: string, promised: Readonly<Record<Severity, Targets>>): SupportPlan["terms"] => ({
  critical: { calendar, targets: promised.critical },
  high: { calendar, targets: promised.high },
  medium: { calendar, targets: promised.medium },
  low: { calendar, targets: promised.low },
});

const targets: Record<Severity, Targets> = {
  critical: hours(1),
  high: hours(4),
  medium: hours(8),
  low: { firstResponse: { days: 1, ms: 0 } },
};

const everyTicket = { severities, clocks: clockKinds };
const ladder: readonly LadderStep[] = [
  { ...everyTicket, when: { by: "used", percent: 50 }, tell: ["manager"], email: [], mention: null },
  { ...everyTicket, when: { by: "used", percent: 80 }, tell: ["manager", "deputy"], email: [], mention: null },
  { ...everyTicket, when: { by: "used", percent: 100 }, tell: ["manager", "head"], email: [], mention: "triage" },
];

const noDetails = {
  email: null,
  phone: null,
  deputy: null,
  locale: null,
  timezone: null,
  quiet: null,
  notify: null,
  notifyChoice: null,
  reports: true,
  outUntil: null,
};
const office = [
  { from: 9 * 60, to: 14 * 60 },
  { from: 15 * 60 + 30, to: 18 * 60 + 30 },
];

const many = { most: 1_000_000, withinMs: 60_000 };
/** For tests in which one customer does in seconds what people do in days. */
export const unlimited: Desk["limits"] = {
  tickets: { person: many, account: many },
  messages: { person: many, account: many },
  strangers: many,
  files: { most: 1_000_000, bytes: 1e15, withinMs: 60_000 },
  transcripts: many,
  lookups: many,
};

/**
 * A desk like the one in docs/desk-file.md: Acme (premium, round the clock, managed by Ana, deputy Luis) and Northwind
 * (office hours, without a manager).
 */
export const sampleDesk: Desk = {
  version: 1,
  name: "Vodlix Support",
  locale: "en",
  timezone: "Europe/Madrid",
  limits: unlimited,
  consulting: {},
  // Stories that pass a week get no messages that they do not ask for.
  reports: { weekly: null, statements: null, alerts: false },
  mail: { support: null, head: null, answers: null, trustUnverified: true },
  areas: {},
  waiting: null,
  phone: null,
  manual: "https://docs.example.com/user-manual",
  articles: [],
  calendars: {
    always: { name: "always", open: "always" },
    office: {
      name: "office",
      open: "hours",
      timezone: "Europe/Madrid",
      hours: {
        mon: office,
        tue: office,
        wed: office,
        thu: office,
        fri: office,
        sat: [{ from: 600, to: 780 }],
        sun: [],
      },
      holidays: ["2026-12-25"],
      exceptions: {},
    },
  },
  severities: targets,
  severityMeans: { critical: null, high: null, medium: null, low: null },
  plans: {
    standard: {
      key: "standard",
      calendar: "office",
      terms: termsIn("office", targets),
      phone: [],
      escalate: "broken",
      attainment: {},
      watch: null,
    },
    premium: {
      key: "premium",
      calendar: "always",
      terms: termsIn("always", { ...targets, critical: { firstResponse: { days: 0, ms: hour / 2 } } }),
      phone: ["critical", "high"],
      escalate: "broken",
      attainment: {},
      watch: null,
    },
  },
  ladder,
  channels: { triage: ["slack:C0TRIAGE"], tech: ["slack:C0TECH"] },
  people: {
    ana: {
      ...noDetails,
      key: "ana",
      name: "Ana Ruiz",
      roles: ["manager"],
      identities: ["slack:U0ANA"],
      phone: "+34 600 000 001",
      deputy: "luis",
    },
    luis: { ...noDetails, key: "luis", name: "Luis Gil", roles: ["agent", "manager"], identities: ["slack:U0LUIS"] },
    marta: { ...noDetails, key: "marta", name: "Marta Solé", roles: ["agent"], identities: ["slack:U0MARTA"] },
    tom: { ...noDetails, key: "tom", name: "Tom Berg", roles: ["tech"], identities: ["slack:U0TOM"] },
    eva: { ...noDetails, key: "eva", name: "Eva Sanz", roles: ["head"], identities: ["slack:U0EVA"] },
  },
  accounts: {
    acme: {
      key: "acme",
      name: "Acme TV",
      plan: "premium",
      manager: "ana",
      locale: "es",
      timezone: "Europe/Madrid",
      channels: ["slack:C0ACME"],
      contacts: ["slack:U0CARLA"],
      accessManagers: [],
      ownTicketsOnly: [],
      sameContact: {},
    },
    northwind: {
      key: "northwind",
      name: "Northwind Media",
      plan: "standard",
      manager: null,
      locale: "en",
      timezone: "America/New_York",
      channels: ["slack:C0NORTH"],
      contacts: ["slack:U0OLIVER"],
      accessManagers: [],
      ownTicketsOnly: [],
      sameContact: {},
    },
  },
  grace: 0.25,
  undo: 0,
  replies: {},
  thanks: [],
  assignment: "manual",
  notifyAssignee: true,
  welcome: false,
  reopen: null,
  former: noFormer,
};

const hoursOf = (first: number, next: number, solution: number): Targets => ({
  firstResponse: { days: 0, ms: first * hour },
  nextResponse: { days: 0, ms: next * hour },
  resolution: { days: 0, ms: solution * hour },
});

const everyTarget: Record<Severity, Targets> = {
  critical: hoursOf(1, 1, 8),
  high: hoursOf(4, 2, 16),
  medium: hoursOf(8, 4, 40),
  low: { firstResponse: { days: 1, ms: 0 } },
};

/** The same desk with targets for all clocks: also next response and resolution, except for low. */
export const promisingDesk: Desk = {
  ...sampleDesk,
  plans: {
    standard: {
      key: "standard",
      calendar: "office",
      terms: termsIn("office", everyTarget),
      phone: [],
      escalate: "broken",
      attainment: {},
      watch: null,
    },
    premium: {
      key: "premium",
      calendar: "always",
      terms: termsIn("always", everyTarget),
      phone: ["critical", "high"],
      escalate: "broken",
      attainment: {},
      watch: null,
    },
  },
};

/** The sample desk with the default undo window of ten seconds. */
export const holdingDesk: Desk = { ...sampleDesk, undo: 10_000 };
