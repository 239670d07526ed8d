import type { Clock, SlaTarget } from "../../src/sla/clock.ts";
import { clockKinds } from "../../src/sla/clock-kinds.ts";
import { openTickets } from "../../src/tickets/list-filter.ts";
import type { ShownList } from "../../src/features/lists/list-card.ts";
import { countedActs, countedReads } from "../../src/tickets/limits.ts";
import { termsIn, unlimited } from "../support/sample-desk.ts";
import { noChange } from "../../src/tickets/clocks/clock-changes.ts";
import { withSla } from "../../src/tickets/clocks/evolve-clocks.ts";
import { ladderFor } from "../../src/tickets/clocks/ladder.ts";
import type { MessageRef } from "../../src/chat/card.ts";
import type { Calendar, TargetTime } from "../../src/sla/calendar.ts";
import type { Desk, Person, Targets } from "../../src/desk/desk.ts";
import type { Refusal, Event, EventType } from "../../src/tickets/messages.ts";
import type { Notification } from "../../src/tickets/effect.ts";
import type { NotifyTarget, Page, ReminderNotification } from "../../src/tickets/routes/notification-route.ts";
import { severities, type Severity } from "../../src/sla/severity.ts";
import { asResolved, asWaiting } from "../../src/tickets/status-change.ts";
import type { Messages, ThreadMessage } from "../../src/tickets/thread/thread-message.ts";
import type { OpenTicket, Ticket } from "../../src/tickets/ticket.ts";
import type { Inactivity } from "../../src/tickets/ticket-records.ts";
import type { Viewer, TicketPlaces } from "../../src/i18n/viewer.ts";

const minute = 60_000;
const hour = 60 * minute;

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

