import type { MessageRef } from "../../../src/chat/card.ts";
import type { Desk, Person, Targets } from "../../../src/desk/desk.ts";
import type { Viewer, TicketPlaces } from "../../../src/i18n/viewer.ts";
import type { Calendar, TargetTime } from "../../../src/sla/calendar.ts";
import { clockKinds } from "../../../src/sla/clock-kinds.ts";
import type { Clock, SlaTarget } from "../../../src/sla/clock.ts";
import { severities, type Severity } from "../../../src/sla/severity.ts";
import { ladderFor } from "../../../src/tickets/clocks/ladder.ts";
import { scheduled } from "../../../src/tickets/clocks/step-times.ts";
import type { Messages, ThreadMessage } from "../../../src/tickets/thread/thread-message.ts";
import type { OpenTicket } from "../../../src/tickets/ticket.ts";
import { termsIn, unlimited } from "../../support/sample-desk.ts";

export const minute = 60_000;
export const hour = 60 * minute;

/** Monday 12 January 2026, 10:00 in Madrid. */
export const now = Date.parse("2026-01-12T09:00:00Z");

const always: Calendar = { name: "always", open: "always" };
const weekday = [
  { from: 540, to: 840 },
  { from: 930, to: 1110 },
];
export const office: Calendar = {
  name: "office",
  open: "hours",
  timezone: "Europe/Madrid",
  hours: {
    mon: weekday,
    tue: weekday,
    wed: weekday,
    thu: weekday,
    fri: weekday,
    sat: [{ from: 600, to: 780 }],
    sun: [],
  },
  holidays: [],
  exceptions: {},
};

const within = (ms: number, days = 0): Targets => ({ firstResponse: { days, ms } });
const defaults: Record<Severity, Targets> = {
  critical: within(hour),
  high: within(4 * hour),
  medium: within(8 * hour),
  low: within(0, 1),
};

export const person = (key: string, name: string, more: Partial<Person>): Person => ({
  key,
  name,
  roles: ["agent"],
  identities: [`slack:U0${key.toUpperCase()}`],
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
  ...more,
});

const everyTicket = { severities, clocks: clockKinds };

export const desk: Desk = {
  version: 1,
  name: "Vodlix Support",
  limits: unlimited,
  locale: "es",
  timezone: "Europe/Madrid",
  former: { people: { gone: "Gon Zález" }, staff: [], accounts: {}, contacts: {}, leftAt: {}, idsLeftAt: {} },
  consulting: {},
  areas: {},
  waiting: null,
  phone: null,
  manual: "https://docs.example.com/manual",
  articles: [],
  calendars: { always, office },
  severities: defaults,
  severityMeans: { critical: null, high: null, medium: null, low: null },
  plans: {
    standard: {
      key: "standard",
      calendar: "office",
      terms: termsIn("office", defaults),
      phone: [],
      escalate: "broken",
      attainment: {},
      watch: null,
    },
    premium: {
      key: "premium",
      calendar: "always",
      terms: termsIn("always", { ...defaults, critical: within(30 * minute) }),
      phone: ["critical", "high"],
      escalate: "broken",
      attainment: {},
      watch: null,
    },
  },
  ladder: [
    { ...everyTicket, when: { by: "used", percent: 50 }, tell: ["manager"], email: [], mention: null },
    { ...everyTicket, when: { by: "used", percent: 80 }, tell: ["manager", "deputy"], email: [], mention: null },
    {
      ...everyTicket,
      when: { by: "used", percent: 100 },
      tell: ["manager", "head"],
      email: ["head"],
      mention: "triage",
    },
  ],
  channels: { triage: ["slack:C0TRIAGE"], tech: [] },
  people: {
    ana: person("ana", "Ana Ruiz", { roles: ["manager"], phone: "+34 600 000 001", deputy: "luis", locale: "en" }),
    luis: person("luis", "Luis Gil", { roles: ["agent", "manager"] }),
    eva: person("eva", "Eva Sanz", { roles: ["head"] }),
    teo: person("teo", "Teo Vidal", { roles: ["tech"] }),
    marta: person("marta", "Canaria Interna", { identities: ["discord:77"] }),
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
    north: {
      key: "north",
      name: "Northwind Media",
      plan: "standard",
      manager: null,
      locale: "en",
      timezone: "America/New_York",
      channels: ["slack:C0NORTH"],
      contacts: [],
      accessManagers: [],
      ownTicketsOnly: [],
      sameContact: {},
    },
  },
  grace: 0.25,
  undo: 10_000,
  replies: {
    thanks: {
      key: "thanks",
      title: { es: "Gracias", en: "Thanks", pt: "Obrigado" },
      text: {
        es: "Gracias, {customer}: {ticket}, {account}, {manager}, {due}",
        en: "Thank you, {customer}!",
        pt: "Obrigado, {customer}!",
      },
    },
  },
  thanks: [],
  assignment: "manual",
  notifyAssignee: true,
  welcome: false,
  reports: { weekly: { day: "mon", minute: 480 }, statements: 480, alerts: true },
  mail: { support: null, head: null, answers: null, trustUnverified: true },
  reopen: { days: 7, ms: 0 },
};

