import {
  answered,
  changed,
  ended,
  givenBack,
  resolved,
  underNewTerms,
  underSeverity,
  updatePromised,
} from "./evolve-clocks.ts";
import { ladderChanges } from "./evolve-ladder.ts";
import { paused, techEnded, unpaused } from "./evolve-pauses.ts";
import { openingEdited, openingGone, tookOver } from "./evolve-opening.ts";
import { merged } from "./evolve-ties.ts";
import { wordsOf } from "./format.ts";
import { endsWaiting } from "./ends-waiting.ts";
import type { Event } from "./messages.ts";
import type { Instant, MessageKey } from "./refs.ts";
import {
  asking,
  deletedThere,
  edited,
  isAnsweredThere,
  lastCustomerWords,
  openedFrom,
  remembered,
  saidIn,
  takenBack,
} from "./said.ts";
import { lostCard } from "./restore-conversation.ts";
import { wayChanges } from "./evolve-ways.ts";
import type { Clock, Ticket } from "./ticket.ts";

const opened = (event: Extract<Event, { type: "opened" }>): Ticket => ({
  number: event.number,
  version: 1,
  title: event.title,
  description: event.description,
  status: "open",
  claimedSeverity: event.severity,
  confirmedSeverity: null,
  account: event.account,
  requester: event.requester,
  askedIn: event.askedIn,
  source: event.source ?? null,
  conversation: event.conversation,
  assignee: null,
  openedAt: event.at,
  resolvedAt: null,
  lastCustomerWords: null,
  said: openedFrom(event),
  unanswered: [],
  lastReplyAt: null,
  pauses: [],
  notes: 0,
  replies: 0,
  kind: event.kind,
  silence: null,
  escalation: null,
  callBack: null,
  rating: null,
  clocks: changed([], event.clocks),
  tech: null,
  ties: event.follows === undefined ? [] : [{ number: event.follows, how: "follows" }],
  held: [],
  lost: [],
});

const replied = (ticket: Ticket, event: Extract<Event, { type: "replied" }>): Partial<Ticket> => {
  const unread = ticket.held.find(({ id }) => id === event.held)?.unread ?? [];
  return {
    said: remembered(ticket.said, event, event.at, null),
    replies: ticket.replies + 1,
    lastReplyAt: Math.max(event.at, ticket.lastReplyAt ?? event.at),
    unanswered: ticket.unanswered.filter((wroteAt) => wroteAt > event.at || unread.includes(wroteAt)),
    clocks: changed(answered(ticket, event.at, unread), event.clocks),
    held: ticket.held.filter(({ id }) => id !== event.held),
  };
};

const held = (ticket: Ticket, event: Extract<Event, { type: "replyHeld" }>): Partial<Ticket> => {
  const { held: id, text, update, until, at, by, waits } = event;
  const reply = { id, text, by, at, until, update, ...(waits === undefined ? {} : { waits }) };
  return by.kind === "person" ? { held: [...ticket.held, { ...reply, by }] } : {};
};

/** Nobody has read these words when they are heard, so no reply that was written before answers them. */
const crossing = (held: Ticket["held"], wroteAt: Instant): Ticket["held"] =>
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
    ...(endsWaiting(ticket, since) ? { status: "open", silence: null, pauses: unpaused(ticket.pauses, since) } : {}),
    ...(ticket.status === "resolved" || isAnsweredThere(ticket, message, since)
      ? {}
      : { unanswered: [...others, since].toSorted((one, other) => one - other), held: crossing(ticket.held, since) }),
  };
};

const heard = (ticket: Ticket, event: Extract<Event, { type: "heard" }>): Partial<Ticket> => {
  const { wroteAt } = event;
  const last = ticket.lastCustomerWords;
  if (event.colleague === true) return { said: remembered(ticket.said, event, wroteAt, null) };
  const words = {
    ...(last !== null && last.at > wroteAt
      ? {}
      : { lastCustomerWords: { ...wordsOf(event), by: event.by.kind === "person" ? event.by.name : "", at: wroteAt } }),
    said: remembered(ticket.said, event, wroteAt, event.company ?? null),
  };
  if (event.thanks === true) return words;
  return {
    ...asked(ticket, event.message, wroteAt, null),
    ...words,
    clocks: changed(ticket.clocks, event.clocks),
  };
};

