import { expect, test } from "vitest";
import { mapSequentially } from "../../src/chat/reading/thread-read.ts";

test("other work of the process runs between two messages that are read", async () => {
  const order: string[] = [];
  const reading = mapSequentially([1, 2, 3], (each) => {
    order.push(`read ${each}`);
    setImmediate(() => order.push(`other work ${each}`));
    return each * 2;
  });
  expect(await reading).toEqual([2, 4, 6]);
  expect(order.slice(0, 4)).toEqual(["read 1", "other work 1", "read 2", "other work 2"]);
});
