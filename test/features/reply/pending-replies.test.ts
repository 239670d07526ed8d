import { expect, test } from "vitest";
import { effects, evolve } from "../../../src/tickets/evolve.ts";
import type { Event } from "../../../src/tickets/messages.ts";
import { plan } from "../../../src/tickets/clocks/plan.ts";
import type { TicketState } from "../../../src/tickets/ticket.ts";
import { cast, given, minutes, monday, opening, type Story, type GivenCommand } from "../../support/given.ts";
import { holdingDesk, promisingDesk } from "../../support/sample-desk.ts";
import { refusalOf, ticketOf } from "../../support/story.ts";

const { carla, luis, marta, tom, clock } = cast;
const desk = { ...promisingDesk, undo: 10_000 };
const seconds = (count: number): number => count / 60;

const reply = (text: string): GivenCommand => ({ type: "reply", text, alreadyPosted: false });
const release = (held: number): GivenCommand => ({ type: "releaseReply", replyId: held });
const undo = (held: number): GivenCommand => ({ type: "undoReply", replyId: held });

const open = given(desk).when(carla, opening());
const idOf = (story: Story, index = 0): number => ticketOf(story).pendingReplies[index]?.id ?? 0;

/** The messages to the customer from the events of a story, in order. */
const toCustomer = (events: readonly Event[]): readonly string[] => {
  let state: TicketState | null = null;
  return events.flatMap((event) => {
    state = evolve(state, event);
    return effects(event, state.ticket).flatMap((effect) =>
      effect.type === "send" && effect.to.kind === "conversation"
        ? [effect.message.type === "reply" ? effect.message.text : effect.message.type]
        : [],
    );
  });
};

test("a reply is pending for ten seconds and then sent once, and the clock uses the time it was written", () => {
  const held = open.when(luis, reply("We look into it"), 240 - seconds(3));
  expect(toCustomer(held.events)).toEqual([]);
  expect(ticketOf(held).replies).toBe(0);
  const early = held.when(clock, release(idOf(held)), 240 + seconds(6));
  expect(refusalOf(early)).toEqual({ reason: "notDue" });
  const sent = early.when(clock, release(idOf(held)), 240 + seconds(7));
  expect(toCustomer(sent.events)).toEqual(["We look into it"]);
  expect(ticketOf(sent).sla.clocks[0]?.end).toEqual({ at: monday + (240 - seconds(3)) * minutes, how: "met" });
  expect(ticketOf(sent).pendingReplies).toEqual([]);
  const again = sent.when(clock, release(idOf(held)), 241);
  expect(refusalOf(again)).toEqual({ reason: "noLongerPending" });
  expect(refusalOf(sent.when(luis, undo(idOf(held)), 241))).toEqual({ reason: "noLongerPending" });
});

test("an undone reply never existed: the clock runs on, and its reminders come back", () => {
  const held = open.when(luis, reply("Ooops"), 239);
  expect(plan(ticketOf(held)).filter((each) => each.clock === "firstResponse")).toEqual([]);
  const undone = held.when(marta, undo(idOf(held)), 239 + seconds(5));
  expect(toCustomer(undone.events)).toEqual([]);
  expect(ticketOf(undone).replies).toBe(0);
  expect(ticketOf(undone).sla.clocks[0]?.end).toBeNull();
  expect(plan(ticketOf(undone))).toEqual(plan(ticketOf(open)));
  expect(refusalOf(undone.when(luis, release(idOf(held)), 240))).toEqual({ reason: "noLongerPending" });
});

test("a pending reply stops reminders of the question, and not of the resolution", () => {
  const held = open.when(luis, reply("On it"), 1);
  expect(new Set(plan(ticketOf(held)).map((each) => each.clock))).toEqual(new Set(["resolution"]));
  expect(refusalOf(held.when(clock, { type: "remind", clock: "firstResponse", cycle: 1 }, 240))).toEqual({
    reason: "notDue",
  });
});

