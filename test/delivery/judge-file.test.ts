import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { createFileJudge } from "../../src/delivery/judge-file.ts";

const file = { name: "a.zip", type: "application/zip", bytes: Uint8Array.of(1, 2) };

test("a verdict is remembered by the file's name, type and bytes", async () => {
  const judged: string[] = [];
  const judge = createFileJudge(function* ({ name, type }, bytes) {
    judged.push([name, type, ...bytes].join(" "));
    yield;
    return name === "a.zip" ? null : "packed";
  });
  expect(await judge(file)).toBeNull();
  expect(await judge({ ...file, bytes: Uint8Array.of(1, 2) })).toBeNull();
  expect(await judge({ ...file, name: "b.zip" })).toBe("packed");
  expect(await judge({ ...file, name: "b.zip" })).toBe("packed");
  await judge({ ...file, type: "text/plain" });
  await judge({ ...file, bytes: Uint8Array.of(1, 3) });
  expect(judged).toEqual([
    "a.zip application/zip 1 2",
    "b.zip application/zip 1 2",
    "a.zip text/plain 1 2",
    "a.zip application/zip 1 3",
  ]);
});

test("a file that is sent twice at once is judged once", async () => {
  let judged = 0;
  const judge = createFileJudge(function* () {
    judged += 1;
    yield;
    return "packed";
  });
  expect(await Promise.all([judge(file), judge(file)])).toEqual(["packed", "packed"]);
  expect(judged).toBe(1);
});

test("ten slow files delay other work no longer than one of their steps", async () => {
  let turn = 0;
  const stepsOfTurn = new Map<number, number>();
  const step = (): void => {
    stepsOfTurn.set(turn, (stepsOfTurn.get(turn) ?? 0) + 1);
    // Longer than a slice, so that every step is one.
    for (const began = performance.now(); performance.now() - began < 11;);
  };
  const judge = createFileJudge(function* () {
    for (let n = 0; n < 3; n += 1) {
      step();
      yield;
    }
    return null;
  });
  let done = false;
  const files = Array.from({ length: 10 }, (_, n) => judge({ ...file, bytes: Uint8Array.of(n) }));
  const all = Promise.all(files).then(() => (done = true));
  while (!done) {
    await nextTurn();
    turn += 1;
  }
  await all;
  expect([...stepsOfTurn.values()].reduce((sum, steps) => sum + steps, 0)).toBe(30);
  // The last step of a file and the first of the next may follow each other.
  expect(Math.max(...stepsOfTurn.values())).toBeLessThanOrEqual(2);
});
