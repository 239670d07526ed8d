import { opened } from "../features/open/opened.ts";
import type { Clock } from "../sla/clock.ts";
import type { Instant } from "../sla/instant.ts";
import {
  answered,
  changed,
  ended,
  givenBack,
  resolved,
  underNewTerms,
  underSeverity,
  updatePromised,
} from "./clocks/evolve-clocks.ts";
import { ladderChanges } from "../features/reminders/evolve.ts";
import { paused, techEnded, unpaused } from "./clocks/evolve-pauses.ts";
import { openingEdited, openingGone, threadImported } from "../features/open/evolve-opening.ts";
import { merged } from "../features/ticket-links/evolve.ts";
import { wordsOf } from "./format.ts";
import { endsWaiting } from "../features/conversation/ends-waiting.ts";
import type { Event } from "./messages.ts";
import type { MessageKey } from "./refs.ts";
import {
  asking,
  deletedThere,
  edited,
  isAnsweredThere,
  lastCustomerMessage,
  remembered,
  threadMessage,
  takenBack,
} from "../features/conversation/thread-messages.ts";
import { undeliveredCardKey } from "../features/conversation/restore-conversation.ts";
import { escalationChanges } from "../features/escalation/evolve.ts";
import type { Ticket } from "./ticket.ts";

const replied = (ticket: Ticket, event: Extract<Event, { type: "replied" }>): Partial<Ticket> => {
  const unread = ticket.pendingReplies.find(({ id }) => id === event.held)?.unread ?? [];
  return {
    threadMessages: remembered(ticket.threadMessages, event, event.at, null),
    replies: ticket.replies + 1,
    lastReplyAt: Math.max(event.at, ticket.lastReplyAt ?? event.at),
    unanswered: ticket.unanswered.filter((wroteAt) => wroteAt > event.at || unread.includes(wroteAt)),
    clocks: changed(answered(ticket, event.at, unread), event.clocks),
    pendingReplies: ticket.pendingReplies.filter(({ id }) => id !== event.held),
  };
};

const held = (ticket: Ticket, event: Extract<Event, { type: "replyPending" }>): Partial<Ticket> => {
  const { held: id, text, update, until, at, by, waits } = event;
  const reply = { id, text, by, at, until, update, ...(waits === undefined ? {} : { waits }) };
  return by.kind === "person" ? { pendingReplies: [...ticket.pendingReplies, { ...reply, by }] } : {};
};

/** Nobody has read these words when they are heard, so no reply that was written before answers them. */
const crossing = (held: Ticket["pendingReplies"], wroteAt: Instant): Ticket["pendingReplies"] =>
  held.map((each) => (wroteAt > each.at ? each : { ...each, unread: [...(each.unread ?? []), wroteAt] }));

/** The customer asks for an answer since then; `instead` is since when these words were known to. */
const asked = (
  ticket: Ticket,
  message: MessageKey | undefined,
  since: Instant,
  instead: Instant | null,
): Partial<Ticket> => {
  const others = ticket.unanswered.filter((wroteAt) => wroteAt !== instead);
  return {
    ...(endsWaiting(ticket, since) ? { status: "open", inactivity: null, pauses: unpaused(ticket.pauses, since) } : {}),
    ...(ticket.status === "resolved" || isAnsweredThere(ticket, message, since)
      ? {}
      : {
          unanswered: [...others, since].toSorted((one, other) => one - other),
          pendingReplies: crossing(ticket.pendingReplies, since),
        }),
  };
};

const heard = (ticket: Ticket, event: Extract<Event, { type: "heard" }>): Partial<Ticket> => {
  const { wroteAt } = event;
  const last = ticket.lastCustomerMessage;
  if (event.colleague === true) return { threadMessages: remembered(ticket.threadMessages, event, wroteAt, null) };
  const words = {
    ...(last !== null && last.at > wroteAt
      ? {}
      : {
          lastCustomerMessage: { ...wordsOf(event), by: event.by.kind === "person" ? event.by.name : "", at: wroteAt },
        }),
    threadMessages: remembered(ticket.threadMessages, event, wroteAt, event.company ?? null),
  };
  if (event.thanks === true) return words;
  return {
    ...asked(ticket, event.message, wroteAt, null),
    ...words,
    clocks: changed(ticket.clocks, event.clocks),
  };
};

/** The customer's last words are others now only where these were the ones. */
const withWords = (ticket: Ticket, message: MessageKey, said: Ticket["threadMessages"]): Partial<Ticket> => ({
  threadMessages: said,
  ...(threadMessage(ticket, message)?.at === ticket.lastCustomerMessage?.at
    ? { lastCustomerMessage: lastCustomerMessage(said) }
    : {}),
});

/** The words are others now; where they ask for an answer only now, the customer waits since then. */
const messageEdited = (ticket: Ticket, event: Extract<Event, { type: "messageEdited" }>): Partial<Ticket> => {
  const { message, at, asks } = event;
  const said = edited(ticket.threadMessages, message, event, at);
  if (asks === undefined) return withWords(ticket, message, said);
  return {
    ...asked(ticket, message, at, threadMessage(ticket, message)?.needsReplySince ?? null),
    ...withWords(ticket, message, asking(said, message, at)),
    clocks: changed(ticket.clocks, asks.clocks),
  };
};

/**
 * Nobody owes an answer to what was written until then, so nothing was kept and nothing broken. After a reopening a first answer
 * may stand in for the next one.
 */
