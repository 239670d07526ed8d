import type { ClockKind } from "./desk.ts";
import type { Event, Repromised } from "./messages.ts";
import type { Instant } from "./refs.ts";
import type { Clock, ClockEnd, Promised, Ticket } from "./ticket.ts";

const startClock = (
  clocks: readonly Clock[],
  kind: ClockKind,
  at: Instant,
  promise: Promised | null,
): readonly Clock[] =>
  promise === null
    ? clocks
    : [
        ...clocks,
        {
          kind,
          cycle: clocks.filter((clock) => clock.kind === kind).length + 1,
          startedAt: at,
          promise,
          earlier: [],
          end: null,
          fired: [],
          acknowledged: null,
          snoozedUntil: null,
        },
      ];

const endClocks = (clocks: readonly Clock[], ends: (clock: Clock) => ClockEnd | null): readonly Clock[] =>
  clocks.map((clock) => (clock.end === null ? { ...clock, end: ends(clock) } : clock));

/** A promise kept at the very moment it is due is kept. */
const judged = (clock: Clock, at: Instant): ClockEnd => ({ at, how: at <= clock.promise.due ? "met" : "late" });

/** New terms for the running clocks they name; steps of the old promise say nothing about the new one. */
const repromised = (clocks: readonly Clock[], promises: Repromised, at: Instant): readonly Clock[] =>
  clocks.map((clock) => {
    const promise = promises[clock.kind];
    if (clock.end !== null || promise === undefined) return clock;
    if (promise === null) return { ...clock, end: { at, how: "dropped" } };
    return { ...clock, promise, earlier: [...clock.earlier, clock.promise], fired: [] };
  });

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
  conversation: event.conversation,
  assignee: null,
  openedAt: event.at,
  resolvedAt: null,
  lastCustomerWords: null,
  unanswered: [],
  lastReplyAt: null,
  pauses: [],
  notes: 0,
  replies: 0,
  clocks: startClock([], "firstResponse", event.at, event.promise),
});

/** What a fact changes, apart from the version. */
const changes = (ticket: Ticket, event: Exclude<Event, { type: "opened" }>): Partial<Ticket> => {
  switch (event.type) {
    case "assigned":
      return { assignee: event.person };
    case "severitySet":
      return { confirmedSeverity: event.to, clocks: repromised(ticket.clocks, event.promises, event.at) };
    case "accountSet":
      return { account: event.to, clocks: repromised(ticket.clocks, event.promises, event.at) };
    case "replied":
      return {
        replies: ticket.replies + 1,
        clocks: endClocks(ticket.clocks, (clock) => (clock.kind === "firstResponse" ? judged(clock, event.at) : null)),
      };
    case "noted":
      return { notes: ticket.notes + 1 };
    case "heard":
      return {
        status: ticket.status === "waiting" ? "open" : ticket.status,
        lastCustomerWords: { text: event.text, by: event.by.kind === "person" ? event.by.name : "", at: event.wroteAt },
      };
    case "waited":
      return { status: "waiting" };
    case "resolved":
      return {
        status: "resolved",
        resolvedAt: event.at,
        clocks: endClocks(ticket.clocks, () => ({ at: event.at, how: "dropped" })),
      };
    case "reopened":
      return {
        status: "open",
        resolvedAt: null,
        clocks: startClock(ticket.clocks, "firstResponse", event.at, event.promise),
      };
    case "acknowledged":
      return {
        clocks: ticket.clocks.map((clock) =>
          clock.end === null && clock.acknowledged === null
            ? { ...clock, acknowledged: { by: event.person, at: event.at } }
            : clock,
        ),
      };
    case "reminded":
      return {
        clocks: ticket.clocks.map((clock) =>
          clock.kind === event.clock && clock.cycle === event.cycle
            ? { ...clock, fired: [...clock.fired, ...event.overtaken, event.step] }
            : clock,
        ),
      };
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
