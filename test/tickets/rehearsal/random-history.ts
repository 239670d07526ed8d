import * as fc from "fast-check";
import type { Desk } from "../../../src/desk/desk.ts";
import type { Instant } from "../../../src/sla/instant.ts";
import type { Severity } from "../../../src/sla/severity.ts";
import { carriedOver } from "../../../src/tickets/carried-over.ts";
import { plan } from "../../../src/tickets/clocks/plan.ts";
import { decide } from "../../../src/tickets/decide.ts";
import { evolve } from "../../../src/tickets/evolve.ts";
import type { Actor, Event } from "../../../src/tickets/messages.ts";
import type { RecordedTicket } from "../../../src/tickets/rehearsal/rehearsal.ts";
import { mergedInto, type TicketState } from "../../../src/tickets/ticket.ts";
import { always, calendarIn, workdays } from "../../support/clocks/calendars.ts";
import { cast, minutes, opening, wholeCommand, type GivenCommand } from "../../support/given.ts";
import { deskIn } from "../clocks/model-desk.ts";

const { carla, sam, luis, tom, clock } = cast;

/** One of the tickets, with everything that happened to it. */
interface LivedTicket {
  readonly number: number;
  /** Who opens it: Carla for her account, Sam whose account is unknown, or Luis for Carla's account. */
  readonly by: Actor;
  /** Who writes in it as the customer. */
  readonly customer: Actor;
  state: TicketState | null;
  readonly events: Event[];
}

/** What people did under one desk. */
export interface History {
  readonly desk: Desk;
  readonly tickets: readonly LivedTicket[];
  now: Instant;
  /** How many messages were written. */
  messages: number;
}

type Does = (history: History, ticket: LivedTicket, other: LivedTicket) => void;

const gave = ({ desk, now }: History, ticket: LivedTicket, by: Actor, what: GivenCommand, at = now): boolean => {
  const { state } = ticket;
  const decision = decide(state, { ...wholeCommand(what, state?.ticket ?? null, desk), by, at }, desk);
  if (!decision.ok) return false;
  ticket.events.push(...decision.events);
  ticket.state = decision.events.reduce<TicketState | null>(evolve, state);
  return true;
};

/** The loop of the reminders and the one of pending replies, each exactly in time. */
const passTime = (history: History, until: Instant): void => {
  for (const ticket of history.tickets)
    for (;;) {
      const [reply] = ticket.state?.ticket.pendingReplies ?? [];
      const [step] = ticket.state === null ? [] : plan(ticket.state.ticket);
      const next = Math.min(reply?.until ?? Infinity, step?.at ?? Infinity);
      if (next >= until) break;
      if (step?.at === next) gave(history, ticket, clock, { type: "remind", ...step }, next);
      else if (reply !== undefined) gave(history, ticket, clock, { type: "releaseReply", replyId: reply.id }, next);
    }
  history.now = until;
};

/** As `linkTickets` does it, for tickets of the same customers. */
const merge: Does = (history, ticket, other) => {
  const { desk, now: at } = history;
  const [one, into] = [ticket.state, other.state];
  if (one === null || into === null || ticket === other || one.ticket.account !== into.ticket.account) return;
  if (mergedInto(into.ticket) !== null || (into.ticket.status === "resolved" && one.ticket.status !== "resolved"))
    return;
  const first = decide(one, { type: "merge", into: other.number, by: luis, at }, desk);
  if (!first.ok) return;
  const before = first.events.slice(0, -1).reduce<TicketState | null>(evolve, one);
  if (before === null) return;
  const carried = carriedOver(before.ticket, at);
  if (!gave(history, other, luis, { type: "mergeFrom", from: ticket.number, carried })) return;
  ticket.events.push(...first.events);
  ticket.state = first.events.reduce<TicketState | null>(evolve, one);
};

const key = (history: History) => ({ channel: "slack:C0ACME", id: String((history.messages += 1)) }) as const;

const by =
  (who: Actor, what: GivenCommand): Does =>
  (history, ticket) =>
    void gave(history, ticket, who, what);

