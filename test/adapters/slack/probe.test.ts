import { afterEach, expect, test } from "vitest";
import { createSlack } from "../../../adapters/slack/index.ts";
import { startFakeSlack, type FakeSlackOptions } from "../../support/fake-slack/index.ts";
import { scopes } from "../../../adapters/slack/manifest.ts";
import { recordingCore } from "../recording-core.ts";
import { keptLog } from "./stage.ts";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

/** What a Slack of this kind has to say about an app that has not been started. */
const probed = async (options: FakeSlackOptions, tokens: { readonly bot?: string; readonly app?: string } = {}) => {
  const slack = await startFakeSlack({
    channels: [
      { id: "C0TRIAGE", name: "triage" },
      { id: "C0ACME", name: "acme", private: true },
    ],
    ...options,
  });
  const settings = {
    botToken: tokens.bot ?? slack.botToken,
    appToken: tokens.app ?? slack.appToken,
    signingSecret: null,
    apiUrl: slack.apiUrl,
  };
  const adapter = createSlack(settings, { core: recordingCore(), log: keptLog(), now: Date.now });
  stops.push(slack.stop, adapter.stop);
  return adapter.probe?.(["slack:C0TRIAGE", "slack:C0ACME"]);
};

test("an app that is set up right has nothing wrong, with the scopes of its manifest and no other", async () => {
  expect(await probed({})).toEqual([]);
});

test("missing scopes and channels without the bot are told, each by name", async () => {
  const channels = [
    { id: "C0TRIAGE", name: "triage", botIn: false },
    { id: "C0ACME", name: "acme", private: true, botIn: false },
  ];
  const fewer = scopes.filter((each) => each !== "reactions:write" && each !== "users:read");
  expect(await probed({ channels, scopes: fewer })).toEqual([
    "the app misses the scopes users:read, reactions:write: give it the manifest of today, and install it again",
    "slack:C0TRIAGE: the bot is not in it; type /invite @Plazo there (not_in_channel)",
    "slack:C0ACME: the bot is not in it; type /invite @Plazo there (channel_not_found)",
  ]);
  expect(await probed({ channels: [] })).toHaveLength(2);
});

test("a token that is refused is told by the name of its variable", async () => {
  expect(await probed({}, { bot: "xoxb-wrong" })).toEqual(["Slack does not take SLACK_BOT_TOKEN: invalid_auth"]);
  expect(await probed({}, { app: "xapp-wrong" })).toEqual(["Slack does not take SLACK_APP_TOKEN: invalid_auth"]);
});