/** The customer's last words are others now only where these were the ones. */
const withWords = (ticket: Ticket, message: MessageKey, said: Ticket["said"]): Partial<Ticket> => ({
  said,
  ...(saidIn(ticket, message)?.at === ticket.lastCustomerWords?.at
    ? { lastCustomerWords: lastCustomerWords(said) }
    : {}),
});

/** The words are others now; where they ask for an answer only now, the customer waits since then. */
const wordsEdited = (ticket: Ticket, event: Extract<Event, { type: "wordsEdited" }>): Partial<Ticket> => {
  const { message, at, asks } = event;
  const said = edited(ticket.said, message, event, at);
  if (asks === undefined) return withWords(ticket, message, said);
  return {
    ...asked(ticket, message, at, saidIn(ticket, message)?.asksAt ?? null),
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
    lost: [...ticket.lost, { id: ticket.version + 1, key, certain }],
    ...(key === lostCard ? { conversation: { ...ticket.conversation, refused: true } } : {}),
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
    case "replyHeld":
      return held(ticket, event);
    case "replyUndone":
      return { held: ticket.held.filter(({ id }) => id !== event.held) };
    case "noted":
      return { said: remembered(ticket.said, event, event.at, null), notes: ticket.notes + 1 };
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
    case "techTook":
      return ticket.tech === null ? {} : { tech: { ...ticket.tech, takenBy: event.person } };
    case "techReturned":
      return {
        tech: techEnded(ticket, event.at, event.done ? "done" : "returned"),
        clocks: givenBack(ticket, event.at),
      };
    case "nobodyFree":
    case "techTold":
    case "techRemarked":
      return {};
    case "heard":
      return heard(ticket, event);
    case "tookOver":
      return tookOver(ticket, event);
    case "wordsEdited":
      return event.as === "opened" ? openingEdited(ticket, event) : wordsEdited(ticket, event);
    case "wordsTakenBack":
      if (event.kept === true) return { said: deletedThere(ticket.said, event.message, event.at) };
      if (event.as === "opened") return openingGone(ticket, event);
      return withWords(ticket, event.message, takenBack(ticket.said, event.message, event.at));
    case "merged":
      return merged(ticket, event);
    case "tied":
      return { ties: [...ticket.ties, { number: event.number, how: event.how }] };
    case "dismissed":
      return dismissed(ticket, event);
    case "waited":
      return { status: "waiting", pauses: paused(ticket.pauses, event.at), silence: event.silence };
    case "resolved":
      return {
        status: "resolved",
        resolvedAt: event.at,
        unanswered: [],
        pauses: paused(ticket.pauses, event.at),
        silence: null,
        escalation: null,
        callBack: null,
        rating: event.asksRating ? { askedAt: event.at, given: null } : ticket.rating,
        clocks: resolved(ticket, event.at),
        tech: techEnded(ticket, event.at, "closed"),
      };
    case "reopened":
      return {
        status: "open",
        silence: null,
        resolvedAt: null,
        unanswered: event.asksAgain ? [event.at] : [],
        pauses: unpaused(ticket.pauses, event.at),
        clocks: changed(ticket.clocks, event.clocks),
      };
    case "updatePromised":
      return { clocks: updatePromised(ticket, event.promise) };
    case "acknowledged":
    case "snoozed":
    case "reminded":
    case "heldBack":
      return { clocks: ladderChanges(ticket.clocks, event) };
    case "escalated":
    case "callRequested":
    case "called":
    case "rated":
    case "told":
    case "nudged":
    case "silenceCounted":
    case "consultingRouted":
    case "summonsFailed":
    case "assigneeLeft":
      return wayChanges(ticket, event);
    case "fellBack":
    case "reachedElsewhere":
    case "articlesOffered":
      return {};
    case "undelivered":
      return undelivered(ticket, event);
    case "sentAgain":
    case "foundArrived":
      return { lost: ticket.lost.filter(({ id }) => id !== event.lost) };
    case "conversationMoved":
      return { conversation: { ...event.to, insteadOf: event.from } };
    case "conversationTried":
      return { conversation: event.to, lost: ticket.lost.filter(({ key }) => key !== lostCard) };
  }
};

/** A ticket after a fact. Depends on nothing else, so a ticket can be rebuilt from its events. */
export const evolve = (ticket: Ticket | null, event: Event): Ticket => {
  if (event.type === "opened") return opened(event);
  if (ticket === null) throw new Error(`${event.type} before opened`);
  return { ...ticket, ...changes(ticket, event), version: ticket.version + 1 };
};
