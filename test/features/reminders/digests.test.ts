import fc from "fast-check";
import { expect, test } from "vitest";
import { inDigests, type Waiting } from "../../../src/features/reminders/digests.ts";

const grouped = (...all: readonly Partial<Waiting>[]): readonly (readonly string[])[] => {
  let ids = 0;
  const whole = all.map((each, index) => ({
    name: `${index}`,
    person: "ana",
    digest: null,
    critical: false,
    due: index,
    room: 5,
    ...each,
  }));
  return inDigests(whole, () => `digest ${++ids}`).map((group) => group.map(({ name }) => name));
};
const times = (count: number, each: Partial<Waiting> = {}) => Array.from({ length: count }, () => each);

test("three reminders for a person are three messages, four are one digest", () => {
  expect(grouped(...times(3))).toEqual([["0"], ["1"], ["2"]]);
  expect(grouped(...times(4))).toEqual([["0", "1", "2", "3"]]);
  expect(grouped(...times(3), ...times(3, { person: "eva" }))).toHaveLength(6);
});

test("the most urgent reminders come first, and a digest holds at most twenty", () => {
  const [first, second, third] = grouped(...Array.from({ length: 45 }, (_, index) => ({ due: -index })));
  expect(first?.slice(0, 2)).toEqual(["44", "43"]);
  expect([first?.length, second?.length, third?.length]).toEqual([20, 20, 5]);
});

test("a person whose rate limit is used up gets a digest earlier", () => {
  expect(grouped(...times(3, { room: 1 }))).toEqual([["0", "1", "2"]]);
  expect(grouped(...times(5, { room: 2, critical: true }))).toEqual([["0"], ["1", "2", "3", "4"]]);
  expect(grouped(...times(1, { room: 1 }))).toEqual([["0"]]);
  expect(grouped(...times(2, { room: 2 }))).toEqual([["0"], ["1"]]);
});

test("the first three critical reminders are sent alone, the others with the rest", () => {
  expect(grouped({}, {}, ...times(4, { critical: true }))).toEqual([["2"], ["3"], ["4"], ["5", "0", "1"]]);
  expect(grouped({}, ...times(3, { critical: true }))).toEqual([["1"], ["2"], ["3"], ["0"]]);
});

test("a reminder that must be sent alone is, and reminders of one earlier attempt stay together", () => {
  expect(grouped(...times(5, { person: null }))).toHaveLength(5);
  expect(grouped({ digest: "old" }, ...times(3), { digest: "old" })).toEqual([["0", "4"], ["1"], ["2"], ["3"]]);
});

test("every reminder is sent exactly once, and a new digest has its own key", () => {
  const waiting = fc.record({
    person: fc.constantFrom(null, "ana", "luis"),
    digest: fc.constantFrom(null, null, null, "old", "older"),
    critical: fc.boolean(),
    due: fc.integer(),
    room: fc.integer({ min: 1, max: 6 }),
  });
  fc.assert(
    fc.property(fc.array(waiting, { maxLength: 100 }), (all) => {
      let ids = 0;
      const named = all.map((each, index) => ({ ...each, index }));
      const groups = inDigests(named, () => `new ${++ids}`);
      expect(
        groups
          .flat()
          .map(({ index }) => index)
          .toSorted((a, b) => a - b),
      ).toEqual(all.map((_, index) => index));
      const names = groups.map((group) => [...new Set(group.map(({ digest }) => digest))]);
      expect(names.every((each) => each.length === 1)).toBe(true);
      const digests = names.flat().filter((each) => each !== null);
      expect(new Set(digests).size).toBe(digests.length);
      expect(groups.every((group) => group.length === 1 || group[0]?.digest !== null)).toBe(true);
    }),
  );
});
