import { expect, onTestFinished, test } from "vitest";
import { createSocketReceiver } from "../../../adapters/slack/receive/receiver-socket.ts";
import { createPause } from "../../../adapters/shared/waiting.ts";
import { App } from "@slack/bolt";
import { startFakeSlack } from "../../support/fake-slack/index.ts";
import { silent } from "../playground/open-playground.ts";
import { recordingCore } from "../recording-core.ts";
import { openSlack, type Mode } from "./stage.ts";

/** Events that a socket received, as numbers of their repeats. */
const received = async () => {
  const slack = await startFakeSlack();
  const retries: (number | null)[] = [];
  const receiver = createSocketReceiver({
    appToken: slack.appToken,
    apiUrl: slack.apiUrl,
    pause: createPause(),
    back: () => {},
    checks: {
      log: silent,
      home: () => null,
      admit: () => () => {},
      now: slack.now,
      refusals: () => {},
      refusedEvents: { refused: () => {}, received: (_, retry) => void retries.push(retry), readBack: () => {} },
    },
  });
  const app = new App({ receiver, authorize: async () => ({ botToken: slack.botToken, botUserId: slack.botUser }) });
  slack.deliverTo("socket");
  onTestFinished(async () => {
    await app.stop();
    await slack.stop();
  });
  await app.start();
  return { slack, retries };
};

test("Slack numbers its first try 0 in Socket Mode, and that is no repeat", async () => {
  const { slack, retries } = await received();
  await slack.user("U0CARLA").writes("C0ACME", "Hello");
  const { payload } = slack.sent.at(-1)?.attempt ?? {};
  await slack.deliver({ kind: "event", payload: payload ?? {}, retry: { num: 2, reason: "timeout" } });
  expect(retries).toEqual([null, 2]);
});

test.each(["socket", "http"] as const satisfies readonly Mode[])(
  "what Slack sends once more is a repeat for the core, so that a refusal is told once: %s",
  async (mode) => {
    const core = recordingCore();
    const stage = await openSlack(mode, core, { ackTimeout: 100 });
    onTestFinished(() => stage.stop());
    const repeats: (boolean | undefined)[] = [];
    const { accept } = core;
    core.accept = async (event, answer, isRepeat) => {
      repeats.push(isRepeat);
      await accept(event, answer, isRepeat);
    };
    core.failing = 1;
    const carla = stage.slack.user("U0CARLA");
    const message = await carla.writes("C0ACME", "<@U0PLAZO> everything is down", { mention: true });
    while (stage.slack.unacknowledged > 0) await stage.slack.redeliver();
    await carla.reacts({ channel: "C0ACME", ts: message.ts });
    await core.until(2);
    expect([repeats[0], repeats.at(-1), repeats.filter((each) => each === true).length]).toEqual([false, false, 1]);
  },
);
