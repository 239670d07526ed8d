import { expect, test } from "vitest";
import type { Arrival } from "../../src/db/inbox-store.ts";
import { createInboxWriter } from "../../src/inbox/inbox-writer.ts";

const arrival = (key: string): Arrival => ({
  inboundEvent: {
    kind: "press",
    key,
    at: 0,
    channel: "slack:C1",
    by: { user: "slack:U1", name: "Ana" },
    action: "claim 1",
  },
  lane: "slack:C1 slack:U1",
  at: 0,
  lease: { token: "t", until: 1 },
  isRepeat: false,
});

/** A store that commits when the test lets it, and refuses every group with one of the `bad` keys. */
const slowStore = (bad: readonly string[] = []) => {
  const groups: (readonly string[])[] = [];
  const commits: (() => void)[] = [];
  const known = new Set<string>();
  const store = async (arrivals: readonly Arrival[]): Promise<readonly string[]> => {
    const keys = arrivals.map(({ inboundEvent }) => inboundEvent.key);
    groups.push(keys);
    await new Promise<void>((resolve) => commits.push(resolve));
    if (keys.some((key) => bad.includes(key))) throw new Error("refused");
    const fresh = [...new Set(keys)].filter((key) => !known.has(key));
    for (const key of fresh) known.add(key);
    return fresh;
  };
  const commitAll = async (): Promise<void> => {
    for (let turns = 0; turns < 20; turns += 1) {
      commits.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { store, groups, commitAll };
};

test("events that arrive while one is being stored are stored together, and each resolves after its commit", async () => {
  const { store, groups, commitAll } = slowStore();
  const take = createInboxWriter(store);
  let resolved = 0;
  const taken = ["a", "b", "c"].map((key) => take(arrival(key)).finally(() => (resolved += 1)));
  await new Promise((resolve) => setImmediate(resolve));
  expect({ groups, resolved }).toEqual({ groups: [["a"]], resolved: 0 });
  await commitAll();
  expect(await Promise.all(taken)).toEqual([true, true, true]);
  expect(groups).toEqual([["a"], ["b", "c"]]);
});

test("of two deliveries of one event in the same group, the first is new and the second is a duplicate", async () => {
  const { store, commitAll } = slowStore();
  const take = createInboxWriter(store);
  const taken = ["first", "twice", "twice"].map((key) => take(arrival(key)));
  await commitAll();
  expect(await Promise.all(taken)).toEqual([true, true, false]);
});

test("an event that the database refuses fails alone, and the others of its group are stored", async () => {
  const { store, commitAll } = slowStore(["bad"]);
  const take = createInboxWriter(store);
  const taken = ["first", "good", "bad", "better"].map((key) => take(arrival(key)));
  const outcomes = Promise.allSettled(taken);
  await commitAll();
  expect((await outcomes).map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
});

test("an event whose commit succeeded although its connection was lost is stored once, and counts as new", async () => {
  const known = new Set<string>();
  let isLost = true;
  const take = createInboxWriter(async (arrivals) => {
    const fresh = arrivals.map(({ inboundEvent }) => inboundEvent.key).filter((key) => !known.has(key));
    for (const key of fresh) known.add(key);
    if (!isLost) return fresh;
    isLost = false;
    throw new Error("the connection was lost after the commit");
  });
  expect(await take(arrival("a"))).toBe(true);
  expect(await take(arrival("a"))).toBe(false);
});
