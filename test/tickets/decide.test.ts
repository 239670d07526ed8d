import type { Clock } from "../../src/sla/clock.ts";
import { describe, expect, test } from "vitest";
import { effects, evolve } from "../../src/tickets/evolve.ts";
import { plan } from "../../src/tickets/clocks/plan.ts";
import type { TicketState } from "../../src/tickets/ticket.ts";
import { cast, given, minutes, monday, opening, type Story } from "../support/given.ts";
import { refusalOf, stateOf, ticketOf } from "../support/story.ts";
import { sampleDesk } from "../support/sample-desk.ts";

const { carla, oliver, sam, luis, marta, ana, tom, clock } = cast;

const firstClock = (story: Story): Clock => {
  const found = ticketOf(story).sla.clocks[0];
  if (found === undefined) throw new Error("no clock");
  return found;
};
const dueAfter = (story: Story): number => (firstClock(story).target.due - monday) / minutes;

describe("opening a ticket", () => {
  test("takes the account from the channel and starts its plan's first response", () => {
    const story = given().when(carla, opening("critical"));
    expect(ticketOf(story)).toMatchObject({
      account: "acme",
      status: "open",
      sla: { claimedSeverity: "critical", confirmedSeverity: null },
    });
    expect(dueAfter(story)).toBe(30);
    expect(ticketOf(story).conversation).toEqual({ kind: "channel", channel: "slack:C0ACME" });
  });
  test("takes the account from the person in a channel without one, and uses the account's own channel", () => {
    const story = given().when({ ...carla, channel: "slack:C0RANDOM" }, opening("high", "slack:C0RANDOM"));
    expect(ticketOf(story).account).toBe("acme");
    expect(ticketOf(story).conversation).toEqual({ kind: "channel", channel: "slack:C0ACME" });
  });
  test("accepts an unknown requester, by direct message and with the targets of the slowest plan", () => {
    const story = given().when(sam, opening("medium", "slack:C0RANDOM"));
    expect(ticketOf(story).account).toBeNull();
    expect(ticketOf(story).conversation).toEqual({ kind: "person", user: "slack:U0SAM" });
    expect(dueAfter(story)).toBe(24 * 60);
  });
  test("uses the account that staff choose, and ignores a choice of a customer", () => {
    expect(ticketOf(given().when(luis, opening("high", "slack:C0TRIAGE", "northwind")))).toMatchObject({
      account: "northwind",
      conversation: { kind: "channel", channel: "slack:C0NORTH" },
    });
    expect(ticketOf(given().when(carla, opening("high", "slack:C0ACME", "northwind"))).account).toBe("acme");
  });
  test("is refused without a title, or for an account that does not exist", () => {
    expect(refusalOf(given().when(carla, { ...opening(), title: " \n " } as never))).toEqual({ reason: "emptyText" });
    expect(refusalOf(given().when(luis, opening("high", "slack:C0TRIAGE", "nope")))).toEqual({
      reason: "noSuchAccount",
      name: "nope",
    });
  });
});

describe("claiming a ticket", () => {
  const open = given().when(carla, opening());
  test("gives the ticket to the first agent, and tells the second who has it", () => {
    const claimed = open.when(luis, { type: "claim" });
    expect(ticketOf(claimed).assignee).toBe("luis");
    expect(refusalOf(claimed.when(marta, { type: "claim" }))).toEqual({ reason: "alreadyClaimed", by: "Luis Gil" });
    expect(refusalOf(claimed.when(luis, { type: "claim" }))).toEqual({ reason: "alreadyThat", what: "claimed" });
  });
  test("does not end the first response clock, nor do notes, severity, waiting or assigning", () => {
    const busy = open
      .when(luis, { type: "claim" })
      .when(luis, { type: "note", text: "looking", alreadyPosted: false })
      .when(luis, { type: "setSeverity", severity: "high" })
      .when(luis, { type: "wait" })
      .when(luis, { type: "assign", person: "marta" });
    expect(firstClock(busy).end).toBeNull();
  });
});

describe("the first response clock", () => {
  const open = given().when(carla, opening("high"));
  test("ends with the first public message from staff: met at the due moment, breached after it", () => {
    const reply = { type: "reply", text: "On it", alreadyPosted: false } as const;
    expect(firstClock(open.when(luis, reply, 240)).end).toMatchObject({ how: "met" });
    expect(firstClock(open.when(luis, reply, 240 + 1 / minutes)).end).toMatchObject({ how: "breached" });
  });
  test("does not end with the customer's own messages, and its end does not move with later replies", () => {
    const heard = open.when(carla, { type: "receiveMessage", text: "hello?", wroteAt: monday }, 5);
    expect(firstClock(heard).end).toBeNull();
    const twice = heard
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
    const told = (story: Story): boolean => {
      const event = story.events.at(-1);
      return (
        event !== undefined &&
        effects(event, ticketOf(story)).some((effect) => effect.type === "send" && effect.to.kind === "conversation")
      );
    };
    expect(told(open.when(luis, { type: "setSeverity", severity: "medium" }))).toBe(false);
    expect(told(open.when(luis, { type: "setSeverity", severity: "low" }))).toBe(true);
  });
});

describe("the account of a ticket", () => {
  test("can be set by triage, and its plan's targets then count", () => {
    const story = given()
      .when(sam, opening("medium", "slack:C0RANDOM"))
      .when(luis, { type: "setAccount", account: "northwind" }, 5);
    expect(ticketOf(story).account).toBe("northwind");
    // Ten to two, then half past three to half past six: the eighth office hour ends on Tuesday at ten in Madrid.
    expect(new Date(firstClock(story).target.due).toISOString()).toBe("2026-01-13T09:00:00.000Z");
  });
});

