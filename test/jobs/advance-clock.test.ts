import { expect, test } from "vitest";
import { createAdvance } from "../../src/jobs/advance-clock.ts";

const minute = 60_000;

/** A clock that stops between turns, and work that is due at some moments. */
const desk = (due: readonly number[]) => {
  let now = 0;
  const open = new Set(due);
  const done: { readonly due: number; readonly at: number }[] = [];
  const clock = { now: () => now, advance: (ms: number) => void (now += ms) };
  const work = (): void => {
    for (const each of open) {
      if (each > now) continue;
      open.delete(each);
      done.push({ due: each, at: now });
    }
  };
  const nextDueAfter = async (after: number): Promise<number | null> =>
    [...open].filter((each) => each > after).toSorted((a, b) => a - b)[0] ?? null;
  return { clock, open, done, work, nextDueAfter };
};

test("the clock stops at every due moment on the way, and ends at its target", async () => {
  const { clock, done, work, nextDueAfter } = desk([15 * minute, 24 * minute, 30 * minute, 61 * minute]);
  const advance = createAdvance({ clock, nextDueAfter, isSettled: async () => true, wake: work });
  const seen: number[] = [];
  await advance(60 * minute, () => seen.push(clock.now()));
  expect(seen).toEqual([15 * minute, 24 * minute, 30 * minute]);
  expect(done).toEqual(seen.map((at) => ({ due: at, at })));
  expect(clock.now()).toBe(60 * minute);
});

test("work that creates new work on the way is done in time, and two turns follow each other", async () => {
  const { clock, open, done, work, nextDueAfter } = desk([10 * minute]);
  const advance = createAdvance({
    clock,
    nextDueAfter,
    isSettled: async () => true,
    wake: () => {
      work();
      if (clock.now() === 10 * minute) open.add(20 * minute).add(70 * minute);
    },
  });
  await Promise.all([advance(60 * minute, () => {}), advance(60 * minute, () => {})]);
  expect(done.map(({ due, at }) => at - due)).toEqual([0, 0, 0]);
  expect(clock.now()).toBe(120 * minute);
});

test("a turn that fails does not stop the next one", async () => {
  const { clock, work, nextDueAfter } = desk([]);
  let fails = true;
  const advance = createAdvance({
    clock,
    nextDueAfter: async (after) => {
      if (fails) throw new Error("the database is away");
      return nextDueAfter(after);
    },
    isSettled: async () => true,
    wake: work,
  });
  await expect(advance(minute, () => {})).rejects.toThrow("away");
  fails = false;
  await advance(minute, () => {});
  expect(clock.now()).toBe(minute);
});
