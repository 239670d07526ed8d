import { afterEach, expect, it } from "vitest";
import { plainCard, recordingCore } from "../adapters/recording-core.ts";
import { openSlack, type SlackStage } from "../adapters/slack/stage.ts";

let stage: SlackStage;
afterEach(() => stage.stop());

const texts = (core: ReturnType<typeof recordingCore>) =>
  [...core.accepted.values()].map((each) => (each.kind === "message" ? each.text : ""));

it("two connections are open as soon as the adapter is ready", async () => {
  stage = await openSlack("socket", recordingCore());
  expect(stage.slack.sockets.count()).toBe(2);
});

it.each(["warning", "refresh_requested"] as const)(
  "nothing is lost while Slack renews each connection in turn: %s",
  async (reason) => {
    const core = recordingCore();
    stage = await openSlack("socket", core);
    const { slack } = stage;
    for (let round = 0; round < 4; round++) {
      slack.sockets.refresh(0, reason);
      await Promise.all(Array.from({ length: 10 }, (_, n) => slack.user("U0CARLA").writes("C0ACME", `${round}.${n}`)));
      await slack.sockets.opened(2);
    }
    // Slack sends an envelope of a closing connection again through another one.
    while (slack.unacknowledged > 0) await slack.redeliver();
    expect(slack.lost).toEqual([]);
    expect(new Set(texts(core)).size).toBe(40);
    expect(core.accepted.size).toBe(40);
  },
);

it("one connection works while the other is cut, and the cut one comes back", async () => {
  const core = recordingCore();
  stage = await openSlack("socket", core);
  const { slack, adapter } = stage;
  slack.sockets.drop(0);
  await slack.user("U0CARLA").writes("C0ACME", "still there?");
  while (slack.unacknowledged > 0) await slack.redeliver();
  expect(texts(core)).toEqual(["still there?"]);
  expect(adapter.notReady()).toBeNull();
  await slack.sockets.opened(2);
});

it("the adapter is not ready while every connection is gone, and recovers by itself", async () => {
  const core = recordingCore();
  stage = await openSlack("socket", core);
  const { slack, adapter } = stage;
  slack.fail("apps.connections.open", { status: 503 }, { times: 2 });
  slack.sockets.drop(1);
  slack.sockets.drop(0);
  await expect.poll(() => adapter.notReady(), { interval: 5 }).toBe("every connection to Slack is lost");
  await slack.user("U0CARLA").writes("C0ACME", "into the void");
  expect(slack.unacknowledged).toBe(1);
  await slack.sockets.opened(2);
  await slack.redeliver();
  expect(texts(core)).toEqual(["into the void"]);
  expect(adapter.notReady()).toBeNull();
});

it.each([
  "not json",
  "{}",
  "[]",
  "null",
  '{"type":"events_api","envelope_id":"1"}',
  '{"type":"events_api","envelope_id":"1","payload":{"event":null}}',
  '{"type":"interactive","payload":7}',
])("an unreadable envelope does no harm: %s", async (text) => {
  const core = recordingCore();
  stage = await openSlack("socket", core);
  stage.slack.sockets.send(0, text);
  stage.slack.sockets.send(1, text);
  await stage.slack.user("U0CARLA").writes("C0ACME", "one");
  await stage.slack.user("U0CARLA").writes("C0ACME", "two");
  expect(texts(core)).toEqual(["one", "two"]);
});

it("every connection is closed when the adapter stops", async () => {
  stage = await openSlack("socket", recordingCore());
  await stage.adapter.stop();
  expect(stage.adapter.notReady()).not.toBeNull();
  await expect.poll(() => stage.slack.sockets.count()).toBe(0);
  expect(stage.slack.sockets.total()).toBe(2);
});

const minutes = 60_000;