const writes =
  (text: string, late: number): Does =>
  (history, ticket) => {
    const wroteAt = Math.max(ticket.state?.ticket.openedAt ?? 0, history.now - late * minutes);
    gave(history, ticket, ticket.customer, { type: "receiveMessage", text, wroteAt, message: key(history) });
  };

/** The customer edits their last message: a thank-you may become a question. */
const edits: Does = (history, ticket) => {
  const message = ticket.state?.messages.findLast(({ kind }) => kind === "customerWrote")?.message;
  if (message !== undefined)
    gave(history, ticket, ticket.customer, { type: "editMessage", message, text: "It is down again." });
};

const dismisses: Does = (history, ticket) => {
  const first = ticket.state?.unanswered[0];
  gave(history, ticket, luis, { type: "dismiss", upTo: first ?? history.now });
};

const undoes: Does = (history, ticket) => {
  const pending = ticket.state?.ticket.pendingReplies[0];
  if (pending !== undefined) gave(history, ticket, luis, { type: "undoReply", replyId: pending.id });
};

const replies = { type: "reply", text: "We look into it." } as const;

interface Deed {
  readonly name: string;
  readonly does: Does;
}

/** Staff wrote in the customer's channel, which the platform may tell late. */
const posts =
  (late: number): Does =>
  (history, ticket) => {
    const at = Math.max(ticket.state?.ticket.openedAt ?? 0, history.now - late * minutes);
    gave(history, ticket, luis, { ...replies, alreadyPosted: true, message: key(history) }, at);
  };

const deedsWithNumbers: fc.Arbitrary<Deed> = fc.oneof(
  fc.integer({ min: 0, max: 120 }).map((late) => ({ name: `writes ${late} late`, does: writes("Any news?", late) })),
  fc.constantFrom(0, 0, 1, 10, 60).map((late) => ({ name: `posts ${late} late`, does: posts(late) })),
  fc.integer({ min: 1, max: 3_000 }).map((ahead) => ({
    name: `promises in ${ahead}`,
    does: (history: History, ticket: LivedTicket) => {
      const due = { by: "instant", at: history.now + ahead * minutes } as const;
      gave(history, ticket, luis, { type: "promiseUpdate", due });
    },
  })),
  fc.integer({ min: 1, max: 3_000 }).map((ahead) => ({
    name: `replies and promises in ${ahead}`,
    does: (history: History, ticket: LivedTicket) => {
      const update = { by: "instant", at: history.now + ahead * minutes } as const;
      gave(history, ticket, luis, { ...replies, alreadyPosted: false, update });
    },
  })),
  fc.constantFrom<Severity>("critical", "high", "medium", "low").map((severity) => ({
    name: severity,
    does: by(luis, { type: "setSeverity", severity, reason: "x" }),
  })),
  fc.constantFrom("acme", "other").map((account) => ({
    name: `account ${account}`,
    does: by(luis, { type: "setAccount", account }),
  })),
);

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  { arbitrary: deedsWithNumbers, weight: 3 },
  {
    weight: 5,
    arbitrary: fc
      .constantFrom<readonly [name: string, does: Does]>(
        ["replies", by(luis, { ...replies, alreadyPosted: false })],
        ["is asked", writes("Any news?", 0)],
        ["asks", by(luis, { ...replies, alreadyPosted: false, setsWaiting: true })],
        [
          "replies and undoes",
          (history, ticket, other) => {
            by(luis, { ...replies, alreadyPosted: false })(history, ticket, other);
            undoes(history, ticket, other);
          },
        ],
        ["thanks", writes("Thanks!", 0)],
        ["edits", edits],
        [
          "thanks and asks after all",
          (history, ticket, other) => {
            writes("Thanks!", 0)(history, ticket, other);
            edits(history, ticket, other);
          },
        ],
        ["dismisses", dismisses],
        ["waits", by(luis, { type: "wait" })],
        ["resolves", by(luis, { type: "resolve" })],
        ["customer resolves", (history, ticket) => void gave(history, ticket, ticket.customer, { type: "resolve" })],
        ["reopens", by(luis, { type: "reopen" })],
        ["customer reopens", (history, ticket) => void gave(history, ticket, ticket.customer, { type: "reopen" })],
        ["replans", by(clock, { type: "replan" })],
        ["acknowledges", by(luis, { type: "acknowledge" })],
        [
          "snoozes",
          (history, ticket) => void gave(history, ticket, luis, { type: "snooze", until: history.now + 45 * minutes }),
        ],
        ["claims", by(luis, { type: "claim" })],
        ["asks tech", by(luis, { type: "askTech", text: "x" })],
        ["tech claims", by(tom, { type: "claimTech" })],
        ["tech returns", by(tom, { type: "returnTech", findings: "x", done: false })],
        ["notes", by(luis, { type: "note", text: "x", alreadyPosted: false })],
        ["merges", merge],
        ["merges the other way", (history, ticket, other) => merge(history, other, ticket)],
      )
      .map(([name, does]) => ({ name, does })),
  },
);

