import { usual } from "./usual.ts";
import type { Notification } from "../../../src/tickets/effect.ts";
import type { NotifyTarget, Page, ReminderNotification } from "../../../src/tickets/routes/notification-route.ts";
import { followerNotifications } from "./sample-followers.ts";
import { failedMails, goneMessage, hostile, hour, now, openingMessage, posted, sampleRatings } from "./sample.ts";

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

export const notices: readonly ReminderNotification[] = notifyTargets.flatMap((notifyTarget) =>
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

export const samplePages = notifyTargets.flatMap((notifyTarget): readonly Page[] => [
  { about: "escalation", since: now, to: notifyTarget, next: [], skipped: [] },
  { about: "escalation", since: now, to: notifyTarget, next: [], skipped: failures },
  { about: "call", since: now, to: notifyTarget, next: [], skipped: [] },
  { about: "consulting", since: now, to: notifyTarget, next: [], skipped: [] },
]);

const luis = { user: "slack:U0LUIS", name: "Luis Gil" } as const;
const ofLuis = { audience: { kind: "channel", channel: "slack:C0ACME" }, author: luis } as const;

/** Every message there is. */
export const messages: Readonly<{ [T in Notification["type"]]: readonly Extract<Notification, { type: T }>[] }> = {
  reply: [
    { ...usual.reply, type: "reply", text: "We are on it.\nBack in ten minutes.", by: "Luis Gil", ...ofLuis },
    { ...usual.reply, type: "reply", text: "We are on it.", by: "Luis Gil", nextUpdateDue: now + hour, ...ofLuis },
  ],
  replyPending: [
    {
      setsWaiting: false,
      type: "replyPending",
      replyId: 7,
      text: "We are on it.",
      by: "Luis Gil",
      until: now + 10_000,
      nextUpdateDue: null,
    },
    {
      setsWaiting: false,
      type: "replyPending",
      replyId: 8,
      text: hostile,
      by: "luis",
      until: now + 10_000,
      nextUpdateDue: now + hour,
    },
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
    { type: "replySettled", replyId: 7, how: "returned", text: hostile, by: "luis", nextUpdateDue: null },
  ],
  replyReturned: (["audienceChanged", "noReader", "dueChanged"] as const).map(
    (why) => ({ type: "replyReturned", text: hostile, why, author: luis, setsWaiting: true }) as const,
  ),
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
  continuesIn: [
    ...(["merged", "closed"] as const).map((why) => ({ type: "continuesIn", to: 1043, why, severity: null }) as const),
    { type: "continuesIn", to: 1043, why: "merged", severity: "low" },
  ],
  linkAdded: (["linked", "mergedInto", "mergedFrom", "follows", "followedBy"] as const).map((how) => ({
    type: "linkAdded",
    link: { number: 1043, how },
    by: "Luis Gil",
  })),
  toTech: (["request", "message"] as const).map((what) => ({ type: "toTech", what, text: hostile, by: "Luis Gil" })),
  fromTech: (["claimed", "commented", "returned", "done"] as const).map((what) => ({
    ...usual.fromTech,
    type: "fromTech",
    what,
    text: what === "claimed" ? "" : hostile,
    by: "Teo Vidal",
  })),
  articlesOffered: [{ type: "articlesOffered", titles: ["Signing in again", hostile] }],
  threadImported: [
    {
      type: "threadImported",
      message: null,
      more: true,
      messages: Array.from({ length: 12 }, (_, index) => ({
        ...usual.imported,
        text: index === 3 ? hostile : "It began at nine.",
        by: "Carla Núñez",
        at: now - hour,
        staff: index === 4,
        company: null,
      })),
    },
    {
      type: "threadImported",
      message: null,
      more: false,
      messages: [{ ...usual.imported, text: "Since nine.", by: "Carla Núñez", at: now, staff: false, company: null }],
    },
    {
      type: "threadImported",
      message: openingMessage,
      more: false,
      messages: [posted.message, goneMessage].map((message) => ({
        ...usual.imported,
        text: hostile,
        by: "Carla Núñez",
        at: now,
        staff: false,
        company: null,
        message,
        user: "slack:U0CARLA",
      })),
    },
  ],
  publicDeleted: [
    { type: "publicDeleted", message: posted.message, author: "Luis Gil", platform: "discord" },
    { type: "publicDeleted", message: posted.message, author: "Luis Gil", platform: null },
  ],
  openingChanged: [
    { platform: null, type: "openingChanged", message: openingMessage, by: "Carla Núñez", deleted: false },
    { platform: null, type: "openingChanged", message: goneMessage, by: "Carla Núñez", deleted: true },
  ],
  customerMessage: [null, posted.message, goneMessage].map((message) => ({
    ...usual.customerMessage,
    type: "customerMessage",
    content: { text: hostile, format: [], by: "Carla Núñez", at: now },
    message,
    company: message === null ? null : "acme",
  })),
  wroteInArea: [{ type: "wroteInArea", content: { text: hostile, format: [], by: "Carla Núñez", at: now } }],
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
    message: posted.message,
    file: { id: "F1", name: "clip.mp4", size: 1234, type: "video/mp4" },
    by: "Carla Núñez",
    company: "acme",
    staff: false,
    whyNot,
  })),
  messageChanged: [posted.message, goneMessage].map((message) => ({ type: "messageChanged", message })),
  directChanged: [{ type: "directChanged", message: goneMessage, direct: 1 }],
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
      (to) => ({ ...usual.statusChanged, type: "statusChanged", to, by: "Luis Gil" }) as const,
    ),
    { ...usual.statusChanged, type: "statusChanged", to: "resolved", by: "Luis Gil", asksRating: true },
    { ...usual.statusChanged, type: "statusChanged", to: "resolved", by: "", autoClosed: true },
  ],
  nudged: [now + hour, null].map((closeAt) => ({ type: "nudged", closeAt })),
  cardMoved: [{ type: "cardMoved", to: ["slack:C0NEW", "discord:310000000000000001"] }],
  conversationMoved: [
    { type: "conversationMoved", to: { kind: "person", user: "slack:U0CARLA" }, why: "not_in_channel" },
    {
      type: "conversationMoved",
      to: { kind: "channel", channel: "slack:C0ACME" },
      why: "the customer is no contact of the account any more",
    },
  ],
  undelivered: [
    {
      to: "customer",
      type: "undelivered",
      text: "We are on it.",
      why: "is_archived",
      certain: true,
      undeliveredId: 7,
      author: null,
    },
    {
      to: "customer",
      type: "undelivered",
      text: "Sent?",
      why: "timeout",
      certain: false,
      undeliveredId: 8,
      author: null,
    },
    {
      to: "customer",
      type: "undelivered",
      text: "We are on it.",
      why: "other people would read it",
      certain: true,
      undeliveredId: 9,
      author: luis,
    },
    {
      to: "customer",
      type: "undelivered",
      text: "",
      why: "timeout",
      certain: false,
      undeliveredId: null,
      author: null,
    },
    { type: "undelivered", text: "", why: "is_archived", certain: true, undeliveredId: null, to: "tech", author: null },
  ],
  page: samplePages.map((page) => ({ type: "page", page })),
  escalated: [
    { type: "escalated", by: "Carla Núñez", why: hostile, to: notifyTargets },
    { type: "escalated", by: "Carla Núñez", why: null, to: [{ how: "mention", person: null }] },
  ],
  pageUndelivered: samplePages.map((page) => ({ type: "pageUndelivered", page, why: "user_disabled" })),
  pageDelivered: (["escalation", "call", "consulting"] as const).flatMap((about) =>
    ["ana", "eva", "luis", "gone", null].map((person) => ({ type: "pageDelivered", about, person, at: now }) as const),
  ),
  mailFailed: failedMails,
  ...followerNotifications,
  callRequested: [hostile, null].map((time) => ({
    type: "callRequested",
    by: "Carla Núñez",
    number: "+34 600 000 009",
    time,
    to: notifyTargets,
  })),
  called: [{ type: "called", by: "Luis Gil" }],
  rated: [null, "good" as const, "bad" as const].flatMap(sampleRatings),
  reminder: notices.map((each) => ({ type: "reminder", notice: each })),
};
