import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import type { TargetTime } from "../../../src/sla/calendar.ts";
import { allClockKinds } from "../../../src/sla/clock-kinds.ts";
import { severities } from "../../../src/sla/severity.ts";
import type { Event } from "../../../src/tickets/messages.ts";
import { outcomesFrom } from "../../../src/tickets/execute/outcomes/rebuild-outcomes.ts";
import { sameValue } from "../../../src/tickets/clocks/sla-target.ts";
import { events } from "../../../src/tickets/registry.ts";
import { compareClocks } from "../../../src/tickets/rehearsal/compare-clocks.ts";
import { eventsLeftOut, rehearseTicket } from "../../../src/tickets/rehearsal/rehearse-ticket.ts";
import { rehearsedOutcomes, type RehearsedTicket } from "../../../src/tickets/rehearsal/rehearsal.ts";
import { follow, underDesk, type Walked } from "../../../src/tickets/rehearsal/walk.ts";
import { histories, recordedOf, type History } from "./random-history.ts";

const rehearsed = (history: History, number: number, desk: Desk): RehearsedTicket => {
  const found = rehearseTicket(recordedOf(history, number), desk, history.now);
  if ("unreadable" in found) throw new Error(`ticket ${number} was not rehearsed`);
  return found;
};

const walked = (events: readonly Event[]): Walked => {
  const all = events.reduce<Walked | null>(follow, null);
  if (all === null) throw new Error("no event");
  return all;
};

/** The type of an event, and whether it holds a target. */
const withTargets = (event: Event): string =>
  `${event.type}${JSON.stringify(event).includes('"ladder":') ? " with targets" : ""}`;

/** The same plans with other targets. */
const retargeted = (desk: Desk, change: (given: TargetTime) => TargetTime): Desk => ({
  ...desk,
  plans: Object.fromEntries(
    Object.entries(desk.plans).map(([key, plan]) => {
      const termsAt = (severity: (typeof severities)[number]) => {
        const { calendar, targets } = plan.terms[severity];
        return {
          calendar,
          targets: Object.fromEntries(Object.entries(targets).map(([kind, target]) => [kind, change(target)])),
        };
      };
      return [
        key,
        {
          ...plan,
          terms: {
            critical: termsAt("critical"),
            high: termsAt("high"),
            medium: termsAt("medium"),
            low: termsAt("low"),
          },
        },
      ];
    }),
  ),
});

/** A share of each target. A day becomes an hour. */
const shortened =
  (share: number) =>
  ({ days, ms }: TargetTime): TargetTime => ({ days: 0, ms: Math.round(share * (days * 3_600_000 + ms)) });

const shares = fc.constantFrom(0.1, 0.25, 0.5, 0.75, 0.9);

test("the histories contain every event that changes clocks, and clocks with every outcome", () => {
  const lived = fc.sample(histories, { numRuns: 300, seed: 1 });
  const seen = new Set(lived.flatMap(({ tickets }) => tickets.flatMap((ticket) => ticket.events.map(withTargets))));
  const expected = Object.entries(events).flatMap(([type, rule]) =>
    "rehearsed" in rule ? [`${type} with targets`] : [],
  );
  expect(expected.filter((each) => !seen.has(each))).toEqual([]);
  expect([...seen]).toEqual(
    expect.arrayContaining(["merged", "waitStarted", "resolved", "techReturned", "replyUndone"]),
  );
  const outcomes = new Set(
    lived.flatMap((history) =>
      history.tickets.flatMap(({ number }) =>
        rehearsed(history, number, history.desk).clocks.map(({ clock, before }) => `${clock} ${before?.outcome}`),
      ),
    ),
  );
  expect(
    allClockKinds
      .flatMap((kind) => rehearsedOutcomes.map((outcome) => `${kind} ${outcome}`))
      .filter((each) => !outcomes.has(each)),
  ).toEqual([]);
});

/**
 * An event without the terms of an update that was promised with a reply. They are those of the moment when the reply was written;
 * the rehearsal takes those of the moment when it was sent. The due time is the same.
 */
const withoutOldTerms = (event: Event): unknown =>
  event.type === "updatePromised" && event.withReply
    ? { ...event, target: { due: event.target.due, madeAt: event.target.madeAt } }
    : event;

/** Whether an account or severity changed while a reply with a promised update could be undone. */
const keepsOldTerms = (history: History, number: number, all: readonly Event[]): boolean => {
  const recorded = recordedOf(history, number);
  let before: Walked | null = null;
  for (const event of all) {
    if (event.type === "updatePromised" && !sameValue(underDesk(recorded, before, event, history.desk), event))
      return true;
    before = follow(before, event);
  }
  return false;
};

