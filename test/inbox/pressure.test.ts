import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPressure } from "../../src/inbox/pressure.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Whether background work may begin by now. */
const watched = (calm: Promise<void>): { begun: boolean } => {
  const state = { begun: false };
  void calm.then(() => (state.begun = true));
  return state;
};

test("background work begins at once while no request is waiting", async () => {
  const work = watched(createPressure(() => 0).calm());
  await vi.advanceTimersByTimeAsync(0);
  expect(work.begun).toBe(true);
});

test("background work waits until the last running request is answered", async () => {
  const pressure = createPressure(() => 0);
  const [leave, leaveToo] = [pressure.enter(), pressure.enter()];
  const work = watched(pressure.calm());
  leave();
  leave();
  await vi.advanceTimersByTimeAsync(0);
  expect(work.begun).toBe(false);
  leaveToo();
  await vi.advanceTimersByTimeAsync(0);
  expect(work.begun).toBe(true);
});

test.each([
  { lag: 0, waits: 25 },
  { lag: 80, waits: 250 },
])("background work begins under endless requests after $waits ms at a lag of $lag ms", async ({ lag, waits }) => {
  const pressure = createPressure(() => lag);
  pressure.enter();
  const work = watched(pressure.calm());
  await vi.advanceTimersByTimeAsync(waits - 1);
  expect(work.begun).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(work.begun).toBe(true);
});

test("a request that the platform repeats is refused earlier than one that a person would have to repeat", () => {
  const pressure = createPressure(() => 0);
  const refusedAt = (refuses: () => boolean): number => {
    let count = 0;
    while (!refuses() && count < 10_000) {
      pressure.enter();
      count += 1;
    }
    return count;
  };
  const overloaded = refusedAt(pressure.isOverloaded);
  expect(overloaded).toBeGreaterThan(100);
  expect(refusedAt(pressure.isSaturated)).toBeGreaterThan(0);
});