const dismissed = (ticket: Ticket, event: Extract<Event, { type: "dismissed" }>): Partial<Ticket> => {
  const unanswered = ticket.unanswered.filter((wroteAt) => wroteAt > event.upTo);
  const standsIn = ticket.replies > 0 && unanswered.length === 0;
  const falls = ({ kind }: Clock): boolean => kind === "nextResponse" || (kind === "firstResponse" && standsIn);
  return {
    unanswered,
    clocks: changed(
      ended(ticket.clocks, (clock) => (falls(clock) ? { at: event.at, how: "dropped" } : null)),
      event.clocks,
    ),
  };
};

const undelivered = (ticket: Ticket, event: Extract<Event, { type: "undelivered" }>): Partial<Ticket> => {
  const { key, certain } = event;
  if (key === undefined) return {};
  return {
    undelivered: [...ticket.undelivered, { id: ticket.version + 1, key, certain }],
    ...(key === undeliveredCardKey ? { conversation: { ...ticket.conversation, refused: true } } : {}),
  };
};

/** What a fact changes, apart from the version. */
const changes = (ticket: Ticket, event: Exclude<Event, { type: "opened" }>): Partial<Ticket> => {
  switch (event.type) {
    case "assigned":
      return { assignee: event.person };
    case "severitySet":
      return { confirmedSeverity: event.to, clocks: underSeverity(ticket, event) };
    case "accountSet":
      return { account: event.to, clocks: underNewTerms(ticket, event.clocks, event.at) };
    case "replanned":
      return { clocks: underNewTerms(ticket, event.clocks, event.at) };
    case "replied":
      return replied(ticket, event);
    case "replyPending":
      return held(ticket, event);
    case "replyUndone":
      return { pendingReplies: ticket.pendingReplies.filter(({ id }) => id !== event.held) };
    case "noted":
      return { threadMessages: remembered(ticket.threadMessages, event, event.at, null), notes: ticket.notes + 1 };
    case "techAsked":
      return {
        tech: {
          need: event.need,
          by: event.by.kind === "person" ? event.by.name : "",
          at: event.at,
          takenBy: null,
          end: null,
        },
        clocks: changed(ticket.clocks, event.clocks),
      };
    case "techClaimed":
      return ticket.tech === null ? {} : { tech: { ...ticket.tech, takenBy: event.person } };
    case "techReturned":
      return {
        tech: techEnded(ticket, event.at, event.done ? "done" : "returned"),
        clocks: givenBack(ticket, event.at),
      };
    case "noAgentAvailable":
    case "techMessaged":
    case "techCommented":
      return {};
    case "heard":
      return heard(ticket, event);
    case "threadImported":
      return threadImported(ticket, event);
    case "messageEdited":
      return event.as === "opened" ? openingEdited(ticket, event) : messageEdited(ticket, event);
    case "messageDeleted":
      if (event.kept === true) return { threadMessages: deletedThere(ticket.threadMessages, event.message, event.at) };
      if (event.as === "opened") return openingGone(ticket, event);
      return withWords(ticket, event.message, takenBack(ticket.threadMessages, event.message, event.at));
    case "merged":
      return merged(ticket, event);
    case "linkAdded":
      return { links: [...ticket.links, { number: event.number, how: event.how }] };
    case "dismissed":
      return dismissed(ticket, event);
    case "waited":
      return { status: "waiting", pauses: paused(ticket.pauses, event.at), inactivity: event.inactivity };
    case "resolved":
      return {
        status: "resolved",
        resolvedAt: event.at,
        unanswered: [],
        pauses: paused(ticket.pauses, event.at),
        inactivity: null,
        escalation: null,
        callBack: null,
        rating: event.asksRating ? { askedAt: event.at, given: null } : ticket.rating,
        clocks: resolved(ticket, event.at),
        tech: techEnded(ticket, event.at, "closed"),
      };
    case "reopened":
      return {
        status: "open",
        inactivity: null,
        resolvedAt: null,
        unanswered: event.asksAgain ? [event.at] : [],
        pauses: unpaused(ticket.pauses, event.at),
        clocks: changed(ticket.clocks, event.clocks),
      };
    case "updatePromised":
      return { clocks: updatePromised(ticket, event.target) };
    case "acknowledged":
    case "snoozed":
    case "reminded":
    case "requeued":
      return { clocks: ladderChanges(ticket.clocks, event) };
    case "escalated":
    case "callRequested":
    case "called":
    case "rated":
    case "told":
    case "nudged":
    case "inactivityRestarted":
    case "consultingRouted":
    case "pageFailed":
    case "assigneeLeft":
      return escalationChanges(ticket, event);
    case "fallbackTaken":
    case "reachedByOtherRoute":
    case "articlesOffered":
      return {};
    case "undelivered":
      return undelivered(ticket, event);
    case "resent":
    case "markedDelivered":
      return { undelivered: ticket.undelivered.filter(({ id }) => id !== event.lost) };
    case "conversationMoved":
      return { conversation: { ...event.to, insteadOf: event.from } };
    case "conversationTried":
      return {
        conversation: event.to,
        undelivered: ticket.undelivered.filter(({ key }) => key !== undeliveredCardKey),
      };
  }
};

/** A ticket after a fact. Depends on nothing else, so a ticket can be rebuilt from its events. */
export const evolve = (ticket: Ticket | null, event: Event): Ticket => {
  if (event.type === "opened") return opened(event);
  if (ticket === null) throw new Error(`${event.type} before opened`);
  return { ...ticket, ...changes(ticket, event), version: ticket.version + 1 };
};