test("under the desk in force, every event is rehearsed as it was", () => {
  fc.assert(
    fc.property(histories, (history) => {
      for (const { number, events } of history.tickets) {
        const recorded = recordedOf(history, number);
        let before: Walked | null = null;
        for (const event of events) {
          expect(withoutOldTerms(underDesk(recorded, before, event, history.desk))).toEqual(withoutOldTerms(event));
          before = follow(before, event);
        }
      }
    }),
    { numRuns: 150 },
  );
});

/**
 * Whether a reminder came while a reply was pending that then set the ticket to wait. The wait counts from when the reply was
 * written, so a rehearsal has no such reminder.
 */
const isRemindedWhilePending = (events: readonly Event[]): boolean =>
  events.some(
    (wait, index) =>
      wait.type === "waitStarted" &&
      events.slice(0, index).some(({ type, at }) => type === "reminded" && at >= wait.at),
  );

test("under the desk in force, no outcome and no due time changes, and the steps are those that came", () => {
  fc.assert(
    fc.property(histories, (history) => {
      for (const { number, events } of history.tickets) {
        const { clocks, steps } = rehearsed(history, number, history.desk);
        expect(clocks.map(({ after }) => after)).toEqual(clocks.map(({ before }) => before));
        if (keepsOldTerms(history, number, events) || isRemindedWhilePending(events)) continue;
        const came = events.flatMap((event) =>
          event.type === "reminded" && event.notices.length > 0 ? [[event.clock, event.step, event.plannedFor]] : [],
        );
        expect(steps.map(({ clock, percent, at }) => [clock, percent, at])).toEqual(came);
      }
    }),
    { numRuns: 150 },
  );
});

test("what really happened is what reports count", () => {
  fc.assert(
    fc.property(histories, (history) => {
      for (const ticket of history.tickets) {
        const { clocks } = rehearsed(history, ticket.number, history.desk);
        const { outcomes } = outcomesFrom(ticket.events.map((event, id) => ({ id, event })));
        const found = outcomes.map(({ clock, cycle }) =>
          clocks.find((each) => each.clock === clock && each.cycle === cycle && each.before !== null),
        );
        expect(found.map((each) => each?.before)).toEqual(
          outcomes.map(({ dueAt: due, outcome }) => ({ due, outcome })),
        );
        const ended = clocks.filter(({ before }) => before?.outcome === "met" || before?.outcome === "cancelled");
        expect(ended.length).toBe(outcomes.filter(({ outcome }) => outcome !== "breached").length);
      }
    }),
    { numRuns: 100 },
  );
});

test("stricter targets never turn a breach into anything better", () => {
  fc.assert(
    fc.property(histories, shares, (history, share) => {
      const stricter = retargeted(history.desk, shortened(share));
      for (const { number } of history.tickets)
        for (const { clock, before, after } of rehearsed(history, number, stricter).clocks)
          if (before?.outcome === "breached") expect([clock, after?.outcome]).toEqual([clock, "breached"]);
    }),
    { numRuns: 300 },
  );
});

test("whatever the desk, every target is one of that desk, and only the clocks of a ticket differ", () => {
  fc.assert(
    fc.property(histories, fc.constantFrom(0.1, 0.5, 3, 20), (history, share) => {
      const step = { tell: ["manager" as const], email: [], mention: null, severities, clocks: allClockKinds };
      const ladder = [{ ...step, when: { by: "used", percent: 42 } as const }];
      const draft = { ...retargeted(history.desk, shortened(share)), ladder };
      for (const { number, events } of history.tickets) {
        const recorded = recordedOf(history, number);
        let real: Walked | null = null;
        let before: Walked | null = null;
        for (const event of events) {
          real = follow(real, event);
          before = follow(before, underDesk(recorded, before, event, draft));
          const apart = ({ state }: Walked) => ({
            ...state,
            ticket: {
              ...state.ticket,
              sla: { ...state.ticket.sla, clocks: [] },
              pendingReplies: state.ticket.pendingReplies.map((reply) => ({ ...reply, update: null })),
            },
          });
          expect(apart(before)).toEqual(apart(real));
        }
        for (const { target, earlier } of before?.clocks.values() ?? [])
          for (const { ladder } of [...earlier, target]) expect(ladder.map(({ percent }) => percent)).toEqual([42]);
      }
    }),
    { numRuns: 100 },
  );
});

test("the events that a reader leaves out change no outcome", () => {
  fc.assert(
    fc.property(histories, (history) => {
      const left: ReadonlySet<string> = new Set(eventsLeftOut);
      for (const { events } of history.tickets) {
        const [all, some] = [walked(events), walked(events.filter(({ type }) => !left.has(type)))];
        const compared = compareClocks(all, some, history.now);
        expect(compared.map(({ after }) => after)).toEqual(compared.map(({ before }) => before));
      }
    }),
    { numRuns: 100 },
  );
});
