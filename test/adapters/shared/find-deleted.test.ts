import { expect, test } from "vitest";
import { createFindDeleted, createMessagesFound, type Look } from "../../../adapters/shared/find-deleted.ts";
import { mostStored, type StoredIn } from "../../../src/chat/stored-messages.ts";

const whole = (channel: string): StoredIn => ({ is: "whole", channel: `slack:${channel}` });
const numbered = (count: number) => Array.from({ length: count }, (_, n) => String(10_000 + n));

/** A desk with these messages in each channel, and a platform that answers with `look`. */
const search = (ids: readonly string[], look: (id: string, channel: string) => Look) => {
  const deleted: string[] = [];
  const looked: string[] = [];
  let pauses = 0;
  let isEnded = false;
  const pause = Object.assign(async () => void (pauses += 1), { end: () => (isEnded = true), ended: () => isEnded });
  const find = createFindDeleted({
    storedMessages: async (_, { from, before }) =>
      ids
        .filter((id) => id >= from && (before === "" || id < before))
        .toReversed()
        .slice(0, mostStored)
        .map((id) => ({ id, threads: [] })),
    look: async ({ id }, { channel }) => {
      looked.push(id);
      return look(id, channel);
    },
    deleted: async (id) => void deleted.push(id),
    pause,
  });
  return { find, deleted, looked, pauses: () => pauses, end: pause.end };
};

test("every message that was not found is looked for once, page by page, and slower after the first hundred", async () => {
  const ids = numbered(2 * mostStored);
  const found = createMessagesFound();
  for (const id of ids.slice(300)) found.add({ channel: "slack:C1", id });
  const { find, deleted, looked, pauses } = search(ids, (id) => (Number(id) % 2 === 0 ? "gone" : "there"));
  const place = { place: whole("C1"), from: ids[100] ?? "" };
  await find([place, place], found);
  expect(looked.toSorted()).toEqual(ids.slice(100, 300));
  expect(deleted).toHaveLength(100);
  expect(pauses()).toBe(100);
});

test("a place of which the platform tells nothing proves no deletion and costs one look, and others are searched", async () => {
  const { find, deleted, looked } = search(numbered(3), (_, channel) => (channel === "slack:C1" ? "untold" : "gone"));
  await find(
    [
      { place: whole("C1"), from: "" },
      { place: whole("C2"), from: "" },
    ],
    createMessagesFound(),
  );
  expect(looked).toHaveLength(4);
  expect(deleted).toHaveLength(3);
});

test("nothing is looked for after the adapter has stopped", async () => {
  const { find, looked, end } = search(numbered(3), () => "gone");
  end();
  await find([{ place: whole("C1"), from: "" }], createMessagesFound());
  expect(looked).toEqual([]);
});
