import type { Pause } from "./calendar.ts";
import type { ClockKind } from "./desk.ts";
import type { ClockChanges, Counted } from "./changed-clocks.ts";
import type { Event } from "./messages.ts";
import type { Instant, MessageKey } from "./refs.ts";
import { edited, lastCustomerWords, remembered, saidIn, takenBack } from "./said.ts";
import { wayChanges } from "./evolve-ways.ts";
import { isKept } from "./kept.ts";
import type { Clock, ClockEnd, Promised, TechWork, Ticket } from "./ticket.ts";

const started = (clocks: readonly Clock[], kind: ClockKind, { since, promise }: Counted): readonly Clock[] => [
  ...clocks,
  {
    kind,
    cycle: clocks.filter((clock) => clock.kind === kind).length + 1,
    startedAt: since,
    promise,
    earlier: [],
    end: null,
    fired: [],
    acknowledged: null,
    snoozedUntil: null,
  },
];

/** Steps of the old promise say nothing about the new one, nor does a wish to hear of it later. */
const repromised = (clock: Clock, promise: Promised): Clock => ({
  ...clock,
  promise,
  earlier: [...clock.earlier, clock.promise],
  fired: [],
  snoozedUntil: null,
});

const newTerms = (clock: Clock, { repromised: promises }: ClockChanges, at: Instant): Clock => {
  const promise = promises[clock.kind];
  if (clock.end !== null || promise === undefined) return clock;
  return promise === null ? { ...clock, end: { at, how: "dropped" } } : repromised(clock, promise);
};

const moved = (clock: Clock, isLatest: boolean, { moved: anew }: ClockChanges): Clock => {
  const counted = anew[clock.kind];
  return counted === undefined || !isLatest
    ? clock
    : { ...clock, startedAt: counted.since, promise: counted.promise, end: null };
};

const changed = (clocks: readonly Clock[], changes: ClockChanges, at: Instant): readonly Clock[] => {
  const isLatest = (clock: Clock): boolean => clocks.findLast((each) => each.kind === clock.kind) === clock;
  return changes.started.reduce<readonly Clock[]>(
    (all, each) => started(all, each.kind, each),
    clocks.map((clock) => newTerms(moved(clock, isLatest(clock), changes), changes, at)),
  );
};

const ended = (clocks: readonly Clock[], ends: (clock: Clock) => ClockEnd | null): readonly Clock[] =>
  clocks.map((clock) => (clock.end === null ? { ...clock, end: ends(clock) } : clock));

const judged = (ticket: Ticket, clock: Clock, at: Instant): ClockEnd => ({
  at,
  how: isKept(ticket, clock, at) ? "met" : "late",
});

/** A public message answers what was asked before it, and is the news that was promised before it. */
const answered = (ticket: Ticket, at: Instant): readonly Clock[] =>
  ended(ticket.clocks, (clock) =>
    clock.kind === "resolution" || clock.kind === "tech" || at < clock.startedAt ? null : judged(ticket, clock, at),
  );

/** Resolving solves it and answers what was asked last; a first answer or news that never came are no longer owed. */
const resolved = (ticket: Ticket, at: Instant): readonly Clock[] =>
  ended(ticket.clocks, (clock) =>
    clock.kind === "resolution" || clock.kind === "nextResponse" ? judged(ticket, clock, at) : { at, how: "dropped" },
  );

/** What the technical team owed the desk ends when they give it back. */
const techReturned = (ticket: Ticket, event: Extract<Event, { type: "techReturned" }>): Partial<Ticket> => ({
  tech: techEnded(ticket, event.at, event.done ? "done" : "returned"),
  clocks: ended(ticket.clocks, (clock) => (clock.kind === "tech" ? judged(ticket, clock, event.at) : null)),
});

const techEnded = ({ tech }: Ticket, at: Instant, how: "returned" | "done" | "closed"): TechWork | null =>
  tech === null || tech.end !== null ? tech : { ...tech, end: { at, how } };

/** Messages may come in late, so a pause begins no earlier than the one before it ended. */
const paused = (pauses: readonly Pause[], at: Instant): readonly Pause[] => {
  const last = pauses.at(-1);
  if (last === undefined) return [{ from: at, to: null }];
  return last.to === null ? pauses : [...pauses, { from: Math.max(at, last.to), to: null }];
};

const unpaused = (pauses: readonly Pause[], at: Instant): readonly Pause[] =>
  pauses.map((pause) => (pause.to === null ? { from: pause.from, to: Math.max(pause.from, at) } : pause));

/** The newest promise of news replaces the one before, and counts from when it was given. */
const updatePromised = (clocks: readonly Clock[], promise: Promised): readonly Clock[] => {
  const running = clocks.find((clock) => clock.kind === "update" && clock.end === null);
  const counted = { since: promise.madeAt, promise };
  return running === undefined
    ? started(clocks, "update", counted)
    : clocks.map((clock) =>
        clock === running ? { ...repromised(clock, promise), startedAt: counted.since, acknowledged: null } : clock,
      );
};

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
  said: [],
  unanswered: [],
  lastReplyAt: null,
  pauses: [],
  notes: 0,
  replies: 0,
  escalation: null,
  callBack: null,
  rating: null,
  clocks: changed([], event.clocks, event.at),
  tech: null,
  held: [],
});

const replied = (ticket: Ticket, event: Extract<Event, { type: "replied" }>): Partial<Ticket> => ({
  said: remembered(ticket.said, event, event.at, null),
  replies: ticket.replies + 1,
  lastReplyAt: Math.max(event.at, ticket.lastReplyAt ?? event.at),
  unanswered: ticket.unanswered.filter((wroteAt) => wroteAt > event.at),
  clocks: changed(answered(ticket, event.at), event.clocks, event.at),
  held: ticket.held.filter(({ id }) => id !== event.held),
});

