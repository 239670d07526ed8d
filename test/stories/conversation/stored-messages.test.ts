import { afterEach, expect, test } from "vitest";
import { startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";

let world: StoryWorld;
afterEach(() => world.stop());

const all = { from: "", before: "" };
const stored = async (place: Parameters<NonNullable<StoryWorld["steps"]["core"]["storedMessages"]>>[0], range = all) =>
  (await world.steps.core.storedMessages?.(place, range)) ?? [];
const ids = (messages: readonly { readonly id: string }[]) => messages.map(({ id }) => id).toSorted();

test("the desk names what it has of a thread, a channel and direct messages, to compare it with the platform", async () => {
  world = await startStoryWorld("testchat");
  const { core } = world.steps;
  const carla = world.user("carla");
  await world.opens();
  await world.opens();
  const channel = world.refOf("acme");
  const root = (name: string) =>
    world.cards("acme").find(({ text }) => text.includes(`${name} ·`)) ?? expect.fail("no card");
  const [first, second] = [root("T-1001"), root("T-1002")];
  const own = await carla.writes("acme", "Since nine", first);
  const before = await carla.writes("acme", "On all screens", second);
  await world.settle();
  await world.user("luis").types("triage", "/ticket merge 1002 into 1001");
  await world.settle();
  // This message belongs to T-1001, although it stands below the card of T-1002.
  const after = await carla.writes("acme", "And now?", second);
  await world.settle();

  for (const thread of [first.id, second.id]) {
    const found = await stored({ is: "thread", channel, thread });
    expect(ids(found)).toEqual(ids([own, before, after]));
    for (const { threads } of found) expect(threads).toEqual(expect.arrayContaining([first.id, second.id]));
  }
  const below = { is: "thread", channel, thread: first.id } as const;
  const newestFirst = await stored(below);
  const middle = newestFirst[1]?.id ?? expect.fail("too few messages");
  expect(await stored(below, { from: middle, before: "" })).toEqual(newestFirst.slice(0, 2));
  expect(await stored(below, { from: "", before: middle })).toEqual(newestFirst.slice(2));
  await carla.deletes(before);
  // It is on its way to the ticket.
  const waits = await carla.writes("acme", "Hello?", first);
  await world.steps.processInbox();
  const onItsWay = await carla.writes("acme", "Anybody?", first);
  expect(ids(await stored(below))).toEqual(ids([own, after, waits, onItsWay]));
  await world.settle();
  expect(ids(await stored(below))).toEqual(ids([own, after, waits, onItsWay]));

  const marked = await carla.calls("acme", "The sound is missing");
  const direct = await carla.writes("direct", "Is anybody there?");
  await world.settle();
  expect(await stored({ is: "roots", channel })).toEqual([{ id: marked.id, threads: [marked.id] }]);
  expect(ids(await stored({ is: "whole", channel }))).toEqual(ids([own, after, waits, onItsWay, marked]));
  const inDirect = world.direct("carla").at(-1) ?? expect.fail("no direct messages");
  expect(ids(await stored({ is: "whole", channel: `testchat:${inDirect.channel}` }))).toEqual([direct.id]);

  expect(await core.threadsInUse?.("testchat", 1)).toHaveLength(1);
  const used = (await core.threadsInUse?.("testchat", 100)) ?? [];
  expect(used).toEqual(expect.arrayContaining([first, second].map(({ id }) => ({ channel, thread: id }))));
  const [newer, older] = [marked, first].map(({ id }) => used.findIndex(({ thread }) => thread === id));
  expect(newer).toBeLessThan(older ?? -1);
  expect(new Set(used.map((each) => JSON.stringify(each))).size).toBe(used.length);
  expect(await core.threadsInUse?.("discord", 100)).toEqual([]);
});
