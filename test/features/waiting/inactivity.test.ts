import { nextInactivityStep } from "../../../src/tickets/clocks/inactivity.ts";
import { describe, expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { cast, given, minutes, monday, opening, type Story } from "../../support/given.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { refusalOf, ticketOf } from "../../support/story.ts";

const { oliver, luis, clock } = cast;
const day = 24 * 60;
const waiting: Desk = { ...sampleDesk, waiting: { nudge: { days: 2, ms: 0 }, close: { days: 5, ms: 0 } } };
const tend = { type: "checkInactivity" } as const;

const question = { type: "reply", text: "Which version is it?", alreadyPosted: true } as const;
const answered = (desk: Desk): Story => given(desk).when(oliver, opening("low", "slack:C0NORTH")).when(luis, question);

/** Northwind's calendar: Monday to Friday and Saturday morning, in Madrid. */
const waits = (desk: Desk = waiting): Story => answered(desk).when(luis, { type: "wait", asked: true });
const dueOf = (story: Story): number | null => {
  const next = nextInactivityStep(ticketOf(story));
  return next === null ? null : (next - monday) / minutes;
};
const statusOf = (story: Story) => ticketOf(story).status;
const written = (after: number) =>
  ({ type: "receiveMessage", text: "Here I am", wroteAt: monday + after * minutes }) as const;

test("a silent customer is asked again after two working days, and the ticket closes after five, to the minute", () => {
  const story = waits();
  expect(dueOf(story)).toBe(2 * day);
  expect(refusalOf(story.when(clock, tend, 2 * day - 1))).toEqual({ reason: "notDue" });
  const nudged = story.when(clock, tend, 2 * day);
  expect(nudged.events.at(-1)?.type).toBe("nudged");
  expect(dueOf(nudged)).toBe(5 * day);
  expect(refusalOf(nudged.when(clock, tend, 5 * day - 1))).toEqual({ reason: "notDue" });
  const closed = nudged.when(clock, tend, 5 * day);
  expect(statusOf(closed)).toBe("resolved");
  expect(closed.events.at(-1)).toMatchObject({ type: "resolved", autoClosed: true, asksRating: false, by: clock });
  expect(dueOf(closed)).toBeNull();
});

test("Sundays do not count", () => {
  const story = given(waiting)
    .when(oliver, opening("low", "slack:C0NORTH"))
    .when(luis, question, 4 * day)
    .when(luis, { type: "wait", asked: true }, 4 * day);
  expect(dueOf(story)).toBe(7 * day);
});

test("any message of the customer ends the inactivity, before and after the question", () => {
  expect(dueOf(waits().when(oliver, written(60), 60))).toBeNull();
  const late = waits()
    .when(clock, tend, 2 * day)
    .when(oliver, written(3 * day), 3 * day);
  expect(statusOf(late)).toBe("open");
  expect(refusalOf(late.when(clock, tend, 5 * day))).toEqual({ reason: "notDue" });
  expect(dueOf(waits().when(luis, { type: "resolve" }, 60).when(oliver, { type: "reopen" }, 61))).toBeNull();
});

test("a staff message meanwhile restarts the wait", () => {
  const answered = waits().when(luis, { type: "reply", text: "And the logs?", alreadyPosted: true }, day);
  const counted = answered.when(clock, tend, 2 * day);
  expect(counted.events.at(-1)?.type).toBe("inactivityRestarted");
  expect(dueOf(counted)).toBe(3 * day);
});

test("a customer's thank-you ends it too, although it is not an answer", () => {
  const thanks = { type: "receiveMessage", text: "¡Gracias!", wroteAt: monday + day * minutes } as const;
  const counted = waits()
    .when(oliver, thanks, day)
    .when(clock, tend, 2 * day);
  expect(statusOf(counted)).toBe("waiting");
  expect(dueOf(counted)).toBe(3 * day);
});

test("a customer whom Plazo asks late, after downtime, gets the same time to answer", () => {
  const late = waits().when(clock, tend, 10 * day);
  expect(late.events.at(-1)?.type).toBe("nudged");
  expect(statusOf(late)).toBe("waiting");
  const left = (dueOf(late) ?? 0) - 10 * day;
  expect(left).toBeGreaterThan(2 * day);
  expect(statusOf(late.when(clock, tend, 10 * day + left))).toBe("resolved");
});

test("a desk may only ask again, or only close, or wait for ever", () => {
  const asks = waits({ ...waiting, waiting: { nudge: { days: 2, ms: 0 }, close: null } }).when(clock, tend, 2 * day);
  expect(dueOf(asks)).toBeNull();
  const closes = waits({ ...waiting, waiting: { nudge: null, close: { days: 5, ms: 0 } } });
  expect(dueOf(closes)).toBe(5 * day);
  expect(statusOf(closes.when(clock, tend, 5 * day))).toBe("resolved");
  expect(dueOf(waits(sampleDesk))).toBeNull();
});

test("Waiting is refused if staff asked the customer nothing since their last message", () => {
  const unasked = { reason: "nothingAskedOfCustomer" };
  const asked = { type: "wait", asked: true } as const;
  const unanswered = given(waiting).when(oliver, opening("low", "slack:C0NORTH"));
  expect(refusalOf(unanswered.when(luis, asked, 5))).toEqual(unasked);
  expect(refusalOf(answered(waiting).when(oliver, written(60), 60).when(luis, asked, 61))).toEqual(unasked);
  const thanked = answered(waiting).when(oliver, { ...written(60), text: "Thanks!" }, 60);
  expect(refusalOf(thanked.when(luis, asked, 61))).toEqual(unasked);
  expect(statusOf(answered(waiting).when(luis, asked, 61))).toBe("waiting");
});

test("a waiting ticket without any answer is neither asked about nor closed", () => {
  const tended = given(waiting)
    .when(oliver, opening("low", "slack:C0NORTH"))
    .when(luis, { type: "wait" })
    .when(clock, tend, 2 * day);
  expect(tended.events.at(-1)?.type).toBe("inactivityRestarted");
  expect(dueOf(tended)).toBeNull();
  expect(refusalOf(tended.when(clock, tend, 20 * day))).toEqual({ reason: "notDue" });
  expect(statusOf(tended)).toBe("waiting");
});

test("a question to the customer is an answer, and the ticket waits from the same moment", () => {
  const holding = { ...waiting, undo: 10_000 };
  const ask = {
    type: "reply",
    text: "Which version?",
    alreadyPosted: false,
    audience: null,
    setsWaiting: true,
  } as const;
  const held = given(holding).when(oliver, opening("low", "slack:C0NORTH")).when(luis, ask, 5);
  expect(statusOf(held)).toBe("open");
  const [reply] = ticketOf(held).pendingReplies;
  const sent = held.when(clock, { type: "releaseReply", replyId: reply?.id ?? 0 }, 6);
  expect(statusOf(sent)).toBe("waiting");
  expect(ticketOf(sent).sla.clocks.find(({ kind }) => kind === "firstResponse")?.end?.how).toBe("met");
  expect(sent.events.at(-1)).toMatchObject({ type: "waitStarted", withReply: true });
  expect(dueOf(sent)).toBe(2 * day + 5);
  const crossed = held.when(oliver, written(5), 5).when(clock, { type: "releaseReply", replyId: reply?.id ?? 0 }, 6);
  expect(statusOf(crossed)).toBe("open");
});

describe("a waiting ticket is neither asked about nor closed while the desk owes its customer something:", () => {
  const phones: Desk = {
    ...waiting,
    plans: Object.fromEntries(
      Object.entries(waiting.plans).map(([key, plan]) => [
        key,
        { ...plan, phone: ["critical", "high", "medium", "low"] },
      ]),
    ),
  };
  const lateMessage = { type: "receiveMessage", text: "Nothing works!", wroteAt: monday - minutes } as const;
  const owing: readonly (readonly [string, Story])[] = [
    ["a call", waits(phones).when(oliver, { type: "requestCall", number: "+34 600 111 222", time: null }, 5)],
    ["an escalation", waits().when(luis, { type: "escalate", why: null }, 5)],
    ["a promised update", waits().when(luis, { type: "promiseUpdate", due: { by: "nextWorkingDay" } }, 5)],
    ["the work of the technical team", waits().when(luis, { type: "askTech", text: "Please look" }, 5)],
    ["an answer to a message that arrived late", waits().when(oliver, lateMessage, 5)],
    [
      "the question itself, which did not arrive",
      waits().when(clock, { type: "reportUndelivered", text: "?", why: "gone", certain: true, key: "1" }, 5),
    ],
  ];

  test.each(owing)("%s", (_, story) => {
    expect(statusOf(story)).toBe("waiting");
    const checked = story.when(clock, tend, 2 * day).when(clock, tend, 4 * day);
    expect(statusOf(checked)).toBe("waiting");
    expect(checked.events.slice(-2).map(({ type }) => type)).toEqual(["inactivityRestarted", "inactivityRestarted"]);
    expect(given(waiting, checked.events).ticket).toEqual(checked.ticket);
  });

  test("once it is done, the customer has the whole time again", () => {
    const called = waits(phones)
      .when(oliver, { type: "requestCall", number: "+34 600 111 222", time: null }, 5)
      .when(clock, tend, 2 * day)
      .when(luis, { type: "reportCalled" }, 3 * day);
    expect(dueOf(called)).toBe(4 * day);
    expect(called.when(clock, tend, 4 * day).events.at(-1)?.type).toBe("nudged");
  });
});

describe("a message from before the closing that arrives after it", () => {
  const closed = (): Story =>
    waits()
      .when(clock, tend, 2 * day)
      .when(clock, tend, 5 * day);
  const wroteAt = (after: number) => ({ ...written(after), text: "It is version 7, and it is still broken" });

  test.each([
    ["in answer to the question", 4 * day],
    ["before the question", -1],
  ])("reopens a ticket that was closed for want of an answer: written %s", (_, after) => {
    expect(statusOf(closed())).toBe("resolved");
    const back = closed().when(oliver, wroteAt(after), after);
    expect(statusOf(back)).toBe("open");
    expect(back.events.slice(-2).map(({ type }) => type)).toEqual(["customerWrote", "reopened"]);
    expect(back.unanswered).toEqual([monday + after * minutes]);
    expect(given(waiting, back.events).ticket).toEqual(back.ticket);
  });

  test("does so also on a desk that reopens no tickets, but a thank-you does not", () => {
    const never = { ...waiting, reopen: null };
    const story = given(never, closed().events);
    expect(statusOf(story.when(oliver, wroteAt(4 * day), 4 * day))).toBe("open");
    expect(statusOf(story.when(oliver, { ...wroteAt(4 * day), text: "Thanks!" }, 4 * day))).toBe("resolved");
  });
});

describe("a message from before an agent's closing that arrives after it", () => {
  const resolved = (by = luis): Story =>
    given(waiting)
      .when(oliver, opening("low", "slack:C0NORTH"))
      .when(luis, { type: "reply", text: "Fixed", alreadyPosted: false, audience: null }, 5)
      .when(by, { type: "resolve" }, 20);
  const late = { ...written(10), text: "It is not fixed, and now payments fail" };

  test("reopens the ticket, and the customer waits since they wrote", () => {
    const back = resolved().when(oliver, { ...late, closedBy: luis }, 10);
    expect(statusOf(back)).toBe("open");
    expect(back.unanswered).toEqual([monday + 10 * minutes]);
    expect(ticketOf(back).sla.clocks.some(({ end }) => end === null)).toBe(true);
    expect(given(waiting, back.events).ticket).toEqual(back.ticket);
  });

  test("changes nothing if it is a thank-you, if staff wrote below it, or if a customer closed the ticket", () => {
    expect(statusOf(resolved().when(oliver, { ...late, text: "Thanks!", closedBy: luis }, 10))).toBe("resolved");
    const message = { channel: "slack:C0NORTH", id: "8" } as const;
    const posted = { type: "reply", text: "Now it is", alreadyPosted: true, message } as const;
    const below = given(waiting)
      .when(oliver, opening("low", "slack:C0NORTH"))
      .when(luis, posted, 15)
      .when(luis, { type: "resolve" }, 20);
    const inThread = { ...late, message: { channel: "slack:C0NORTH", id: "7" }, closedBy: luis } as const;
    expect(statusOf(below.when(oliver, inThread, 10))).toBe("resolved");
    expect(statusOf(resolved(oliver).when(oliver, { ...late, closedBy: oliver }, 10))).toBe("resolved");
  });
});

describe("a message that reaches the customer late", () => {
  const none = { isPending: false, askedAt: null, nudgedAt: null };
  const pending = { ...tend, delivery: { ...none, isPending: true } };
  const arrived = (asked: number, nudge: number | null = null) => ({
    ...tend,
    delivery: {
      ...none,
      askedAt: monday + asked * minutes,
      nudgedAt: nudge === null ? null : monday + nudge * minutes,
    },
  });

  test("the wait starts again while the question is pending, and counts from its arrival", () => {
    const unread = waits().when(clock, pending, 2 * day);
    expect(unread.events.at(-1)?.type).toBe("inactivityRestarted");
    expect(dueOf(unread)).toBe(4 * day);
    const read = unread.when(clock, arrived(3 * day), 4 * day);
    expect(read.events.at(-1)?.type).toBe("inactivityRestarted");
    expect(dueOf(read)).toBe(5 * day);
    expect(read.when(clock, arrived(3 * day), 5 * day).events.at(-1)?.type).toBe("nudged");
  });

  test("a ticket without a nudge does not close while the question is pending either", () => {
    const closing = waits({ ...waiting, waiting: { nudge: null, close: { days: 5, ms: 0 } } });
    const unread = closing.when(clock, pending, 5 * day);
    expect(statusOf(unread)).toBe("waiting");
    // Sundays do not count: five days from Saturday.
    expect(dueOf(unread)).toBe(11 * day);
  });

  test("the customer has their time after a nudge that was late, and is not nudged twice", () => {
    const asked = waits().when(clock, arrived(0), 2 * day);
    const unread = asked.when(clock, pending, 5 * day);
    expect(unread.events.at(-1)).toMatchObject({ type: "inactivityRestarted", inactivity: { nudged: true } });
    const checked = dueOf(unread) ?? 0;
    expect(checked).toBeGreaterThan(8 * day);
    const early = unread.when(clock, arrived(0, 7 * day), checked);
    expect(early.events.at(-1)).toMatchObject({ type: "inactivityRestarted", inactivity: { nudged: true } });
    const closes = dueOf(early) ?? 0;
    expect(closes).toBeGreaterThan(checked);
    expect(statusOf(early.when(clock, arrived(0, 7 * day), closes))).toBe("resolved");
  });

  test("a question and a nudge that take some seconds move nothing", () => {
    const asked = waits().when(clock, arrived(0.5), 2 * day);
    expect(asked.events.at(-1)?.type).toBe("nudged");
    expect(dueOf(asked)).toBe(5 * day);
  });
});
