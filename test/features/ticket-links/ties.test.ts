import { describe, expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { effects } from "../../../src/tickets/evolve.ts";
import { messageConsequence } from "../../../src/features/conversation/reopening.ts";
import { mergedInto, type Ticket } from "../../../src/tickets/ticket.ts";
import { cast, given, minutes, monday, opening, type Story, type GivenCommand } from "../../support/given.ts";
import { nothingCarried } from "../../support/source-rules/bare-commands.ts";
import { promisingDesk } from "../../support/sample-desk.ts";

const { luis, carla } = cast;
const day = 24 * 60;
const desk: Desk = { ...promisingDesk, reopen: { days: 7, ms: 0 } };
const whole = ({ ticket }: Story): Ticket => {
  if (ticket === null) throw new Error("no ticket");
  return ticket;
};
const refusal = ({ last }: Story): string | null => (last?.ok === false ? last.refusal.reason : null);
const at = (after: number): number => monday + after * minutes;
const becomes = (ticket: Ticket, when: number, of: Desk) =>
  messageConsequence(ticket, { text: "Otra vez", at: when, message: null, closedBy: null }, of);
const waitingSince = (after: number) => ({
  ...nothingCarried,
  clocks: { ...nothingCarried.clocks, waitsSince: at(after) },
});
const receives = (text: string, after: number): Extract<GivenCommand, { type: "receiveMessage" }> => ({
  type: "receiveMessage",
  text,
  wroteAt: at(after),
});
const solved = (of: Desk = desk): Story =>
  given(of)
    .when(luis, opening())
    .when(luis, { type: "reply", text: "Done", alreadyPosted: false }, 10)
    .when(luis, { type: "resolve" }, 20);

describe("a customer's message below a resolved ticket", () => {
  test("reopens it within the desk's grace, and waits for an answer", () => {
    const story = solved().when(carla, receives("Sigue sin ir", day), day);
    expect(whole(story).status).toBe("open");
    expect(whole(story).sla.clocks.find(({ kind, end }) => kind === "nextResponse" && end === null)?.startedAt).toBe(
      at(day),
    );
    expect(story.events.slice(-2).map(({ type }) => type)).toEqual(["customerWrote", "reopened"]);
    expect(given(desk, story.events).ticket).toEqual(story.ticket);
  });

  test.each([
    ["a thank-you", "Muchas gracias", day, luis],
    ["older than the resolution of a customer", "¿Y bien?", 15, carla],
  ])("does not reopen it if it is %s", (_, text, after, closedBy) => {
    expect(whole(solved().when(carla, { ...receives(text, after), closedBy }, day)).status).toBe("resolved");
  });

  test("opens another ticket once the grace is over, and still reopens at its last moment", () => {
    const ticket = whole(solved());
    expect(becomes(ticket, at(20 + 7 * day), desk)).toBe("reopens");
    expect(becomes(ticket, at(20 + 7 * day) + 1, desk)).toBe("followsUp");
    expect(becomes(ticket, at(day), { ...desk, reopen: null })).toBe("followsUp");
    expect(whole(solved().when(carla, receives("Otra vez", 30 * day), 30 * day)).status).toBe("resolved");
  });
});

describe("a merged ticket", () => {
  const merged = (): Story => given(desk).when(luis, opening()).when(luis, { type: "merge", into: 1043 }, 10);

  test("ends with its clocks cancelled, and names the ticket where it continues", () => {
    const story = merged();
    expect(whole(story)).toMatchObject({ status: "resolved", resolvedAt: at(10), unanswered: null });
    expect(whole(story).sla.clocks.map(({ end }) => end?.how)).toEqual(["cancelled", "cancelled"]);
    expect(mergedInto(whole(story))).toBe(1043);
    const [event] = story.events.slice(-1);
    if (event === undefined) throw new Error("no event");
    expect(effects(event, whole(story))).toContainEqual({
      type: "send",
      to: { kind: "conversation" },
      message: { type: "continuesIn", to: 1043, why: "merged", severity: null },
    });
    expect(given(desk, story.events).ticket).toEqual(story.ticket);
  });

  test("cannot be merged again, reopened, or merged into itself", () => {
    expect(refusal(merged().when(luis, { type: "merge", into: 1044 }))).toBe("continuesIn");
    expect(refusal(merged().when(carla, { type: "reopen" }))).toBe("continuesIn");
    expect(refusal(given(desk).when(luis, opening()).when(luis, { type: "merge", into: 1042 }))).toBe("sameTicket");
    expect(refusal(given(desk).when(luis, opening()).when(carla, { type: "merge", into: 1043 }))).toBe("notAllowed");
  });

  test("a link is made once", () => {
    const linked = given(desk).when(luis, opening()).when(luis, { type: "link", to: 1043 });
    expect(whole(linked).links).toEqual([{ number: 1043, how: "linked" }]);
    expect(refusal(linked.when(luis, { type: "link", to: 1043 }))).toBe("linkedAlready");
    expect(refusal(linked.when(luis, { type: "link", to: 1042 }))).toBe("sameTicket");
  });
});

test("a customer whose ticket is merged waits under a deadline in the other ticket, from the moment they wrote", () => {
  const story = given(desk)
    .when(luis, opening())
    .when(luis, { type: "reply", text: "Hello", alreadyPosted: false }, 10)
    .when(luis, { type: "mergeFrom", from: 1043, carried: waitingSince(15) }, 20);
  expect(story.unanswered).toEqual([at(15)]);
  expect(whole(story).sla.clocks.filter(({ kind, end }) => kind === "nextResponse" && end === null)).toMatchObject([
    { startedAt: at(15) },
  ]);
  const answered = story.when(luis, { type: "reply", text: "There", alreadyPosted: false }, 30);
  expect(whole(answered).sla.clocks.find(({ kind }) => kind === "nextResponse")?.end?.how).toBe("met");
  expect(given(desk, story.events).ticket).toEqual(story.ticket);
});
