import { describe, expect, test } from "vitest";
import { plan } from "../../src/tickets/clocks/plan.ts";
import { effects } from "../../src/tickets/evolve.ts";
import { given, minutes, monday, opening, type Story } from "../support/given.ts";
import { refusalOf, ticketOf } from "../support/story.ts";
import { ana, carla, clock, dueAfter, firstClock, luis, oliver } from "./first-clock.ts";

describe("the first response clock", () => {
  const open = given().when(carla, opening("high"));
  test("ends with the first public message from staff: met at the due moment, breached after it", () => {
    const reply = { type: "reply", text: "On it", alreadyPosted: false } as const;
    expect(firstClock(open.when(luis, reply, 240)).end).toMatchObject({ how: "met" });
    expect(firstClock(open.when(luis, reply, 240 + 1 / minutes)).end).toMatchObject({ how: "breached" });
  });
  test("does not end with the customer's own messages, and its end does not move with later replies", () => {
    const withMessage = open.when(carla, { type: "receiveMessage", text: "hello?", wroteAt: monday }, 5);
    expect(firstClock(withMessage).end).toBeNull();
    const twice = withMessage
      .when(luis, { type: "reply", text: "one", alreadyPosted: true }, 6)
      .when(luis, { type: "reply", text: "two", alreadyPosted: false }, 9);
    expect(firstClock(twice).end?.at).toBe(monday + 6 * minutes);
  });
  test("runs on while waiting on the customer, and stops once resolved", () => {
    expect(plan(ticketOf(open.when(luis, { type: "wait" }, 1)))).toHaveLength(3);
    expect(plan(ticketOf(open.when(luis, { type: "resolve" }, 1)))).toEqual([]);
  });
  test("runs again with a new cycle when the customer reopens the ticket", () => {
    const again = open
      .when(luis, { type: "reply", text: "done", alreadyPosted: false }, 10)
      .when(luis, { type: "resolve" }, 20)
      .when(carla, { type: "reopen" }, 60);
    expect(ticketOf(again).sla.clocks.map(({ cycle, end }) => [cycle, end?.how ?? "runs"])).toEqual([
      [1, "met"],
      [2, "runs"],
    ]);
    expect(ticketOf(again).sla.clocks[1]?.startedAt).toBe(monday + 60 * minutes);
  });
  test("does not run again when staff reopen an answered ticket, but does if it was never answered", () => {
    const answered = open
      .when(luis, { type: "reply", text: "x", alreadyPosted: false }, 1)
      .when(luis, { type: "resolve" }, 2)
      .when(luis, { type: "reopen" }, 3);
    expect(plan(ticketOf(answered))).toEqual([]);
    const unanswered = open.when(luis, { type: "resolve" }, 2).when(luis, { type: "reopen" }, 3);
    expect(plan(ticketOf(unanswered))).toHaveLength(3);
  });
});

describe("severity", () => {
  const open = given().when(carla, opening("medium"));
  test("keeps claimed and confirmed apart, and confirming the claimed severity moves no target", () => {
    const confirmed = open.when(luis, { type: "setSeverity", severity: "medium" }, 10);
    expect(ticketOf(confirmed)).toMatchObject({
      sla: { claimedSeverity: "medium", confirmedSeverity: "medium" },
    });
    expect(firstClock(confirmed).earlier).toEqual([]);
    expect(refusalOf(confirmed.when(luis, { type: "setSeverity", severity: "medium" }))).toEqual({
      reason: "alreadyThat",
      what: "severity",
    });
  });
  test("plans again from the clock's own start and keeps the old target", () => {
    const raised = open.when(luis, { type: "setSeverity", severity: "high" }, 10);
    expect(dueAfter(raised)).toBe(240);
    expect(firstClock(raised).earlier.map((promise) => (promise.due - monday) / minutes)).toEqual([480]);
  });
  test("is never due before now plus a quarter of the new target", () => {
    expect(dueAfter(open.when(luis, { type: "setSeverity", severity: "high" }, 239))).toBe(239 + 60);
  });
  test("is announced to the customer only when it changes", () => {
    const received = (story: Story): boolean => {
      const event = story.events.at(-1);
      return (
        event !== undefined &&
        effects(event, ticketOf(story)).some((effect) => effect.type === "send" && effect.to.kind === "conversation")
      );
    };
    expect(received(open.when(luis, { type: "setSeverity", severity: "medium" }))).toBe(false);
    expect(received(open.when(luis, { type: "setSeverity", severity: "low" }))).toBe(true);
  });
});

