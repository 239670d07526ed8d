import { expect, test } from "vitest";
import { watchDelays } from "../../src/http/event-loop.ts";
import { createMetrics } from "../../src/http/metrics.ts";

test("a blocked event loop is reported until one more span passed", () => {
  const delays = { max: 0, reset: () => void (delays.max = 0) };
  const watch = watchDelays(delays);
  expect(watch.troubles()).toEqual([]);
  delays.max = 2_400_000_000;
  expect(watch.troubles()).toEqual(["the event loop was blocked for 2400 ms"]);
  watch.turn();
  expect(watch.troubles()).toEqual(["the event loop was blocked for 2400 ms"]);
  watch.turn();
  expect(watch.troubles()).toEqual([]);
  delays.max = 900_000_000;
  expect(watch.troubles()).toEqual([]);
});

test("the metrics measure, without a timer, how long the event loop was blocked since the last read", async () => {
  const timers = () => process.getActiveResourcesInfo().filter((each) => each === "Timeout").length;
  const before = timers();
  const { text } = createMetrics();
  expect(timers()).toBe(before);
  const longest = async (): Promise<number> => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    return Number(/^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(await text())?.[1]);
  };
  await longest();
  const until = performance.now() + 400;
  while (performance.now() < until);
  expect(await longest()).toBeGreaterThan(0.35);
  // A busy machine may delay one of these spans, hardly three in a row.
  expect(Math.min(await longest(), await longest(), await longest())).toBeLessThan(0.35);
  for (const figure of ["min", "mean", "stddev", "p50", "p90", "p99"])
    expect(await text()).toMatch(new RegExp(`^nodejs_eventloop_lag_${figure}_seconds \\d`, "m"));
});
