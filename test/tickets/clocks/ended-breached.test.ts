import { expect, test } from "vitest";
import { endedBreached } from "../../../src/tickets/clocks/breach.ts";
import { cast, given, minutes, monday, opening } from "../../support/given.ts";
import { promisingDesk } from "../../support/sample-desk.ts";
import { ticketOf } from "../../support/story.ts";

const { carla, luis } = cast;
const days = 24 * 60;

test("a breached clock stays breached, even if another severity replaced its target before it was cancelled", () => {
  const closed = given(promisingDesk)
    .when(carla, opening("high"))
    .when(luis, { type: "setSeverity", severity: "low" }, 3 * days)
    .when(carla, { type: "resolve" }, 3 * days + 1);
  const first = ticketOf(closed).sla.clocks.find(({ kind }) => kind === "firstResponse");
  expect(first?.end?.how).toBe("cancelled");
  expect(first?.target.breached).toBeUndefined();
  expect(first !== undefined && endedBreached(first)).toBe(true);
});

test.each([
  ["no answer is needed", { type: "dismiss", upTo: monday + 30 * minutes }],
  ["it is merged", { type: "merge", into: 1043 }],
] as const)("a breached clock stays breached when it is cancelled because %s", (_, act) => {
  const missed = given(promisingDesk)
    .when(carla, opening("high"))
    .when(luis, { type: "reply", text: "Hello", alreadyPosted: false }, 10)
    .when(carla, { type: "receiveMessage", text: "And now?", wroteAt: monday + 20 * minutes }, 20)
    .when(luis, act, 3 * days);
  const next = ticketOf(missed).sla.clocks.find(({ kind }) => kind === "nextResponse");
  expect(next?.end?.how).toBe("cancelled");
  expect(next !== undefined && endedBreached(next)).toBe(true);
});

test("a customer's message in the same millisecond as a reply that waits to be sent gets a deadline", () => {
  const at = monday + 20 * minutes;
  const waits = given({ ...promisingDesk, undo: 10_000 })
    .when(carla, opening("high"))
    .when(luis, { type: "reply", text: "Hello", alreadyPosted: false }, 20)
    .when(carla, { type: "receiveMessage", text: "And now?", wroteAt: at }, 20);
  const replyId = ticketOf(waits).pendingReplies[0]?.id ?? 0;
  const ticket = ticketOf(waits.when(luis, { type: "releaseReply", replyId }, 21));
  expect(ticket.unanswered).toEqual({ first: at, last: at });
  expect(ticket.sla.clocks.filter(({ end }) => end === null).map(({ kind }) => kind)).toContain("nextResponse");
});
