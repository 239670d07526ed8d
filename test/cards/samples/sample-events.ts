import { usual } from "./usual.ts";
import { noChange } from "../../../src/tickets/clocks/clock-changes.ts";
import type { Event, EventType } from "../../../src/tickets/messages.ts";
import { notice, notices, samplePages } from "./sample-notifications.ts";
import { inactivity } from "./sample-tickets.ts";
import { followerEvents } from "./sample-followers.ts";
import { clock, goneMessage, hostile, hour, now, posted, ticket } from "./sample.ts";

const made = {
  at: now,
  by: { kind: "person", user: "slack:U0LUIS", name: "Luis Gil", channel: "slack:C0TRIAGE" },
} as const;

/** No person wrote the undelivered message. */
const unwritten = { audience: null, author: null } as const;

/** Every event there is. */
export const events: Readonly<{ [T in EventType]: readonly Extract<Event, { type: T }>[] }> = {
  opened: [
    {
      ...usual.opened,
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
    ...(["picked", "mentioned", "reacted", "direct", "posted", "unanswered"] as const).map((how) => ({
      ...usual.opened,
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
      messages: [
        { ...usual.imported, text: "Since nine.", by: "Carla Núñez", at: now - hour, staff: false, company: null },
      ],
      more: false,
    },
  ],
  assigned: [
    { notified: null, ...made, type: "assigned", person: "luis", claimed: true },
    { ...made, type: "assigned", person: "ana", claimed: false, notified: "direct" },
    { ...made, type: "assigned", person: "ana", claimed: false, notified: { is: "quiet" } },
    { notified: null, ...made, type: "assigned", person: null, claimed: false },
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
  replied: [
    {
      ...usual.replied,
      ...made,
      type: "replied",
      text: hostile,
      alreadyPosted: false,
      audience: null,
      clocks: noChange,
      nextUnanswered: null,
    },
  ],
  replyPending: [
    {
      setsWaiting: false,
      ...made,
      type: "replyPending",
      replyId: 2,
      text: hostile,
      update: clock.target,
      until: now + 10_000,
      audience: { kind: "channel", channel: "slack:C0ACME" },
      dueNamed: null,
    },
  ],
  resent: [{ ...made, type: "resent", undeliveredId: 7, key: "12.1 card 2", audience: null }],
  markedDelivered: [{ ...made, type: "markedDelivered", undeliveredId: 7 }],
  replyUndone: [{ ...made, type: "replyUndone", replyId: 2, text: "We are on it." }],
  replyReturned: (["audienceChanged", "noReader", "dueChanged"] as const).map(
    (why) => ({ ...made, type: "replyReturned", replyId: 2, text: hostile, why, setsWaiting: false }) as const,
  ),
  noted: [{ message: null, ...made, type: "noted", text: "CDN again", alreadyPosted: true }],
  customerWrote: [
    {
      ...usual.customerWrote,
      ...made,
      type: "customerWrote",
      text: "Any news?",
      wroteAt: now,
      company: null,
      clocks: noChange,
    },
  ],
  techAsked: [{ ...made, type: "techAsked", need: hostile, clocks: noChange }],
  techMessaged: [{ ...made, type: "techMessaged", text: "Any news?" }],
  techClaimed: [{ ...made, type: "techClaimed", person: "teo" }],
  techCommented: [{ format: [], message: null, ...made, type: "techCommented", text: hostile }],
  techReturned: [
    { ...made, type: "techReturned", findings: "A bad manifest.", done: false },
    { ...made, type: "techReturned", findings: "", done: true },
  ],
  messageEdited: (["customerWrote", "replied", "noted", "opened"] as const).map((kind) => ({
    ...usual.messageEdited,
    ...made,
    type: "messageEdited",
    message: posted.message,
    kind,
    wroteAt: now,
    text: kind === "noted" ? "" : hostile,
    ...(kind === "opened" ? { title: hostile } : {}),
  })),
  messageDeleted: [
    ...(["customerWrote", "replied", "noted"] as const).map(
      (kind) =>
        ({
          ...usual.messageDeleted,
          ...made,
          type: "messageDeleted",
          message: goneMessage,
          kind,
          wroteAt: now,
        }) as const,
    ),
    {
      ...usual.messageDeleted,
      ...made,
      by: { kind: "clock" },
      type: "messageDeleted",
      message: posted.message,
      kind: "replied",
      wroteAt: now,
      textKept: true,
      platform: "discord",
      author: "Luis Gil",
    },
  ],
  merged: [{ severity: null, ...made, type: "merged", into: 1043 }],
  linkAdded: (["linked", "mergedFrom", "followedBy"] as const).map((how) => ({
    ...made,
    type: "linkAdded",
    number: 1043,
    how,
    carried: null,
  })),
  noAgentAvailable: [{ ...made, by: { kind: "clock" }, type: "noAgentAvailable" }],
  assigneeLeft: [{ ...made, by: { kind: "clock" }, type: "assigneeLeft", person: "gone", next: null }],
  dismissed: [{ ...made, type: "dismissed", upTo: now, nextUnanswered: null, clocks: noChange }],
  waitStarted: [null, inactivity].map(
    (each) => ({ ...made, type: "waitStarted", inactivity: each, withReply: false }) as const,
  ),
  nudged: [{ ...made, by: { kind: "clock" }, type: "nudged", inactivity }],
  inactivityRestarted: [{ ...made, by: { kind: "clock" }, type: "inactivityRestarted", inactivity }],
  consultingRouted: [{ ...made, type: "consultingRouted", page: samplePages }],
  resolved: [
    { autoClosed: false, ...made, type: "resolved", asksRating: true },
    { ...made, by: { kind: "clock" }, type: "resolved", asksRating: false, autoClosed: true },
  ],
  reopened: [{ ...made, type: "reopened", needsReply: true, clocks: noChange }],
  acknowledged: [{ ...made, type: "acknowledged", person: "luis" }],
  snoozed: [{ ...made, type: "snoozed", person: "luis", until: now + hour }],
  timeRecorded: [
    { ...made, type: "timeRecorded", minutes: 90, day: "2026-01-05", note: null },
    { ...made, type: "timeRecorded", minutes: -30, day: "2026-01-05", note: "It took less." },
  ],
  updatePromised: [{ withReply: false, ...made, type: "updatePromised", target: clock.target }],
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
    { ...made, type: "escalated", why: hostile, breached: null, page: samplePages },
    { ...made, type: "escalated", why: null, breached: null, page: [] },
  ],
  askingExplained: [{ ...made, type: "askingExplained" }],
  followerAdded: followerEvents.followerAdded.map((each) => ({ ...made, ...each })),
  followerRemoved: followerEvents.followerRemoved.map((each) => ({ ...made, ...each })),
  peopleCopied: followerEvents.peopleCopied.map((each) => ({ ...made, ...each })),
  mailFailed: [{ ...made, type: "mailFailed", name: hostile, why: "5.1.1", certain: true, stops: true }],
  callRequested: [
    { ...made, type: "callRequested", number: "+34 600 000 009", time: hostile, page: samplePages },
    { ...made, type: "callRequested", number: "+34 600 000 009", time: null, page: [] },
  ],
  called: [{ ...made, type: "called" }],
  rated: [null, "good" as const, "bad" as const].flatMap((before) =>
    [null, hostile].map((comment) => ({ ...made, type: "rated", score: "bad", before, comment }) as const),
  ),
  pageFailed: samplePages.flatMap((failed) =>
    [null, failed].map((next) => ({ ...made, type: "pageFailed", failed, why: "user_disabled", next }) as const),
  ),
  pageDelivered: ["eva", null].map(
    (person) => ({ ...made, type: "pageDelivered", about: "escalation", person }) as const,
  ),
  undelivered: [
    {
      ...usual.undelivered,
      ...made,
      by: { kind: "clock" },
      type: "undelivered",
      text: "We are on it.",
      why: "is_archived",
      certain: true,
      ...unwritten,
    },
    {
      ...usual.undelivered,
      ...made,
      by: { kind: "clock" },
      type: "undelivered",
      text: "",
      why: "timeout",
      certain: false,
      ...unwritten,
    },
    {
      ...usual.undelivered,
      ...made,
      by: { kind: "clock" },
      type: "undelivered",
      text: "",
      why: "is_archived",
      certain: true,
      to: "tech",
      ...unwritten,
    },
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