export const promised = (severity: Severity, time: TargetTime, calendar: Calendar, due: number): SlaTarget => {
  const madeAt = now - 20 * minute;
  const ladder = ladderFor(desk.ladder, severity, "firstResponse", 30 * minute);
  return scheduled({ severity, time, calendar, ladder, madeAt, due }, { since: madeAt, pauses: [] });
};

export const clock: Clock = {
  kind: "firstResponse",
  cycle: 1,
  startedAt: now - 20 * minute,
  target: promised("critical", { days: 0, ms: 30 * minute }, always, now + 10 * minute),
  earlier: [],
  end: null,
  fired: [],
  acknowledged: null,
  snoozed: null,
};

export const hostile = "<!channel> @everyone *b* <b>x</b> \u202Eevil\u202C \u200B👩‍👩‍👧‍👦 ".repeat(30);

export const posted: ThreadMessage = {
  message: { channel: "slack:C0ACME", id: "1700000000.000200" },
  kind: "customerWrote",
  by: { user: "slack:U0CARLA", name: "Carla Núñez" },
  company: "acme",
  text: hostile,
  cut: 0,
  format: [],
  files: (["clip.mp4", hostile.slice(0, 200).toWellFormed()] as const).map((name, place) => ({
    id: "F1",
    name,
    size: 12_345_678,
    type: "video/mp4",
    rejectedBecause: place === 0 ? null : ("program" as const),
  })),
  at: now - minute,
  needsReplySince: "notJudged",
  colleague: false,
  editedAt: null,
  deletedAt: null,
  textKept: false,
  staff: false,
  usedFor: [],
};

/** The customer's last message if it is in no thread. */
export const unnamed = { message: null, cut: 0, format: [] } as const;
export const goneMessage: ThreadMessage["message"] = { channel: "slack:C0ACME", id: "1700000000.000300" };
export const openingMessage: ThreadMessage["message"] = { channel: "slack:C0ACME", id: "1700000000.000100" };

/** The messages of the sample tickets. */
export const threadMessages: Messages = [
  { ...posted, editedAt: now },
  { ...posted, message: goneMessage, text: "", files: [], deletedAt: now },
  { ...posted, message: openingMessage, kind: "opened", editedAt: now },
];

export const ticket: OpenTicket = {
  number: 1042,
  version: 1,
  title: "No video on smart TVs",
  description: "Since this morning nothing plays.\n\nThe app shows a black screen.",
  status: "open",
  account: "acme",
  requester: { user: "slack:U0CARLA", name: "Carla Núñez", account: null },
  askedIn: "slack:C0ACME",
  source: null,
  conversation: { kind: "channel", channel: "slack:C0ACME", state: "inFirstPlace" },
  assignee: null,
  openedAt: now - 20 * minute,
  lastCustomerMessage: null,
  writers: [posted.by],
  followers: [{ user: "web:nuria", name: hostile }],
  copied: [],
  lastReplyIn: {},
  unanswered: null,
  lastReplyAt: null,
  notes: 0,
  consultingMinutes: 0,
  replies: 0,
  kind: "problem",
  escalation: null,
  callBack: null,
  rating: null,
  area: null,
  sla: {
    claimedSeverity: "critical",
    confirmedSeverity: null,
    pauses: { since: null, lastEnd: null },
    clocks: [clock],
  },
  tech: null,
  links: [],
  pendingReplies: [],
  undelivered: [],
};

const messageRef = (channel: MessageRef["channel"]): MessageRef => ({ channel, id: "1700000000.000100" });
export const places: TicketPlaces = { triage: messageRef("slack:C0TRIAGE"), conversation: messageRef("slack:C0ACME") };
export const noPlaces: TicketPlaces = { triage: null, conversation: null };

export const audience: readonly Viewer[] = [
  { locale: "en", timezone: "America/New_York" },
  { locale: "es", timezone: "Europe/Madrid" },
  { locale: "pt", timezone: "America/Sao_Paulo" },
];

/** What the team reads of mails that did not arrive, one for each kind of reason. */
export const failedMails = ["5.1.1", "5.2.2", "5.2.1", "5.7.26", "4.4.1", "5.0.0", hostile].map(
  (why) => ({ type: "mailFailed", name: hostile, why, certain: why !== "4.4.1", stops: why === "5.1.1" }) as const,
);

/** Ratings of a person who rated the ticket like this before, with and without a comment. */
export const sampleRatings = (before: "good" | "bad" | null) =>
  [null, hostile].map(
    (comment) => ({ type: "rated", by: hostile.slice(0, 40), score: "bad", before, comment }) as const,
  );