describe("the ladder of reminders", () => {
  const open = given().when(carla, opening("high"));
  const remind = { type: "remind", clock: "firstResponse", cycle: 1 } as const;
  const received = (story: Story): readonly string[] => {
    const event = story.events.at(-1);
    if (event?.type !== "reminded") throw new Error("not reminded");
    return event.notices.map(({ to: notifyTarget }) =>
      notifyTarget.how === "direct" ? `${notifyTarget.as} ${notifyTarget.person}` : `mention ${notifyTarget.person}`,
    );
  };
  test("is planned at half, four fifths and all of the target", () => {
    expect(plan(ticketOf(open)).map(({ step, at }) => [step, (at - monday) / minutes])).toEqual([
      [50, 120],
      [80, 192],
      [100, 240],
    ]);
  });
  test("goes to the manager, then to the deputy too, and at the breach to the head and triage", () => {
    expect(received(open.when(clock, remind, 120))).toEqual(["manager ana"]);
    expect(received(open.when(clock, remind, 192))).toEqual(["manager ana", "deputy luis"]);
    expect(received(open.when(clock, remind, 240))).toEqual(["manager ana", "head eva", "mention ana"]);
  });
  test("sends only the highest missed step", () => {
    const late = open.when(clock, remind, 500);
    expect(late.events.at(-1)).toMatchObject({
      type: "reminded",
      step: 100,
      superseded: [50, 80],
      plannedFor: monday + 240 * minutes,
    });
    expect(plan(ticketOf(late))).toEqual([]);
    expect(refusalOf(late.when(clock, remind, 501))).toEqual({ reason: "notDue" });
  });
  test("sends nothing before it is due and once the ticket is answered", () => {
    expect(refusalOf(open.when(clock, remind, 119))).toEqual({ reason: "notDue" });
    expect(
      refusalOf(open.when(luis, { type: "reply", text: "x", alreadyPosted: false }, 1).when(clock, remind, 130)),
    ).toEqual({ reason: "notDue" });
  });
  test("stops until the breach once a person is on it, and still sends the breach", () => {
    const acknowledged = open.when(clock, remind, 120).when(ana, { type: "acknowledge" }, 125);
    expect(plan(ticketOf(acknowledged)).map(({ step }) => step)).toEqual([100]);
    expect(refusalOf(acknowledged.when(clock, remind, 192))).toEqual({ reason: "notDue" });
    expect(received(acknowledged.when(clock, remind, 240))).toContain("head eva");
    expect(refusalOf(acknowledged.when(luis, { type: "acknowledge" }))).toEqual({
      reason: "alreadyThat",
      what: "acknowledged",
    });
  });
  test("mentions triage if the account has no manager", () => {
    const unmanaged = given().when(oliver, opening("high", "slack:C0NORTH"));
    const due = plan(ticketOf(unmanaged))[0]?.at ?? 0;
    expect(received(unmanaged.when(clock, remind, (due - monday) / minutes))).toEqual(["mention null"]);
  });
  test("falls back from the manager to the deputy, to triage, to the head, and then has no one left", () => {
    let story = open.when(clock, remind, 120);
    const hops: string[] = [];
    for (;;) {
      const event = story.events.at(-1);
      const notice =
        event?.type === "reminded" ? event.notices[0] : event?.type === "fallbackTaken" ? event.next : null;
      if (notice == null) break;
      hops.push(`${notice.to.how} ${notice.to.person}`);
      story = story.when(clock, { type: "takeFallback", notice, why: "cannot_dm" }, 121);
    }
    expect(hops).toEqual(["direct ana", "direct luis", "mention ana", "direct eva"]);
  });
  test("falls back to no one once the target is met", () => {
    const reminded = open.when(clock, remind, 120);
    const event = reminded.events.at(-1);
    const notice = event?.type === "reminded" ? event.notices[0] : undefined;
    if (notice === undefined) throw new Error("no notice");
    const kept = reminded
      .when(luis, { type: "reply", text: "x", alreadyPosted: false }, 121)
      .when(clock, { type: "takeFallback", notice, why: "gone" }, 122);
    expect(kept.events.at(-1)).toMatchObject({ type: "fallbackTaken", next: null });
  });
});