test("two replies are sent in the order they were written, even if the second is sent at once", () => {
  const both = open.when(luis, reply("one"), 1).when(marta, reply("two"), 1);
  expect(toCustomer(both.when(luis, release(idOf(both, 1)), 1).events)).toEqual(["one", "two"]);
  const second = both.when(luis, undo(idOf(both)), 1).when(clock, release(idOf(both, 1)), 2);
  expect(toCustomer(second.events)).toEqual(["two"]);
  const stale = open.when(luis, reply("one"), 2).when(marta, reply("older, but heard of later"), 1);
  expect(ticketOf(stale).pendingReplies.map((each) => each.until)).toEqual(
    Array(2).fill(monday + 2 * minutes + 10_000),
  );
});

test.each<[string, GivenCommand]>([
  ["resolve", { type: "resolve" }],
  ["waiting", { type: "wait" }],
  ["a promised update", { type: "promiseUpdate", due: { by: "instant", at: monday + 600 * minutes } }],
])("%s sends the pending reply first", (_, command) => {
  const done = open.when(luis, reply("one"), 1).when(luis, reply("two"), 1).when(luis, command, 1);
  expect(toCustomer(done.events).slice(0, 2)).toEqual(["one", "two"]);
  expect(toCustomer(done.events)).toHaveLength(3);
  expect(ticketOf(done).pendingReplies).toEqual([]);
  expect(ticketOf(done).sla.clocks.find(({ kind }) => kind === "firstResponse")?.end?.how).toBe("met");
});

test("a customer who closes the ticket does not send a pending reply early, and its author can still undo it", () => {
  const held = open.when(luis, reply("Restart it"), 1);
  const closed = held.when(carla, { type: "resolve" }, 1 + seconds(3));
  expect(toCustomer(closed.events)).toEqual(["statusChanged"]);
  expect(ticketOf(closed).pendingReplies).toEqual(ticketOf(held).pendingReplies);
  expect(refusalOf(closed.when(clock, release(idOf(held)), 1 + seconds(9)))).toEqual({ reason: "notDue" });
  const sent = closed.when(clock, release(idOf(held)), 1 + seconds(10));
  expect(toCustomer(sent.events)).toEqual(["statusChanged", "Restart it"]);
  expect(ticketOf(sent)).toMatchObject({ status: "resolved", pendingReplies: [], replies: 1 });
  const undone = closed.when(luis, undo(idOf(held)), 1 + seconds(9));
  expect(toCustomer(undone.events)).toEqual(["statusChanged"]);
  expect(ticketOf(undone)).toMatchObject({ status: "resolved", pendingReplies: [], replies: 0 });
});

test("a member of staff who resolves the ticket sends the pending reply", () => {
  const closed = open.when(luis, reply("Restart it"), 1).when(marta, { type: "resolve" }, 1 + seconds(3));
  expect(toCustomer(closed.events)).toEqual(["Restart it", "statusChanged"]);
  expect(ticketOf(closed).pendingReplies).toEqual([]);
});

test("a refused command sends nothing early", () => {
  const waiting = open.when(luis, { type: "wait" }, 1).when(luis, reply("one"), 2);
  const again = waiting.when(luis, { type: "wait" }, 2);
  expect(refusalOf(again)).toEqual({ reason: "alreadyThat", what: "waiting" });
  expect(ticketOf(again).pendingReplies).toHaveLength(1);
});

test("a reply with a promised update is one message, and one undo takes both back", () => {
  const due = monday + 65 * minutes;
  const held = open.when(luis, { ...reply("We look"), update: { by: "instant", at: due } } as GivenCommand, 5);
  expect(ticketOf(held).sla.clocks.some(({ kind }) => kind === "update")).toBe(false);
  const sent = held.when(clock, release(idOf(held)), 6);
  expect(toCustomer(sent.events)).toEqual(["We look"]);
  expect(sent.events.at(-2)).toMatchObject({ type: "replied", nextUpdateDue: due });
  expect(ticketOf(sent).sla.clocks.find(({ kind }) => kind === "update")).toMatchObject({
    startedAt: monday + 5 * minutes,
    target: { due },
    end: null,
  });
  const undone = held.when(luis, undo(idOf(held)), 5);
  expect(ticketOf(undone).sla.clocks.some(({ kind }) => kind === "update")).toBe(false);
  const late = open.when(luis, { ...reply("x"), update: { by: "instant", at: monday } } as GivenCommand, 5);
  expect(refusalOf(late)).toEqual({ reason: "timeHasPassed" });
});

