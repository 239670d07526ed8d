import { expect, test } from "vitest";
import { hasNoReader, placeAfter, placeToWrite } from "../../src/tickets/conversation-place.ts";
import type { Desk } from "../../src/desk/desk.ts";
import { decide } from "../../src/tickets/decide.ts";
import { accountOfUser, isOwnTicket, isPrivate } from "../../src/tickets/principal.ts";
import type { Place, UserRef } from "../../src/tickets/refs.ts";
import { cast, given, minutes, monday, opening } from "../support/given.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { refusalOf, stateOf, ticketOf } from "../support/story.ts";

const carla: UserRef = "slack:U0CARLA";
const { acme, northwind } = sampleDesk.accounts;
if (acme === undefined || northwind === undefined) throw new Error("the desk has both accounts");

const withAccounts = (accounts: Desk["accounts"], former: Partial<Desk["former"]> = {}): Desk => ({
  ...sampleDesk,
  accounts,
  former: { ...sampleDesk.former, ...former },
});

const left = { contacts: { [carla]: ["acme"] } };
const others = { ...acme, contacts: ["slack:U0SAM"] as const };

/** The desk as it may become after Carla opened a ticket. */
const desks: readonly (readonly [string, Desk])[] = [
  ["stays", sampleDesk],
  ["leaves", withAccounts({ acme: others, northwind }, left)],
  [
    "becomes another account's contact",
    withAccounts({ acme: others, northwind: { ...northwind, contacts: [carla] } }, left),
  ],
  ["is named by another account too", withAccounts({ acme, northwind: { ...northwind, contacts: [carla] } })],
  ["loses the account", withAccounts({ northwind }, left)],
  ["becomes former staff", withAccounts({ acme: others, northwind }, { staff: [carla] })],
];

const platforms: readonly Place[] = [
  { kind: "person", user: carla },
  { kind: "person", user: "discord:7" },
];

const opened = given().when(cast.carla, { ...opening(), isPrivate: true });

test.each(desks)("a private ticket stays private if its requester %s", (_, desk) => {
  for (const conversation of platforms)
    for (const state of [{ state: "inFirstPlace" }, { state: "refused", insteadOf: null }] as const) {
      const ticket = { ...ticketOf(opened), conversation: { ...conversation, ...state } };
      expect([placeAfter(ticket, desk)?.kind ?? "person", placeToWrite(ticket, desk).kind]).toEqual([
        "person",
        "person",
      ]);
      const sam: UserRef = "slack:U0SAM";
      expect(isOwnTicket(sam, accountOfUser(sam, desk) ?? acme, ticket, desk)).toBe(false);
    }
  const state = stateOf(opened);
  const decided = decide(
    state,
    { type: "moveConversation", by: { kind: "clock" }, at: monday + 9 * minutes, why: "left" },
    desk,
  );
  expect(decided).toEqual({ ok: false, refusal: { reason: "notDue" } });
});

test("a ticket of direct messages is private, and staff see when no customer reads it any more", () => {
  const ticket = ticketOf(opened);
  expect(isPrivate(ticket.conversation)).toBe(true);
  expect(Object.fromEntries(desks.map(([name, desk]) => [name, hasNoReader(ticket, desk)]))).toEqual({
    stays: false,
    leaves: true,
    "becomes another account's contact": true,
    "is named by another account too": false,
    "loses the account": true,
    "becomes former staff": true,
  });
});

test("a ticket of a channel that moved to direct messages, and was refused there, may go back to the channel", () => {
  const report = { type: "reportUndelivered", text: "", why: "gone", certain: true } as const;
  const moved = given()
    .when(cast.carla, opening())
    .when(cast.clock, { type: "moveConversation", why: "gone" }, 41)
    .when(cast.clock, report, 42);
  expect(ticketOf(moved).conversation).toMatchObject({ kind: "person", state: "refused" });
  expect(refusalOf(moved.when(cast.clock, { type: "moveConversation", why: "gone" }, 43))).toEqual({
    reason: "notDue",
  });
});