it("what people did while the machine was suspended is read back, although Plazo notices the loss only after it", async () => {
  let now = Date.parse("2026-01-12T09:00:00Z");
  const core = Object.assign(recordingCore(), { channels: () => ["slack:C0ACME"] as const });
  stage = await openSlack("socket", core, { now: () => now });
  const { slack } = stage;
  await slack.sockets.opened(2);
  slack.deliverTo(null);
  now += 60 * minutes;
  await slack.user("U0CARLA").writes("C0ACME", `<@${slack.botUser}> help`, { raw: true });
  while (slack.unacknowledged > 0) await slack.redeliver();
  now += 60 * minutes;
  slack.sockets.drop(1);
  slack.sockets.drop(0);
  await core.until(1);
  expect([...core.accepted.values()]).toMatchObject([{ kind: "message", text: "help" }]);
});

it("what people did while every connection was lost for half an hour is read back, once, and in the way of live events", async () => {
  let now = Date.parse("2026-01-05T16:30:00Z");
  const core = recordingCore();
  stage = await openSlack("socket", core, { now: () => now });
  const { slack } = stage;
  const direct = slack.dm("U0CARLA").id;
  const carla = slack.user("U0CARLA");
  const longAgo = await carla.writes("C0ACME", "An earlier root");
  now = Date.parse("2026-01-09T16:30:00Z");
  const begun = await carla.writes("C0ACME", "The root");
  now += minutes;
  const below = (text: string) => carla.writes("C0ACME", text, { thread: begun.ts });
  const [changed, removed, stays] = [await below("wrong words"), await below("my password"), await below("stays")];
  const before = core.accepted.size;
  // Slack's plan or retention hides old messages, and answers as if they were deleted.
  const hidden = `${longAgo.ts.slice(0, -1)}9`;
  const neverWas = `${begun.ts.slice(0, -1)}9`;
  const olderThanAllListed = begun.ts;
  core.channels = () => ["slack:C0ACME"];
  core.directs = async () => [`slack:${direct}`];
  // The bot cannot read the second channel any more, which is no proof of a deletion.
  core.threadsInUse = async () =>
    ["C0ACME", "C0TECH"].map((id) => ({ channel: `slack:${id}` as const, thread: begun.ts }));
  slack.channel("C0TECH").removeBot();
  const stored = {
    thread: [changed.ts, removed.ts, stays.ts, neverWas, hidden],
    whole: [olderThanAllListed],
    roots: [],
  };
  core.storedMessages = async ({ is }, { from }) =>
    stored[is].filter((id) => id >= from).map((id) => ({ id, threads: [] }));

  slack.fail("apps.connections.open", { status: 503 }, { times: 2 });
  slack.sockets.drop(1);
  slack.sockets.drop(0);
  await expect.poll(() => slack.sockets.count(), { interval: 5 }).toBe(0);
  now += 2 * minutes;
  const answer = await below("meanwhile");
  await carla.edits(changed, "right words");
  await carla.deletes(removed);
  const mention = await carla.writes("C0ACME", `<@${slack.botUser}> help`, { raw: true });
  const asked = await carla.writes(direct, "Anybody there?");
  await carla.writes(direct, "hinted");
  await slack.user("U0ANA").reacts(begun);
  expect(slack.unacknowledged).toBe(7);
  now += 30 * minutes;
  slack.fail("conversations.replies", { status: 502 });
  const hint = { kind: "private", card: plainCard("Not here") } as const;
  core.answer = (each) => ("text" in each && each.text === "hinted" ? hint : { kind: "work" });
  await slack.sockets.opened(2);
  await core.until(before + 7);
  const late = [...core.accepted.values()].slice(before).map((each) => {
    const { id = "" } = "message" in each ? each.message : {};
    return `${each.kind} ${id} ${"text" in each ? each.text : each.by.user}`;
  });
  expect(late.toSorted()).toEqual(
    [
      `message ${answer.ts} meanwhile`,
      `edited ${changed.ts} right words`,
      `deleted ${removed.ts} slack:nobody`,
      `deleted ${neverWas} slack:nobody`,
      `message ${mention.ts} help`,
      `message ${asked.ts} Anybody there?`,
      `react ${begun.ts} slack:U0ANA`,
    ].toSorted(),
  );
  expect(carla.privates).toEqual([]);
  // Slack repeats the same events late.
  while (slack.unacknowledged > 0) await slack.redeliver();
  expect(core.accepted.size).toBe(before + 7);
});