test("cannot change if the ticket's thread is in an account's channel", () => {
  const story = given().when(carla, opening()).when(luis, { type: "setAccount", account: "northwind" });
  expect(refusalOf(story)).toEqual({ reason: "channelOfAnother", name: "Acme TV" });
});

describe("replying to a customer", () => {
  const open = given().when(carla, opening());
  test("reaches only the people that the form named", () => {
    const shown = { kind: "channel", channel: "slack:C0ACME" } as const;
    expect(
      ticketOf(open.when(luis, { type: "reply", text: "hi", alreadyPosted: false, audience: shown })).replies,
    ).toBe(1);
    const moved = open.when(clock, { type: "moveConversation", why: "channel_not_found" });
    expect(refusalOf(moved.when(luis, { type: "reply", text: "hi", alreadyPosted: false, audience: shown }))).toEqual({
      reason: "audienceChanged",
    });
  });
  test("is never an effect of a note", () => {
    const noted = open.when(luis, { type: "note", text: "secret", alreadyPosted: false });
    const event = noted.events.at(-1);
    expect(
      event &&
        JSON.stringify(
          effects(event, ticketOf(noted)).filter((effect) => effect.type === "send" && effect.to.kind !== "internal"),
        ),
    ).toBe("[]");
  });
});

describe("the permissions of a ticket", () => {
  const open = given().when(carla, opening());
  const staffOnly = [
    { type: "claim" },
    { type: "setSeverity", severity: "low" },
    { type: "reply", text: "x", alreadyPosted: false },
    { type: "note", text: "x", alreadyPosted: false },
    { type: "wait" },
    { type: "assign", person: "luis" },
    { type: "setAccount", account: "northwind" },
    { type: "acknowledge" },
    { type: "remind", clock: "firstResponse", cycle: 1 },
    { type: "moveConversation", why: "x" },
  ] as const;
  test.each(staffOnly)("refuse a customer %j", (wish) => {
    expect(refusalOf(open.when(carla, wish, 300))).toEqual({ reason: "notAllowed" });
  });
  test("hide another account's ticket as if it did not exist", () => {
    expect(refusalOf(open.when(oliver, { type: "resolve" }))).toEqual({ reason: "noSuchTicket" });
    expect(refusalOf(given().when(oliver, { type: "resolve" }))).toEqual({ reason: "noSuchTicket" });
    expect(ticketOf(open.when(carla, { type: "resolve" })).status).toBe("resolved");
  });
  test("let the technical team write notes, and not to the customer", () => {
    expect(ticketOf(open.when(tom, { type: "note", text: "x", alreadyPosted: true })).notes).toBe(1);
    expect(refusalOf(open.when(tom, { type: "reply", text: "x", alreadyPosted: false }))).toEqual({
      reason: "notAllowed",
    });
  });
  test("refuse the clock's own commands to every person, even the head", () => {
    expect(refusalOf(open.when(ana, { type: "remind", clock: "firstResponse", cycle: 1 }, 300))).toEqual({
      reason: "notAllowed",
    });
  });
});

describe("waiting", () => {
  test("ends when the customer writes", () => {
    const waiting = given().when(carla, opening()).when(luis, { type: "wait" });
    expect(ticketOf(waiting).status).toBe("waiting");
    expect(ticketOf(waiting.when(carla, { type: "receiveMessage", text: "here", wroteAt: monday })).status).toBe(
      "open",
    );
  });
});

describe("the ladder of reminders", () => {
  const open = given().when(carla, opening("high"));
  const remind = { type: "remind", clock: "firstResponse", cycle: 1 } as const;
  const told = (story: Story): readonly string[] => {
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
    expect(told(open.when(clock, remind, 120))).toEqual(["manager ana"]);
    expect(told(open.when(clock, remind, 192))).toEqual(["manager ana", "deputy luis"]);
    expect(told(open.when(clock, remind, 240))).toEqual(["manager ana", "head eva", "mention ana"]);
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
    expect(told(acknowledged.when(clock, remind, 240))).toContain("head eva");
    expect(refusalOf(acknowledged.when(luis, { type: "acknowledge" }))).toEqual({
      reason: "alreadyThat",
      what: "acknowledged",
    });
  });
  test("mentions triage if the account has no manager", () => {
    const unmanaged = given().when(oliver, opening("high", "slack:C0NORTH"));
    const due = plan(ticketOf(unmanaged))[0]?.at ?? 0;
    expect(told(unmanaged.when(clock, remind, (due - monday) / minutes))).toEqual(["mention null"]);
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

test("a ticket can be rebuilt from its events alone", () => {
  const story = given()
    .when(carla, opening("medium"))
    .when(luis, { type: "claim" }, 1)
    .when(luis, { type: "setSeverity", severity: "critical" }, 2)
    .when(clock, { type: "remind", clock: "firstResponse", cycle: 1 }, 25)
    .when(luis, { type: "reply", text: "hi", alreadyPosted: false }, 26)
    .when(luis, { type: "resolve" }, 30)
    .when(carla, { type: "reopen" }, 90);
  const replayed = (JSON.parse(JSON.stringify(story.events)) as typeof story.events).reduce<TicketState | null>(
    evolve,
    null,
  );
  expect(replayed).toEqual(stateOf(story));
  expect(ticketOf(story).version).toBe(story.events.length);
  expect(sampleDesk.version).toBe(1);
});
