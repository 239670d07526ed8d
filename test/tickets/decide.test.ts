import { describe, expect, test } from "vitest";
import { effects, evolve } from "../../src/tickets/evolve.ts";
import type { TicketState } from "../../src/tickets/ticket.ts";
import { given, monday, opening } from "../support/given.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { refusalOf, stateOf, ticketOf } from "../support/story.ts";
import { ana, carla, clock, dueAfter, firstClock, luis, marta, oliver, sam, tom } from "./first-clock.ts";

describe("opening a ticket", () => {
  test("takes the account from the channel and starts its plan's first response", () => {
    const story = given().when(carla, opening("critical"));
    expect(ticketOf(story)).toMatchObject({
      account: "acme",
      status: "open",
      sla: { claimedSeverity: "critical", confirmedSeverity: null },
    });
    expect(dueAfter(story)).toBe(30);
    expect(ticketOf(story).conversation).toEqual({ kind: "channel", channel: "slack:C0ACME", state: "inFirstPlace" });
  });
  test("takes the account from the person in a channel without one, and uses the account's own channel", () => {
    const story = given().when({ ...carla, channel: "slack:C0RANDOM" }, opening("high", "slack:C0RANDOM"));
    expect(ticketOf(story).account).toBe("acme");
    expect(ticketOf(story).conversation).toEqual({ kind: "channel", channel: "slack:C0ACME", state: "inFirstPlace" });
  });
  test("accepts an unknown requester, by direct message and with the targets of the slowest plan", () => {
    const story = given().when(sam, opening("medium", "slack:C0RANDOM"));
    expect(ticketOf(story).account).toBeNull();
    expect(ticketOf(story).conversation).toEqual({ kind: "person", user: "slack:U0SAM", state: "inFirstPlace" });
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
    expect(refusalOf(given().when(carla, { ...opening(), title: " \n " }))).toEqual({ reason: "emptyText" });
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
  test.each(staffOnly)("refuse a customer %j", (command) => {
    expect(refusalOf(open.when(carla, command, 300))).toEqual({ reason: "notAllowed" });
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
