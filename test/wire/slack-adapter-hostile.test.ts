import { afterEach, beforeEach, expect, it } from "vitest";
import { recordingCore, type RecordingCore } from "../adapters/recording-core.ts";
import { openSlack, type SlackStage } from "../adapters/slack/stage.ts";
import { fastestRunAwaited } from "../hostile/fastest-run.ts";
import { hostileForwards } from "../hostile/forwards.ts";
import { signature } from "../support/fake-slack/delivery.ts";

let stage: SlackStage;
let core: RecordingCore;
beforeEach(async () => {
  core = recordingCore();
  stage = await openSlack("http", core);
});
afterEach(() => stage.stop());

const send = async (ts: string, rest: object): Promise<number> => {
  const body = JSON.stringify({
    type: "event_callback",
    team_id: "T0FAKE",
    event: { type: "message", channel: "C0ACME", user: "U0CARLA", ts, text: "look", ...rest },
  });
  const headers = signature(stage.slack.signingSecret, body, Math.floor(stage.slack.now() / 1000));
  const sent = await fetch(stage.url, {
    method: "POST",
    body,
    headers: { ...headers, "content-type": "application/json" },
  });
  return sent.status;
};

/** How long (ms of computing) the adapter may take, with Bolt and the fake Slack in the same process. */
const allowedMs = 150;

it.each(Object.entries(hostileForwards))("the adapter acknowledges %s soon", async (_, rest) => {
  await send("1768200000.000001", {});
  let count = 1;
  const ms = await fastestRunAwaited(async () => {
    count += 1;
    expect(await send(`1768200000.00000${count}`, rest)).toBe(200);
  }, allowedMs);
  expect(core.accepted.size).toBe(count);
  expect(ms).toBeLessThan(allowedMs);
});