const held = (ticket: Ticket, event: Extract<Event, { type: "replyHeld" }>): Partial<Ticket> => {
  const { held: id, text, update, until, at, by } = event;
  return by.kind === "person" ? { held: [...ticket.held, { id, text, by, at, until, update }] } : {};
};

const heard = (ticket: Ticket, event: Extract<Event, { type: "heard" }>): Partial<Ticket> => {
  const { wroteAt } = event;
  const waits = ticket.status !== "resolved" && (ticket.lastReplyAt === null || wroteAt > ticket.lastReplyAt);
  const last = ticket.lastCustomerWords;
  return {
    ...(ticket.status === "waiting" ? { status: "open", pauses: unpaused(ticket.pauses, wroteAt) } : {}),
    ...(last !== null && last.at > wroteAt
      ? {}
      : { lastCustomerWords: { text: event.text, by: event.by.kind === "person" ? event.by.name : "", at: wroteAt } }),
    said: remembered(ticket.said, event, wroteAt, event.company ?? null),
    ...(waits ? { unanswered: [...ticket.unanswered, wroteAt].toSorted((one, other) => one - other) } : {}),
    clocks: changed(ticket.clocks, event.clocks, event.at),
  };
};

/** What was said before the ticket was there starts no clock, but the customer's last words are theirs. */
const tookOver = (ticket: Ticket, event: Extract<Event, { type: "tookOver" }>): Partial<Ticket> => {
  const last = event.words.findLast(({ staff }) => !staff);
  if (last === undefined || (ticket.lastCustomerWords?.at ?? 0) > last.at) return {};
  return { lastCustomerWords: { text: last.text, by: last.by, at: last.at } };
};
/** The customer's last words are others now only where these were the ones. */
const withWords = (ticket: Ticket, message: MessageKey, said: Ticket["said"]): Partial<Ticket> => ({
  said,
  ...(saidIn(ticket, message)?.at === ticket.lastCustomerWords?.at
    ? { lastCustomerWords: lastCustomerWords(said) }
    : {}),
});

/** What a fact changes, apart from the version. */
const changes = (ticket: Ticket, event: Exclude<Event, { type: "opened" }>): Partial<Ticket> => {
  switch (event.type) {
    case "assigned":
      return { assignee: event.person };
    case "severitySet":
      return { confirmedSeverity: event.to, clocks: changed(ticket.clocks, event.clocks, event.at) };
    case "accountSet":
      return { account: event.to, clocks: changed(ticket.clocks, event.clocks, event.at) };
    case "replanned":
      return { clocks: changed(ticket.clocks, event.clocks, event.at) };
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
        clocks: changed(ticket.clocks, event.clocks, event.at),
      };
    case "techTook":
      return ticket.tech === null ? {} : { tech: { ...ticket.tech, takenBy: event.person } };
    case "techReturned":
      return techReturned(ticket, event);
    case "techTold":
    case "techRemarked":
      return {};
    case "heard":
      return heard(ticket, event);
    case "tookOver":
      return tookOver(ticket, event);
    case "wordsEdited":
      return withWords(ticket, event.message, edited(ticket.said, event.message, event.text, event.at));
    case "wordsTakenBack":
      return withWords(ticket, event.message, takenBack(ticket.said, event.message, event.at));
    case "waited":
      return { status: "waiting", pauses: paused(ticket.pauses, event.at) };
    case "resolved":
      return {
        status: "resolved",
        resolvedAt: event.at,
        unanswered: [],
        pauses: paused(ticket.pauses, event.at),
        escalation: null,
        callBack: null,
        rating: event.asksRating ? { askedAt: event.at, given: null } : ticket.rating,
        clocks: resolved(ticket, event.at),
        tech: techEnded(ticket, event.at, "closed"),
      };
    case "reopened":
      return {
        status: "open",
        resolvedAt: null,
        unanswered: event.asksAgain ? [event.at] : [],
        pauses: unpaused(ticket.pauses, event.at),
        clocks: changed(ticket.clocks, event.clocks, event.at),
      };
    case "acknowledged":
      return {
        clocks: ticket.clocks.map((clock) =>
          clock.end === null && clock.acknowledged === null
            ? { ...clock, acknowledged: { by: event.person, at: event.at } }
            : clock,
        ),
      };
    case "snoozed":
      return {
        clocks: ticket.clocks.map((clock) => (clock.end === null ? { ...clock, snoozedUntil: event.until } : clock)),
      };
    case "updatePromised":
      return { clocks: updatePromised(ticket.clocks, event.promise) };
    case "reminded":
      return {
        clocks: ticket.clocks.map((clock) =>
          clock.kind === event.clock && clock.cycle === event.cycle
            ? { ...clock, fired: [...clock.fired, ...event.overtaken, event.step] }
            : clock,
        ),
      };
    case "escalated":
    case "callRequested":
    case "called":
    case "rated":
    case "told":
    case "summonsFailed":
      return wayChanges(ticket, event);
    case "fellBack":
    case "undelivered":
      return {};
    case "conversationMoved":
      return { conversation: event.to };
  }
};

/** A ticket after a fact. Depends on nothing else, so a ticket can be rebuilt from its events. */
export const evolve = (ticket: Ticket | null, event: Event): Ticket => {
  if (event.type === "opened") return opened(event);
  if (ticket === null) throw new Error(`${event.type} before opened`);
  return { ...ticket, ...changes(ticket, event), version: ticket.version + 1 };
};
