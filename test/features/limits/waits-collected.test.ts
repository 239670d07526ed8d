import { expect, test } from "vitest";
import { isReleasedBy, mayWaitCollected } from "../../../src/tickets/execute/waits-collected.ts";
import type { Event } from "../../../src/tickets/messages.ts";
import { cast, given, opening, type Story, type GivenCommand } from "../../support/given.ts";
import { sampleDesk } from "../../support/sample-desk.ts";

const { sam, luis, clock } = cast;
const open = given().when(sam, opening("high", "slack:C0RANDOM"));

/** The events of the last command that give the ticket its own card. */
const releasing = (
  before: Story,
  by: typeof sam | typeof clock,
  command: GivenCommand,
  after = 1,
): readonly string[] => {
  const story = before.when(by, command, after);
  const { last, ticket } = story;
  if (last === null || !last.ok || ticket === null) throw new Error(`refused: ${JSON.stringify(last)}`);
  return last.events.filter((event) => isReleasedBy(event, ticket, sampleDesk)).map(({ type }) => type);
};

const receive = { type: "receiveMessage", text: "It got worse.", wroteAt: 0 } as const;

test("only a ticket of a person without an account may be collected", () => {
  const waits = ({ events, ticket }: Story): boolean => {
    const [first] = events;
    if (first?.type !== "opened" || ticket === null) throw new Error("nothing was opened");
    return mayWaitCollected(first, ticket, sampleDesk);
  };
  expect(waits(open)).toBe(true);
  expect(waits(given().when(luis, opening("high", "slack:C0RANDOM")))).toBe(false);
  expect(waits(given().when(cast.oliver, opening("high", "slack:C0NORTH")))).toBe(false);
  expect(waits(given().when(cast.carla, opening("high", "slack:C0RANDOM")))).toBe(false);
});

test.each<[GivenCommand]>([
  [{ type: "claim" }],
  [{ type: "note", text: "I know them.", alreadyPosted: false }],
  [{ type: "setAccount", account: "acme" }],
  [{ type: "setSeverity", severity: "critical" }],
  [{ type: "reply", text: "We look at it.", alreadyPosted: true }],
])("a staff action gives the ticket its own card: %j", (command) => {
  expect(releasing(open, luis, command)).not.toEqual([]);
});

test("a customer's message or a moved conversation does not, but closing or escalating does", () => {
  expect(releasing(open, sam, receive)).toEqual([]);
  const restored: readonly Event[] = [
    { type: "conversationMoved", at: 0, by: { kind: "clock" }, why: "closed", to: { kind: "person", user: sam.user } },
    { type: "undelivered", at: 0, by: { kind: "clock" }, what: "", why: "closed", certain: true },
  ] as never;
  const { ticket } = open;
  if (ticket === null) throw new Error("no ticket");
  expect(restored.map((event) => isReleasedBy(event, ticket, sampleDesk))).toEqual([false, false]);
  expect(releasing(open, sam, { type: "resolve" })).toContain("resolved");
  const escalated = { type: "escalated", at: 0, by: sam, why: null, page: [] } as never;
  expect(isReleasedBy(escalated, ticket, sampleDesk)).toBe(true);
});

test("a reminder does if it goes to triage, or reaches no person", () => {
  const { ticket } = open;
  if (ticket === null) throw new Error("no ticket");
  const notifyTarget = (how: "direct" | "mention" | "email") => ({ how, person: "eva", as: "head" });
  const reminded = (how: "direct" | "mention" | "email") =>
    ({ type: "reminded", at: 0, by: clock, step: 50, superseded: [], notices: [{ to: notifyTarget(how) }] }) as never;
  const fell = (next: unknown) => ({ type: "fallbackTaken", at: 0, by: clock, next }) as never;
  expect(isReleasedBy(reminded("direct"), ticket, sampleDesk)).toBe(false);
  expect(isReleasedBy(reminded("email"), ticket, sampleDesk)).toBe(false);
  expect(isReleasedBy(reminded("mention"), ticket, sampleDesk)).toBe(true);
  expect(isReleasedBy(fell({ to: notifyTarget("direct") }), ticket, sampleDesk)).toBe(false);
  expect(isReleasedBy(fell({ to: notifyTarget("mention") }), ticket, sampleDesk)).toBe(true);
  expect(isReleasedBy(fell(null), ticket, sampleDesk)).toBe(true);
});