test("a reply meets the earlier promised update, and the new one follows", () => {
  const first = open.when(luis, { type: "promiseUpdate", due: { by: "instant", at: monday + 60 * minutes } });
  const held = first.when(
    luis,
    { ...reply("x"), update: { by: "instant", at: monday + 120 * minutes } } as GivenCommand,
    30,
  );
  const sent = held.when(clock, release(idOf(held)), 31);
  const updates = ticketOf(sent).sla.clocks.filter(({ kind }) => kind === "update");
  expect(updates.map(({ end }) => end?.how ?? "runs")).toEqual(["met", "runs"]);
});

test("a customer's message during a pending reply still waits for an answer", () => {
  const answered = open.when(luis, reply("one"), 1).when(luis, { type: "resolve" }, 1);
  const asked = answered.when(carla, { type: "reopen" }, 10).when(luis, reply("two"), 11);
  const wroteAt = monday + (11 + seconds(4)) * minutes;
  const withMessage = asked.when(carla, { type: "receiveMessage", text: "And?", wroteAt }, 11 + seconds(4));
  const sent = withMessage.when(clock, release(idOf(withMessage)), 12);
  expect(sent.unanswered).toEqual([wroteAt]);
  expect(ticketOf(sent).sla.clocks.findLast(({ kind }) => kind === "nextResponse")).toMatchObject({
    startedAt: wroteAt,
    end: null,
  });
});

test("a message that arrived too late to be read still waits, however short the pending time", () => {
  const answered = open.when(luis, reply("one"), 1).when(luis, release(2), 1);
  const held = answered.when(luis, reply("two"), 20);
  const hear = (after: number): GivenCommand => ({
    type: "receiveMessage",
    text: `${after}`,
    wroteAt: monday + after * minutes,
  });
  const next = (story: Story) =>
    ticketOf(story)
      .sla.clocks.filter(({ kind }) => kind === "nextResponse")
      .map(({ startedAt, end }) => [(startedAt - monday) / minutes, end?.how ?? "runs"]);
  const crossed = held.when(carla, hear(14), 20);
  expect(next(crossed)).toEqual([[14, "runs"]]);
  const sent = crossed.when(clock, release(idOf(held)), 21);
  expect(next(sent)).toEqual([[14, "runs"]]);
  expect(sent.unanswered).toEqual([monday + 14 * minutes]);
  const asked = answered.when(carla, hear(10), 10).when(luis, reply("two"), 20);
  const both = asked.when(carla, hear(14), 20).when(clock, release(idOf(asked)), 21);
  expect(next(both)).toEqual([
    [10, "met"],
    [14, "runs"],
  ]);
});

test("a reply with unknown readers is pending even if the desk has no pending time", () => {
  const bold = given({ ...desk, undo: 0 }).when(carla, opening());
  expect(ticketOf(bold.when(luis, reply("x"), 1)).pendingReplies).toEqual([]);
  const unnamed = bold.when(luis, { ...reply("x"), audience: null } as GivenCommand, 1);
  expect(ticketOf(unnamed).pendingReplies).toMatchObject([{ until: monday + minutes + 10_000 }]);
});

test("only people who may reply can send or undo a pending reply", () => {
  const held = open.when(luis, reply("x"), 1);
  expect(refusalOf(held.when(tom, undo(idOf(held)), 1))).toEqual({ reason: "notAllowed" });
  expect(refusalOf(held.when(carla, release(idOf(held)), 1))).toEqual({ reason: "notAllowed" });
  expect(refusalOf(held.when(clock, undo(idOf(held)), 1))).toEqual({ reason: "notDue" });
});

test("the pending time is ten seconds if the desk file sets none", () => {
  expect(holdingDesk.undo).toBe(10_000);
});