/** Short and long waits. Some end exactly when a target does. */
const later = fc.oneof(
  { arbitrary: fc.constantFrom(0, 1, 60, 120, 240), weight: 3 },
  { arbitrary: fc.integer({ min: 0, max: 90 }), weight: 3 },
  { arbitrary: fc.integer({ min: 0, max: 3_000 }), weight: 1 },
);

/** What is done after some minutes: to which ticket, and with which other one. */
const steps = fc.array(fc.tuple(later, fc.nat(2), fc.nat(2), deeds), { minLength: 15, maxLength: 50, size: "max" });

const office = calendarIn("Europe/Madrid", {
  hours: workdays("09:00-13:00", "14:00-18:00"),
  holidays: ["2026-03-31"],
});

/** The desk of a random history: its plans differ in calendar and targets, and replies can be undone for some seconds. */
export const deskOfHistory = (calendar: "office" | "always"): Desk => {
  const within = { openedAt: 0, calendar: calendar === "office" ? office : always };
  return { ...deskIn(within, "first"), undo: 10_000 };
};

/** Three tickets and what became of them while the desk stayed the same. The clocks change on one of the days. */
export const histories: fc.Arbitrary<History> = fc
  .tuple(
    fc.constantFrom("office" as const, "always" as const),
    fc.array(fc.constantFrom<Severity>("critical", "high", "medium", "low"), { minLength: 3, maxLength: 3 }),
    steps,
  )
  .map(([calendar, claimed, done]) => {
    const began = Date.parse("2026-03-27T09:30:00Z");
    const none = { state: null, events: [] };
    const tickets: readonly LivedTicket[] = [
      { number: 1001, by: carla, customer: carla, ...none, events: [] },
      { number: 1002, by: sam, customer: sam, ...none, events: [] },
      { number: 1003, by: luis, customer: carla, ...none, events: [] },
    ];
    const history: History = { desk: deskOfHistory(calendar), tickets, now: began, messages: 0 };
    for (const [index, ticket] of tickets.entries()) {
      const account = ticket.by === luis ? "acme" : null;
      const channel = ticket.by.kind === "person" ? ticket.by.channel : "slack:C0ACME";
      gave(history, ticket, ticket.by, {
        ...opening(claimed[index] ?? "high", channel, account),
        number: ticket.number,
      });
      passTime(history, history.now + 7 * minutes);
    }
    for (const [after, one, two, { does }] of done) {
      const [ticket, other] = [tickets[one], tickets[two]];
      if (ticket === undefined || other === undefined) continue;
      passTime(history, history.now + after * minutes + 1);
      does(history, ticket, other);
    }
    passTime(history, history.now + 30_000);
    return history;
  });

/** A ticket of a history as the database would give it. */
export const recordedOf = ({ tickets }: History, number: number): RecordedTicket => {
  const events = tickets.find((each) => each.number === number)?.events ?? [];
  return {
    number,
    events,
    merged: events.flatMap((event) =>
      event.type === "linkAdded" && event.how === "mergedFrom"
        ? [recordedOf({ tickets } as History, event.number)]
        : [],
    ),
  };
};
