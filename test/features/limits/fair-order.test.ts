import { fairOrder } from "../../../src/tickets/limits.ts";
import { expect, test } from "vitest";

const order = (names: string) => fairOrder(names.split(" "), (name) => name[0] ?? "").join(" ");

test("accounts take turns, and each keeps its own order", () => {
  expect(order("a1 a2 a3 b1 c1 c2")).toBe("a1 b1 c1 a2 c2 a3");
  expect(order("a1 a2")).toBe("a1 a2");
  expect(fairOrder([], String)).toEqual([]);
});

test("a flood of one account delays another by one place", () => {
  const flood = Array.from({ length: 100 }, (_, index) => `f${index}`);
  expect(fairOrder([...flood, "c1"], (name) => name[0] ?? "").indexOf("c1")).toBe(1);
});
