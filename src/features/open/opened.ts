import type { NewTicket } from "../../tickets/ticket.ts";
import type { Event } from "../../tickets/messages.ts";
import { changed } from "../../tickets/clocks/evolve-clocks.ts";

export const opened = (event: Extract<Event, { type: "opened" }>): NewTicket => ({
  number: event.number,
  version: 1,
  title: event.title,
  description: event.description,
  status: "open",
  account: event.account,
  requester: event.requester,
  askedIn: event.askedIn,
  source: event.source,
  conversation: { ...event.conversation, state: "inFirstPlace" },
  assignee: null,
  openedAt: event.at,
  lastCustomerMessage: null,
  writers: [],
  lastReplyIn: {},
  unanswered: null,
  lastReplyAt: null,
  notes: 0,
  replies: 0,
  kind: event.kind,
  escalation: null,
  callBack: null,
  sla: {
    claimedSeverity: event.severity,
    confirmedSeverity: null,
    pauses: { since: null, lastEnd: null },
    clocks: changed([], event.clocks),
  },
  tech: null,
  links: event.follows === null ? [] : [{ number: event.follows, how: "follows" }],
  pendingReplies: [],
  undelivered: [],
});
