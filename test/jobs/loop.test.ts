import { expect, test } from "vitest";
import { runLoop } from "../../src/jobs/loop.ts";
import { until } from "../support/until.ts";

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A loop whose first turn waits for a platform until it is released, longer than the loop waits for a turn. */
const slowFirstTurn = (overlaps: boolean) => {
  const { promise, resolve } = Promise.withResolvers<number>();
  let turns = 0;
  const step = (): Promise<number> => ((turns += 1), turns === 1 ? promise : Promise.resolve(0));
  const loop = runLoop({ name: "slow", step, rest: async () => 5, overlaps, hangsAfterMs: 30_000, log: silent });
  return { loop, turns: () => turns, release: () => resolve(0) };
};

test("a turn that waits for a platform does not delay the next turns of an overlapping loop", async () => {
  const { loop, turns, release } = slowFirstTurn(true);
  await until("the next turns began", () => turns() > 2);
  release();
  await loop.stop();
});

test("a slow turn that did something is followed by another at once, for work that it made room for", async () => {
  const { promise, resolve } = Promise.withResolvers<number>();
  let turns = 0;
  const step = (): Promise<number> => ((turns += 1), turns === 1 ? promise : Promise.resolve(0));
  const loop = runLoop({
    name: "slow",
    step,
    rest: async () => 60_000,
    overlaps: true,
    hangsAfterMs: 30_000,
    log: silent,
  });
  await until("the loop rests before its first turn has ended", () => turns === 2);
  resolve(1);
  await until("it turned once more", () => turns === 3);
  await loop.stop();
});

test("a slow turn that fails is followed by another after a second, however long the loop rests", async () => {
  const { promise, reject } = Promise.withResolvers<number>();
  let turns = 0;
  const step = (): Promise<number> => ((turns += 1), turns === 1 ? promise : Promise.resolve(0));
  const rest = async (): Promise<number> => 600_000;
  const loop = runLoop({ name: "slow", step, rest, overlaps: true, hangsAfterMs: 600_000, log: silent });
  await until("the loop rests before its first turn has ended", () => turns === 2);
  reject(new Error("the database was cut off"));
  await until("its trouble is over", () => turns === 3 && loop.trouble() === null);
  await loop.stop();
});

test("turns of a loop that does not overlap follow each other with a pause, however long one takes", async () => {
  let underway = 0;
  let most = 0;
  let turns = 0;
  const rests: number[] = [];
  const step = async (): Promise<number> => {
    underway += 1;
    most = Math.max(most, underway);
    // Longer than the loop waits for a turn of its overlapping siblings.
    await new Promise((resolve) => setTimeout(resolve, 300));
    underway -= 1;
    turns += 1;
    return 0;
  };
  const rest = async (): Promise<number> => (rests.push(turns), 1);
  const loop = runLoop({ name: "clean up", step, rest, overlaps: false, hangsAfterMs: 30_000, log: silent });
  await until("it turned three times", () => turns >= 3);
  await loop.stop();
  expect({ most, rests: rests.slice(0, 3) }).toEqual({ most: 1, rests: [1, 2, 3] });
});

test("a step that hangs is trouble, until it ends", async () => {
  let end: (done: number) => void = () => {};
  const step = (): Promise<number> => new Promise((resolve) => (end = resolve));
  const rest = async (): Promise<number> => 60_000;
  const loop = runLoop({ name: "hung", step, rest, overlaps: false, hangsAfterMs: 1_000, log: silent });
  expect(loop.trouble()).toBeNull();
  await expect
    .poll(() => loop.trouble(), { interval: 20, timeout: 20_000 })
    .toMatch(/^hung \(under way for \d+ seconds\)$/);
  end(0);
  await expect.poll(() => loop.trouble(), { interval: 20 }).toBeNull();
  await loop.stop();
});
