import { afterEach, expect, it } from "vitest";
import { recordingCore } from "../adapters/recording-core.ts";
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
