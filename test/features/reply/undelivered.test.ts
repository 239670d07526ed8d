import { expect, test } from "vitest";
import { evolve } from "../../../src/tickets/evolve.ts";
import type { TicketState } from "../../../src/tickets/ticket.ts";
import { cast, given, opening } from "../../support/given.ts";
import { refusalOf, stateOf, ticketOf } from "../../support/story.ts";

const lost = given()
  .when(cast.carla, opening())
  .when(cast.clock, { type: "reportUndelivered", text: "Hi", why: "timeout", certain: false, key: "7.1 card 2" }, 40);
const id = ticketOf(lost).undelivered[0]?.id ?? 0;

test("an undelivered message is handled once, whoever comes second", () => {
  const again = lost.when(cast.luis, { type: "resend", undeliveredId: id }, 41);
  expect(again.events.at(-1)).toMatchObject({ type: "resent", key: "7.1 card 2" });
  expect(refusalOf(again.when(cast.marta, { type: "resend", undeliveredId: id }, 41))).toEqual({
    reason: "handledAlready",
  });
  expect(refusalOf(again.when(cast.marta, { type: "markDelivered", undeliveredId: id }, 41))).toEqual({
    reason: "handledAlready",
  });
});

test("only people who may reply can handle it", () => {
  for (const who of [cast.tom, cast.carla])
    expect(refusalOf(lost.when(who, { type: "resend", undeliveredId: id }, 41))).toEqual({ reason: "notAllowed" });
});

test("a card that no channel accepts is reported once, and tried again together with the messages", () => {
  const report = { type: "reportUndelivered", text: "", why: "gone", certain: true } as const;
  const card = lost.when(cast.clock, { type: "moveConversation", why: "gone" }, 41).when(cast.clock, report, 42);
  expect(ticketOf(card).undelivered).toHaveLength(2);
  expect(refusalOf(card.when(cast.clock, report, 43))).toEqual({ reason: "notDue" });
  const again = card.when(cast.luis, { type: "resend", undeliveredId: id }, 44);
  expect(again.events.slice(-2)).toMatchObject([
    { type: "conversationRetried", to: { kind: "channel", channel: "slack:C0ACME" } },
    { type: "resent", undeliveredId: id },
  ]);
  expect(ticketOf(again)).toMatchObject({
    undelivered: [],
    conversation: { kind: "channel", channel: "slack:C0ACME" },
  });
  expect(card.events.reduce<TicketState | null>(evolve, null)).toEqual(stateOf(card));
});
