import { expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { effects } from "../../../src/tickets/evolve.ts";
import type { Notification } from "../../../src/tickets/effect.ts";
import { cast, given, minutes, monday, opening, type Story } from "../../support/given.ts";
import { promisingDesk } from "../../support/sample-desk.ts";
import { ticketOf } from "../../support/story.ts";

const { carla, sam, luis, clock } = cast;

/** The messages about the last event, and their recipients. */
const notifications = (story: Story): readonly (readonly [string, Notification])[] => {
  const event = story.events.at(-1);
  if (event === undefined) throw new Error("nothing happened");
  return effects(event, ticketOf(story)).flatMap((each) =>
    each.type === "send" ? [[each.to.kind, each.message] as const] : [],
  );
};
const after = (count: number): number => monday + count * minutes;
const hours = (count: number) => ({ days: 0, ms: count * 60 * minutes });

const withTargets = (targets: Desk["severities"]["high"]): Desk => {
  const [premium, standard] = [promisingDesk.plans["premium"], promisingDesk.plans["standard"]];
  if (premium === undefined || standard === undefined) throw new Error("no plans");
  return {
    ...promisingDesk,
    plans: { standard, premium: { ...premium, terms: { ...premium.terms, high: { calendar: "always", targets } } } },
  };
};

test("an account change that moves a target shows the customer, and no other person, both times", () => {
  const unknown = given(promisingDesk).when(sam, opening("high", "slack:C0RANDOM"), 300);
  const [first] = ticketOf(unknown).sla.clocks;
  const known = unknown.when(luis, { type: "setAccount", account: "acme" }, 310);
  const now = ticketOf(known).sla.clocks.find(({ kind }) => kind === "firstResponse")?.target.due;
  expect(now).not.toBe(first?.target.due);
  expect(notifications(known)).toEqual([
    [
      "conversation",
      {
        type: "targetsMoved",
        movedTargets: [
          { clock: "firstResponse", before: first?.target.due, due: now },
          { clock: "resolution", before: expect.any(Number) as number, due: expect.any(Number) as number },
        ],
      },
    ],
  ]);
});

test("a replan shows the customer what moved and what is gone, and not what stays", () => {
  const open = given(promisingDesk).when(carla, opening("high")).events;
  const replanned = given(withTargets({ firstResponse: hours(6) }), open).when(clock, { type: "replan" }, 10);
  expect(notifications(replanned)).toEqual([
    [
      "conversation",
      {
        type: "targetsMoved",
        movedTargets: [
          { clock: "firstResponse", before: after(240), due: after(360) },
          { clock: "resolution", before: after(960), due: null },
        ],
      },
    ],
  ]);
  const other = { ...promisingDesk, ladder: promisingDesk.ladder.slice(0, 1) };
  expect(notifications(given(other, open).when(clock, { type: "replan" }, 10))).toEqual([]);
});

test("a paused target has no due time to show", () => {
  const waiting = given(promisingDesk)
    .when(carla, opening("high"))
    .when(luis, { type: "reply", text: "Which version?", alreadyPosted: false }, 10)
    .when(luis, { type: "wait" }, 20).events;
  const softer = withTargets({ firstResponse: hours(4), resolution: hours(20) });
  expect(notifications(given(softer, waiting).when(clock, { type: "replan" }, 30))).toEqual([]);
});

test("the customer is not told about the technical team's clock", () => {
  const owing = (hoursOwed: number): Desk => ({
    ...withTargets({ firstResponse: hours(4), resolution: hours(16), tech: hours(hoursOwed) }),
    channels: { triage: ["slack:C0TRIAGE"], tech: ["slack:C0TECH"] },
  });
  const asked = given(owing(2))
    .when(carla, opening("high"))
    .when(luis, { type: "askTech", text: "Look at the encoder" }, 10);
  const moved = given(owing(3), asked.events).when(clock, { type: "replan" }, 20);
  expect(ticketOf(moved).sla.clocks.find(({ kind }) => kind === "tech")?.target.due).toBe(after(190));
  expect(notifications(moved)).toEqual([]);
});
