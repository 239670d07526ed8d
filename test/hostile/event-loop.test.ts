import { expect, test } from "vitest";
import { watchDelays } from "../../src/event-loop.ts";

test("a process that was held up for long says so for one span more, then no longer", () => {
  const delays = { max: 0, reset: () => void (delays.max = 0) };
  const watch = watchDelays(delays);
  expect(watch.troubles()).toEqual([]);
  delays.max = 2_400_000_000;
  expect(watch.troubles()).toEqual(["the event loop stood still for 2400 ms"]);
  watch.turn();
  expect(watch.troubles()).toEqual(["the event loop stood still for 2400 ms"]);
  watch.turn();
  expect(watch.troubles()).toEqual([]);
  delays.max = 900_000_000;
  expect(watch.troubles()).toEqual([]);
});