const person = (key: string, name: string, more: Partial<Person>): Person => ({
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
  former: { people: { gone: "Gon Zález" }, staff: [], accounts: {}, contacts: {} },
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
    },
    premium: {
      key: "premium",
      calendar: "always",
      terms: termsIn("always", { ...defaults, critical: within(30 * minute) }),
      phone: ["critical", "high"],
      escalate: "broken",
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
  reopen: { days: 7, ms: 0 },
};

const promised = (severity: Severity, target: TargetTime, calendar: Calendar, due: number): SlaTarget => ({
  severity,
  time: target,
  calendar,
  ladder: ladderFor(desk.ladder, severity, "firstResponse", 30 * minute),
  madeAt: now - 20 * minute,
  due,
});

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

const hostile = "<!channel> @everyone *b* <b>x</b> \u202Eevil\u202C \u200B👩‍👩‍👧‍👦 ".repeat(30);

const said: ThreadMessage = {
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
/** The customer's last message, where no thread has it. */
export const unnamed = { message: null, cut: 0, format: [] } as const;
const goneMessage: ThreadMessage["message"] = { channel: "slack:C0ACME", id: "1700000000.000300" };
const openingMessage: ThreadMessage["message"] = { channel: "slack:C0ACME", id: "1700000000.000100" };

/** The messages of the sample tickets. */
export const threadMessages: Messages = [
  { ...said, editedAt: now },
  { ...said, message: goneMessage, text: "", files: [], deletedAt: now },
  { ...said, message: openingMessage, kind: "opened", editedAt: now },
];

export const ticket: OpenTicket = {
  number: 1042,
  version: 1,
  title: "No video on smart TVs",
  description: "Since this morning nothing plays.\n\nThe app shows a black screen.",
  status: "open",
  account: "acme",
  requester: { user: "slack:U0CARLA", name: "Carla Núñez" },
  askedIn: "slack:C0ACME",
  source: null,
  conversation: { kind: "channel", channel: "slack:C0ACME" },
  assignee: null,
  openedAt: now - 20 * minute,
  lastCustomerMessage: null,
  writers: [said.by],
  lastReplyIn: {},
  unanswered: [],
  lastReplyAt: null,
  notes: 0,
  replies: 0,
  kind: "problem",
  escalation: null,
  callBack: null,
  rating: null,
  area: null,
  sla: { claimedSeverity: "critical", confirmedSeverity: null, pauses: [], clocks: [clock] },
  tech: null,
  links: [],
  pendingReplies: [],
  undelivered: [],
};

const inactivity: Inactivity = {
  since: now,
  terms: { nudge: { days: 2, ms: 0 }, close: { days: 5, ms: 0 }, calendar: office },
  nudgeAt: now + 48 * hour,
  closeAt: now + 120 * hour,
  nudged: false,
};

/** Tickets in every state, of every kind of account, with every kind of clock and of text. */
export const tickets: Readonly<Record<string, Ticket>> = {
  "opened by a mention": {
    ...ticket,
    source: { channel: "slack:C0ACME", message: "1.1", root: "1.1", how: "mentioned" },
    conversation: { kind: "channel", channel: "slack:C0ACME", thread: "1.1" },
  },
  "just opened": ticket,
  "of an unknown account": { ...ticket, account: null, conversation: { kind: "person", user: "slack:U0SAM" } },
  "of an account that is gone": { ...ticket, account: "gone", assignee: "gone" },
  "without a manager": { ...ticket, account: "north", ...withSla(ticket, { clocks: [] }) },
  "claimed, acknowledged and with messages": {
    ...ticket,
    assignee: "marta",
    lastCustomerMessage: { ...unnamed, text: "Any news?\nWe go live in an hour.", by: "Carla Núñez", at: now - minute },
    notes: 1,
    replies: 2,
    ...withSla(ticket, {
      confirmedSeverity: "high",
      clocks: [
        {
          ...clock,
          target: promised("high", { days: 1, ms: 90 * minute }, office, now + 5 * hour),
          earlier: [clock.target],
          acknowledged: { by: "luis", at: now - minute },
        },
      ],
    }),
  },
  missed: {
    ...ticket,
    ...withSla(ticket, {
      clocks: [{ ...clock, fired: [50, 80, 100], target: { ...clock.target, due: now - minute } }],
    }),
  },
  "answered in time": {
    ...ticket,
    replies: 1,
    ...withSla(ticket, { clocks: [{ ...clock, end: { at: now, how: "met" } }] }),
  },
  "answered late": {
    ...asWaiting(ticket, null),
    replies: 1,
    ...withSla(ticket, {
      clocks: [
        { ...clock, target: { ...clock.target, due: now - 3 * hour - 20 * minute }, end: { at: now, how: "breached" } },
      ],
    }),
  },
  "resolved without an answer": {
    ...asResolved(ticket, now),
    ...withSla(ticket, { clocks: [{ ...clock, end: { at: now, how: "cancelled" } }] }),
  },
  "with every clock": {
    ...ticket,
    ...withSla(ticket, {
      clocks: (["firstResponse", "nextResponse", "update", "resolution"] as const).map((kind) => ({ ...clock, kind })),
    }),
  },
  "merged, with ties": {
    ...asResolved(ticket, now),
    ...withSla(ticket, { clocks: [{ ...clock, end: { at: now, how: "cancelled" } }] }),
    links: (["linked", "mergedFrom", "follows", "followedBy", "mergedInto"] as const).map((how, index) => ({
      number: 1001 + index,
      how,
    })),
  },
  "with the technical team": {
    ...ticket,
    assignee: "luis",
    tech: { need: hostile, by: "Luis Gil", at: now - minute, takenBy: null, end: null },
    ...withSla(ticket, { clocks: [clock, { ...clock, kind: "tech" }] }),
  },
  "taken by the technical team": {
    ...ticket,
    tech: { need: "Look at the encoder.", by: "Luis Gil", at: now - minute, takenBy: "teo", end: null },
  },
  "back from the technical team": {
    ...ticket,
    tech: {
      need: "Look at the encoder.",
      by: "Luis Gil",
      at: now - minute,
      takenBy: "teo",
      end: { at: now, how: "returned" },
    },
  },
  "of consulting": { ...ticket, kind: "consulting", ...withSla(ticket, { claimedSeverity: "low" }) },
  "of consulting without a promise": {
    ...ticket,
    kind: "consulting",
    account: null,
    ...withSla(ticket, { claimedSeverity: "low", clocks: [] }),
  },
  "that waits and will be closed": asWaiting(ticket, inactivity),
  "to be called about": {
    ...ticket,
    callBack: { at: now, by: "Carla Núñez", number: "+34 600 000 009", time: hostile, notified: null },
  },
  "to be called about, as ana knows": {
    ...ticket,
    callBack: {
      at: now,
      by: "Carla Núñez",
      number: "+34 600 000 009",
      time: null,
      notified: { person: "ana", at: now },
    },
  },
  "solved and found good": {
    ...asResolved(ticket, now),
    ...withSla(ticket, { clocks: [] }),
    rating: {
      askedAt: now,
      given: { score: "good", by: "slack:U0CARLA", name: hostile.slice(0, 40).toWellFormed(), at: now, changes: 0 },
    },
  },
  "taken to the head of support": {
    ...ticket,
    replies: 1,
    lastReplyAt: now - hour,
    escalation: {
      at: now,
      by: "Carla Núñez",
      why: "We go live in an hour.",
      breached: { clock: "firstResponse", cycle: 1, due: now - minute },
      notified: { person: "eva", at: now },
    },
  },
  "taken to the head of support, and nobody knows": {
    ...ticket,
    escalation: { at: now, by: "Carla Núñez", why: null, breached: null, notified: null },
  },
  "of hostile words": {
    ...ticket,
    escalation: {
      at: now,
      by: hostile.slice(0, 80).toWellFormed(),
      why: hostile,
      breached: null,
      notified: { person: null, at: now },
    },
    title: `${hostile.slice(0, 100).toWellFormed()}${"👩‍👩‍👧‍👦".repeat(4)}`,
    description: `${hostile.repeat(10)}${"\n".repeat(5_000)}${"e\u0301\u0302".repeat(10_000)}`,
    requester: { user: "slack:U0EVIL", name: hostile.slice(0, 80).toWellFormed() },
    lastCustomerMessage: { ...unnamed, text: hostile, by: hostile.slice(0, 40).toWellFormed(), at: now },
  },
};

const messageRef = (channel: MessageRef["channel"]): MessageRef => ({ channel, id: "1700000000.000100" });
export const places: TicketPlaces = { triage: messageRef("slack:C0TRIAGE"), conversation: messageRef("slack:C0ACME") };
export const noPlaces: TicketPlaces = { triage: null, conversation: null };

export const audience: readonly Viewer[] = [
  { locale: "en", timezone: "America/New_York" },
  { locale: "es", timezone: "Europe/Madrid" },
  { locale: "pt", timezone: "America/Sao_Paulo" },
];

const notifyTargets: readonly NotifyTarget[] = [
  ...(["manager", "deputy", "assignee", "head"] as const).map((as) => ({ how: "direct", person: "ana", as }) as const),
  { how: "mention", person: "ana" },
  { how: "mention", person: "marta" },
  { how: "mention", person: "gone" },
  { how: "mention", person: null },
  { how: "mention", person: "ana", notifies: false },
];

export const notice: ReminderNotification = {
  clock: "firstResponse",
  cycle: 1,
  target: 0,
  step: 80,
  plannedFor: now,
  to: { how: "direct", person: "ana", as: "manager" },
  next: [],
  skipped: [],
};

export const failures = [
  { to: { how: "direct", person: "ana", as: "manager" }, why: { is: "failed", error: "cannot_dm_bot" } },
] as const;

const notices: readonly ReminderNotification[] = notifyTargets.flatMap((notifyTarget) =>
  [50, 80, 100].flatMap((step) =>
    [now, now - 3 * hour].map((plannedFor, passed) => ({
      ...notice,
      to: notifyTarget,
      step,
      plannedFor,
      skipped: failures.slice(0, passed),
    })),
  ),
);

const summonses = notifyTargets.flatMap((notifyTarget): readonly Page[] => [
  { about: "escalation", since: now, to: notifyTarget, next: [], skipped: [] },
  { about: "escalation", since: now, to: notifyTarget, next: [], skipped: failures },
  { about: "call", since: now, to: notifyTarget, next: [], skipped: [] },
  { about: "consulting", since: now, to: notifyTarget, next: [], skipped: [] },
]);

/** Every message there is. */
export const messages: Readonly<{ [T in Notification["type"]]: readonly Extract<Notification, { type: T }>[] }> = {
  reply: [
    { type: "reply", text: "We are on it.\nBack in ten minutes.", by: "Luis Gil" },
    { type: "reply", text: "We are on it.", by: "Luis Gil", nextUpdateDue: now + hour },
  ],
  replyPending: [
    {
      type: "replyPending",
      replyId: 7,
      text: "We are on it.",
      by: "Luis Gil",
      until: now + 10_000,
      nextUpdateDue: null,
    },
    { type: "replyPending", replyId: 8, text: hostile, by: "luis", until: now + 10_000, nextUpdateDue: now + hour },
  ],
  internalPosted: [{ type: "internalPosted", found: "Tom Berg", by: "Luis Gil" }],
  undeliveredResolved: [
    { type: "undeliveredResolved", how: "resent", by: "Luis Gil" },
    { type: "undeliveredResolved", how: "arrived", by: "luis" },
    { type: "undeliveredResolved", how: "resentByItself", by: "" },
  ],
  replySettled: [
    { type: "replySettled", replyId: 7, how: "sent", text: hostile, by: "luis", nextUpdateDue: now + hour },
    { type: "replySettled", replyId: 7, how: "undone", text: "We are on it.", by: "Luis Gil", nextUpdateDue: null },
  ],
  note: [{ type: "note", text: "Looks like the CDN.", by: "luis" }],
  noAgentAvailable: [{ type: "noAgentAvailable" }],
  assigneeLeft: [null, "marta"].map((next) => ({ type: "assigneeLeft", person: "gone", next })),
  assigned: ["Marta Solé", null].map((by) => ({ type: "assigned", person: "luis", by })),
  assigneeNotice: [
    { type: "assigneeNotice", about: "customer", person: "luis", instead: null },
    { type: "assigneeNotice", about: "tech", person: "ana", instead: "luis" },
    { type: "assigneeNotice", about: "reopened", person: "eva", instead: "luis" },
  ],
  assigneeNotNotified: [
    { is: "out" as const, until: now + hour },
    { is: "quiet" as const },
    { is: "failed" as const, error: "cannot_dm_bot" },
  ].map((why) => ({ type: "assigneeNotNotified", person: "luis", why })),
  ratingShown: [{ type: "ratingShown" }],
  continuesIn: (["merged", "closed"] as const).map((why) => ({ type: "continuesIn", to: 1043, why })),
  linkAdded: (["linked", "mergedInto", "mergedFrom", "follows", "followedBy"] as const).map((how) => ({
    type: "linkAdded",
    link: { number: 1043, how },
    by: "Luis Gil",
  })),
  toTech: (["request", "message"] as const).map((what) => ({ type: "toTech", what, text: hostile, by: "Luis Gil" })),
  fromTech: (["claimed", "commented", "returned", "done"] as const).map((what) => ({
    type: "fromTech",
    what,
    text: what === "claimed" ? "" : hostile,
    by: "Teo Vidal",
  })),
  articlesOffered: [{ type: "articlesOffered", titles: ["Signing in again", hostile] }],
  threadImported: [
    {
      type: "threadImported",
      more: true,
      messages: Array.from({ length: 12 }, (_, index) => ({
        text: index === 3 ? hostile : "It began at nine.",
        by: "Carla Núñez",
        at: now - hour,
        staff: index === 4,
      })),
    },
    {
      type: "threadImported",
      more: false,
      messages: [{ text: "Since nine.", by: "Carla Núñez", at: now, staff: false }],
    },
    {
      type: "threadImported",
      message: openingMessage,
      more: false,
      messages: [said.message, goneMessage].map((message) => ({
        text: hostile,
        by: "Carla Núñez",
        at: now,
        staff: false,
        message,
        user: "slack:U0CARLA",
      })),
    },
  ],
  publicDeleted: [
    { type: "publicDeleted", message: said.message, author: "Luis Gil", platform: "discord" },
    { type: "publicDeleted", message: said.message, author: "Luis Gil", platform: null },
  ],
  openingChanged: [
    { type: "openingChanged", message: openingMessage, by: "Carla Núñez", deleted: false },
    { type: "openingChanged", message: goneMessage, by: "Carla Núñez", deleted: true },
  ],
  customerMessage: [undefined, said.message, goneMessage].map((message) => ({
    type: "customerMessage",
    content: { text: hostile, by: "Carla Núñez", at: now },
    message,
    company: message === undefined ? null : "acme",
  })),
  customerFile: [
    null,
    "tooLarge",
    "program",
    "active",
    "archive",
    "packed",
    "tooMany",
    "noFilesHere",
    "file_not_found",
  ].map((whyNot) => ({
    type: "customerFile",
    message: said.message,
    file: { id: "F1", name: "clip.mp4", size: 1234, type: "video/mp4" },
    by: "Carla Núñez",
    company: "acme",
    whyNot,
  })),
  messageChanged: [said.message, goneMessage].map((message) => ({ type: "messageChanged", message })),
  severityChanged: [
    {
      type: "severityChanged",
      from: "critical",
      to: "low",
      movedTargets: [
        { clock: "firstResponse", before: now, due: now + hour },
        { clock: "resolution", before: now + hour, due: null },
      ],
    },
    { type: "severityChanged", from: "medium", to: "high", movedTargets: [] },
  ],
  targetsMoved: [
    {
      type: "targetsMoved",
      movedTargets: [
        { clock: "firstResponse", before: now + hour, due: now + 2 * hour },
        { clock: "resolution", before: now + hour, due: null },
        { clock: "nextResponse", before: null, due: now + hour },
      ],
    },
  ],
  severityLowered: [{ type: "severityLowered", from: "high", to: "low", reason: hostile, by: "Luis Gil" }],
  updatePromised: [{ type: "updatePromised", due: now + hour }],
  statusChanged: [
    ...(["waiting", "resolved", "reopened"] as const).map(
      (to) => ({ type: "statusChanged", to, by: "Luis Gil" }) as const,
    ),
    { type: "statusChanged", to: "resolved", by: "Luis Gil", asksRating: true },
    { type: "statusChanged", to: "resolved", by: "", autoClosed: true },
  ],
  nudged: [now + hour, null].map((closeAt) => ({ type: "nudged", closeAt })),
  cardMoved: [{ type: "cardMoved", to: ["slack:C0NEW", "discord:310000000000000001"] }],
  conversationMoved: [{ type: "conversationMoved", why: "not_in_channel" }],
  undelivered: [
    { type: "undelivered", text: "We are on it.", why: "is_archived", certain: true, undeliveredId: 7 },
    { type: "undelivered", text: "Sent?", why: "timeout", certain: false, undeliveredId: 8 },
    { type: "undelivered", text: "", why: "timeout", certain: false, undeliveredId: null },
    { type: "undelivered", text: "", why: "is_archived", certain: true, undeliveredId: null, to: "tech" },
  ],
  page: summonses.map((page) => ({ type: "page", page })),
  escalated: [
    { type: "escalated", by: "Carla Núñez", why: hostile, to: notifyTargets },
    { type: "escalated", by: "Carla Núñez", why: null, to: [{ how: "mention", person: null }] },
  ],
  pageUndelivered: summonses.map((page) => ({ type: "pageUndelivered", page, why: "user_disabled" })),
  pageDelivered: (["escalation", "call", "consulting"] as const).flatMap((about) =>
    ["ana", "eva", "luis", "gone", null].map((person) => ({ type: "pageDelivered", about, person, at: now }) as const),
  ),
  callRequested: [hostile, null].map((time) => ({
    type: "callRequested",
    by: "Carla Núñez",
    number: "+34 600 000 009",
    time,
    to: notifyTargets,
  })),
  called: [{ type: "called", by: "Luis Gil" }],
  rated: [null, "good" as const].map((before) => ({ type: "rated", by: hostile.slice(0, 40), score: "bad", before })),
  reminder: notices.map((each) => ({ type: "reminder", notice: each })),
};

const already = ["claimed", "severity", "waiting", "resolved", "open", "account", "assignee", "acknowledged"] as const;

/** Every refusal there is. */
export const refusals: Readonly<{ [R in Refusal["reason"]]: readonly Extract<Refusal, { reason: R }>[] }> = {
  notAllowed: [{ reason: "notAllowed" }],
  nothingAskedOfCustomer: [{ reason: "nothingAskedOfCustomer" }],
  limited: countedActs.flatMap((what) =>
    (["person", "account"] as const).map((of) => ({
      reason: "limited",
      what,
      of,
      limit: { most: 1_000_000, withinMs: 604_800_000 },
      until: Date.parse("2026-01-12T15:30:00Z"),
      alreadyNotified: false,
    })),
  ),
  askedTooOften: countedReads.map((what) => ({
    reason: "askedTooOften",
    what,
    limit: { most: 1_000_000, withinMs: 604_800_000 },
    until: Date.parse("2026-01-12T15:30:00Z"),
  })),
  internalMention: [{ reason: "internalMention", found: hostile }],
  handledAlready: [{ reason: "handledAlready" }],
  noLongerPending: [{ reason: "noLongerPending" }],
  noSuchTicket: [{ reason: "noSuchTicket" }],
  alreadyTicket: [{ reason: "alreadyTicket", number: 1042 }],
  alreadyClaimed: [{ reason: "alreadyClaimed", by: "Luis Gil" }],
  alreadyThat: already.map((what) => ({ reason: "alreadyThat", what })),
  resolvedAlready: [{ reason: "resolvedAlready" }],
  channelOfAnother: [{ reason: "channelOfAnother", name: "Acme TV" }],
  noSuchArea: [{ reason: "noSuchArea", name: "plyer" }],
  sameArea: [{ reason: "sameArea" }],
  noSuchAccount: [{ reason: "noSuchAccount", name: "acne" }],
  noSuchPerson: [{ reason: "noSuchPerson", name: "anna" }],
  noTechTeam: [{ reason: "noTechTeam" }],
  notWithTech: [{ reason: "notWithTech" }],
  continuesIn: [{ reason: "continuesIn", to: 1043 }],
  sameTicket: [{ reason: "sameTicket" }],
  linkedAlready: [{ reason: "linkedAlready", to: 1043 }],
  otherAccount: [{ reason: "otherAccount", to: 1043 }],
  nothingUnanswered: [{ reason: "nothingUnanswered" }],
  emptyText: [{ reason: "emptyText" }],
  audienceChanged: [{ reason: "audienceChanged" }],
  reasonNeeded: [{ reason: "reasonNeeded" }],
  timeHasPassed: [{ reason: "timeHasPassed" }],
  tooFarAhead: [{ reason: "tooFarAhead", days: 60 }],
  nothingRunning: [{ reason: "nothingRunning" }],
  notDue: [{ reason: "notDue" }],
  notBreached: [
    { reason: "notBreached", due: now + hour, manager: "ana" },
    { reason: "notBreached", due: null, manager: "luis" },
    { reason: "notBreached", due: null, manager: null },
  ],
  callNotOffered: [
    { reason: "callNotOffered", severities: ["critical", "high"], manager: "ana" },
    { reason: "callNotOffered", severities: [], manager: null },
  ],
  callRequestedAlready: [{ reason: "callRequestedAlready" }],
  noCallRequested: [{ reason: "noCallRequested" }],
  nothingToRate: [{ reason: "nothingToRate" }],
  consultingHasNone: [{ reason: "consultingHasNone" }],
  ratedAlready: [{ reason: "ratedAlready" }],
  escalatedAlready: [{ reason: "escalatedAlready", at: now, again: now + hour }],
};

const made = {
  at: now,
  by: { kind: "person", user: "slack:U0LUIS", name: "Luis Gil", channel: "slack:C0TRIAGE" },
} as const;

/** Every event there is. */
export const events: Readonly<{ [T in EventType]: readonly Extract<Event, { type: T }>[] }> = {
  opened: [
    {
      ...made,
      type: "opened",
      number: 1042,
      kind: "problem",
      title: ticket.title,
      description: ticket.description,
      severity: "critical",
      account: "acme",
      requester: ticket.requester,
      askedIn: ticket.askedIn,
      conversation: ticket.conversation,
      clocks: { ...noChange, started: [{ kind: "firstResponse", since: now, target: clock.target }] },
    },
    ...(["picked", "mentioned", "reacted", "direct"] as const).map((how) => ({
      ...made,
      type: "opened" as const,
      number: 1042,
      kind: "problem" as const,
      title: ticket.title,
      description: ticket.description,
      severity: "medium" as const,
      account: "acme",
      requester: ticket.requester,
      askedIn: ticket.askedIn,
      conversation: ticket.conversation,
      source: { channel: "slack:C0ACME" as const, message: "1.1", root: "1.1", how },
      clocks: noChange,
    })),
  ],
  articlesOffered: [{ ...made, type: "articlesOffered", titles: ["Signing in again"] }],
  threadImported: [
    {
      ...made,
      type: "threadImported",
      messages: [{ text: "Since nine.", by: "Carla Núñez", at: now - hour, staff: false }],
      more: false,
    },
  ],
  assigned: [
    { ...made, type: "assigned", person: "luis", claimed: true },
    { ...made, type: "assigned", person: "ana", claimed: false, notified: "direct" },
    { ...made, type: "assigned", person: "ana", claimed: false, notified: { is: "quiet" } },
    { ...made, type: "assigned", person: null, claimed: false },
  ],
  severitySet: [
    { ...made, type: "severitySet", from: "high", to: "high", reason: null, clocks: noChange },
    { ...made, type: "severitySet", from: "high", to: "low", reason: "Only one screen is affected.", clocks: noChange },
  ],
  areaSet: [
    { ...made, type: "areaSet", from: null, to: "player" },
    { ...made, type: "areaSet", from: "player", to: "gone" },
    { ...made, type: "areaSet", from: "gone", to: null },
  ],
  accountSet: [
    { ...made, type: "accountSet", from: null, to: "acme", clocks: noChange },
    { ...made, type: "accountSet", from: null, to: "gone", clocks: noChange },
  ],
  replied: [{ ...made, type: "replied", text: hostile, alreadyPosted: false, clocks: noChange }],
  replyPending: [
    { ...made, type: "replyPending", replyId: 2, text: hostile, update: clock.target, until: now + 10_000 },
  ],
  resent: [{ ...made, type: "resent", undeliveredId: 7, key: "12.1 card 2" }],
  markedDelivered: [{ ...made, type: "markedDelivered", undeliveredId: 7 }],
  replyUndone: [{ ...made, type: "replyUndone", replyId: 2, text: "We are on it." }],
  noted: [{ ...made, type: "noted", text: "CDN again", alreadyPosted: true }],
  customerWrote: [{ ...made, type: "customerWrote", text: "Any news?", wroteAt: now, clocks: noChange }],
  techAsked: [{ ...made, type: "techAsked", need: hostile, clocks: noChange }],
  techMessaged: [{ ...made, type: "techMessaged", text: "Any news?" }],
  techClaimed: [{ ...made, type: "techClaimed", person: "teo" }],
  techCommented: [{ ...made, type: "techCommented", text: hostile }],
  techReturned: [
    { ...made, type: "techReturned", findings: "A bad manifest.", done: false },
    { ...made, type: "techReturned", findings: "", done: true },
  ],
  messageEdited: (["customerWrote", "replied", "noted"] as const).map((kind) => ({
    ...made,
    type: "messageEdited",
    message: said.message,
    kind,
    wroteAt: now,
    text: kind === "noted" ? "" : hostile,
  })),
  messageDeleted: [
    ...(["customerWrote", "replied", "noted"] as const).map(
      (kind) => ({ ...made, type: "messageDeleted", message: goneMessage, kind, wroteAt: now }) as const,
    ),
    {
      ...made,
      by: { kind: "clock" },
      type: "messageDeleted",
      message: said.message,
      kind: "replied",
      wroteAt: now,
      textKept: true,
      platform: "discord",
      author: "Luis Gil",
    },
  ],
  merged: [{ ...made, type: "merged", into: 1043 }],
  linkAdded: (["linked", "mergedFrom", "followedBy"] as const).map((how) => ({
    ...made,
    type: "linkAdded",
    number: 1043,
    how,
  })),
  noAgentAvailable: [{ ...made, by: { kind: "clock" }, type: "noAgentAvailable" }],
  assigneeLeft: [{ ...made, by: { kind: "clock" }, type: "assigneeLeft", person: "gone", next: null }],
  dismissed: [{ ...made, type: "dismissed", upTo: now, clocks: noChange }],
  waitStarted: [null, inactivity].map((each) => ({ ...made, type: "waitStarted", inactivity: each }) as const),
  nudged: [{ ...made, by: { kind: "clock" }, type: "nudged", inactivity }],
  inactivityRestarted: [{ ...made, by: { kind: "clock" }, type: "inactivityRestarted", inactivity }],
  consultingRouted: [{ ...made, type: "consultingRouted", page: summonses }],
  resolved: [
    { ...made, type: "resolved", asksRating: true },
    { ...made, by: { kind: "clock" }, type: "resolved", asksRating: false, autoClosed: true },
  ],
  reopened: [{ ...made, type: "reopened", needsReply: true, clocks: noChange }],
  acknowledged: [{ ...made, type: "acknowledged", person: "luis" }],
  snoozed: [{ ...made, type: "snoozed", person: "luis", until: now + hour }],
  updatePromised: [{ ...made, type: "updatePromised", target: clock.target }],
  replanned: [{ ...made, by: { kind: "clock" }, type: "replanned", clocks: noChange }],
  reminded: [50, 100].flatMap((step) =>
    [notices.slice(0, 1), notices.slice(0, 30), []].map(
      (each) =>
        ({
          ...made,
          by: { kind: "clock" },
          type: "reminded",
          clock: "firstResponse",
          cycle: 1,
          target: 0,
          step,
          superseded: [],
          plannedFor: now,
          notices: each,
        }) as const,
    ),
  ),
  requeued: [{ ...made, by: { kind: "clock" }, type: "requeued", clock: "resolution", cycle: 1, target: 0, step: 50 }],
  fallbackTaken: [
    { ...made, type: "fallbackTaken", failed: notice, why: "cannot_dm_bot", next: null },
    {
      ...made,
      type: "fallbackTaken",
      failed: notice,
      why: "user_disabled",
      next: { ...notice, to: { how: "mention", person: null } },
    },
    ...([{ is: "quiet" }, { is: "out", until: now + 9 * hour }] as const).map(
      (why) => ({ ...made, type: "fallbackTaken", failed: notice, why, next: notice }) as const,
    ),
  ],
  reachedByOtherRoute: [{ ...made, type: "reachedByOtherRoute", person: "ana", why: "slack: user_disabled" }],
  escalated: [
    { ...made, type: "escalated", why: hostile, breached: null, page: summonses },
    { ...made, type: "escalated", why: null, breached: null, page: [] },
  ],
  callRequested: [
    { ...made, type: "callRequested", number: "+34 600 000 009", time: hostile, page: summonses },
    { ...made, type: "callRequested", number: "+34 600 000 009", time: null, page: [] },
  ],
  called: [{ ...made, type: "called" }],
  rated: [null, "good" as const].map((before) => ({ ...made, type: "rated", score: "bad", before }) as const),
  pageFailed: summonses.flatMap((failed) =>
    [null, failed].map((next) => ({ ...made, type: "pageFailed", failed, why: "user_disabled", next }) as const),
  ),
  pageDelivered: ["eva", null].map(
    (person) => ({ ...made, type: "pageDelivered", about: "escalation", person }) as const,
  ),
  undelivered: [
    { ...made, by: { kind: "clock" }, type: "undelivered", text: "We are on it.", why: "is_archived", certain: true },
    { ...made, by: { kind: "clock" }, type: "undelivered", text: "", why: "timeout", certain: false },
    { ...made, by: { kind: "clock" }, type: "undelivered", text: "", why: "is_archived", certain: true, to: "tech" },
  ],
  conversationRetried: [{ ...made, by: { kind: "clock" }, type: "conversationRetried", to: ticket.conversation }],
  conversationMoved: [
    {
      ...made,
      type: "conversationMoved",
      from: ticket.conversation,
      to: { kind: "person", user: "slack:U0CARLA" },
      why: "not_in_channel",
    },
  ],
};

/** The first page of open tickets. */
export const shownList = (all: readonly Ticket[]): ShownList => ({
  filter: openTickets,
  tickets: all,
  total: all.length,
  places: new Map(),
});
