import fc from "fast-check";
import { expect, test } from "vitest";
import { alertFor, goalState } from "../../src/reports/goal-state.ts";

test.each([
  [58, 2, 0.95, { is: "kept", breachesLeft: 2 }, "near"],
  [39, 1, 0.95, { is: "kept", breachesLeft: 2 }, "near"],
  // Exactly at the goal is kept.
  [19, 1, 0.95, { is: "kept", breachesLeft: 1 }, "near"],
  [57, 1, 0.95, { is: "kept", breachesLeft: 3 }, null],
  [18, 1, 0.95, { is: "missed", toRecover: 1 }, "missed"],
  [0, 1, 0.95, { is: "missed", toRecover: 19 }, "missed"],
  // Without a breach, no alert.
  [10, 0, 0.95, { is: "kept", breachesLeft: 1 }, null],
  [0, 0, 0.95, { is: "kept", breachesLeft: 1 }, null],
  [500, 0, 1, { is: "kept", breachesLeft: 1 }, null],
  [500, 1, 1, { is: "missed", toRecover: null }, "missed"],
  // In floating point, 0.29 * 100 is 28.999…
  [29, 71, 0.29, { is: "kept", breachesLeft: 1 }, "near"],
  [995, 5, 0.995, { is: "kept", breachesLeft: 1 }, "near"],
] as const)("%i met and %i breached of a goal of %d", (met, breached, goal, state, alert) => {
  expect(goalState({ met, breached, goal })).toEqual(state);
  expect(alertFor({ met, breached, goal })).toBe(alert);
});

/** The same question, asked of whole numbers and clock by clock. */
const isKept = (met: number, breached: number, percent: number): boolean => met * 100 >= percent * (met + breached);

test("as many breaches are left as it takes, one by one, to fall below the goal", () => {
  const counts = { met: fc.nat(2_000), breached: fc.nat(200), percent: fc.integer({ min: 1, max: 100 }) };
  fc.assert(
    fc.property(fc.record(counts), ({ met, breached, percent }) => {
      const state = goalState({ met, breached, goal: percent / 100 });
      expect(state.is).toBe(isKept(met, breached, percent) ? "kept" : "missed");
      if (state.is === "kept") {
        expect(state.breachesLeft).toBeGreaterThanOrEqual(1);
        expect(isKept(met, breached + state.breachesLeft - 1, percent)).toBe(true);
        expect(isKept(met, breached + state.breachesLeft, percent)).toBe(false);
      } else if (state.toRecover === null) expect(percent).toBe(100);
      else {
        expect(isKept(met + state.toRecover, breached, percent)).toBe(true);
        expect(isKept(met + state.toRecover - 1, breached, percent)).toBe(false);
      }
    }),
  );
});
