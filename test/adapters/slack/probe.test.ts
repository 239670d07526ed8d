import { afterEach, describe, expect, test } from "vitest";
import type { ChannelRef } from "../../../src/tickets/refs.ts";
import { createSlack } from "../../../adapters/slack/index.ts";
import { startFakeSlack } from "../../support/fake-slack/index.ts";
import type { FakeSlack, FakeSlackOptions } from "../../support/fake-slack/interface.ts";
import { scopes } from "../../../adapters/slack/app-manifest.ts";
import { recordingCore } from "../recording-core.ts";
import { keptLog } from "./stage.ts";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

const probe = (slack: FakeSlack, channels: readonly ChannelRef[]) => {
  const settings = { botToken: slack.botToken, appToken: slack.appToken, signingSecret: null, apiUrl: slack.apiUrl };
  const adapter = createSlack(settings, { core: recordingCore(), log: keptLog(), now: Date.now });
  stops.push(slack.stop, adapter.stop);
  return adapter.probe?.(channels);
};

/** Slack's answers about an app that has not started. */
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

test("the probe finds no fault in a correct app, whose scopes are those of the manifest", async () => {
  expect(await probed({})).toEqual([]);
});

test("the probe says that the app has no Home tab", async () => {
  expect(await probed({ homeTab: false })).toEqual(["the app has no Home tab: give it the manifest of today"]);
});

test("the probe names each missing scope and each channel without the bot", async () => {
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

test("the probe reports an unreachable Slack as a network fault, and blames no token", async () => {
  const slack = await startFakeSlack({});
  const settings = { botToken: slack.botToken, appToken: slack.appToken, signingSecret: null, apiUrl: slack.apiUrl };
  await slack.stop();
  const adapter = createSlack(settings, { core: recordingCore(), log: keptLog(), now: Date.now });
  stops.push(adapter.stop);
  const found = (await adapter.probe?.(["slack:C0TRIAGE"])) ?? [];
  expect(found[0]).toMatch(/^Slack cannot be reached \(.*\): look at the network, a proxy, and SLACK_API_URL$/);
  expect(found.join()).not.toContain("does not take");
});

test("the probe reports a refused token by the name of its variable", async () => {
  expect(await probed({}, { bot: "xoxb-wrong" })).toEqual(["Slack does not take SLACK_BOT_TOKEN: invalid_auth"]);
  expect(await probed({}, { app: "xapp-wrong" })).toEqual(["Slack does not take SLACK_APP_TOKEN: invalid_auth"]);
});

describe("the probe of a desk of 2,000 accounts", () => {
  const many = Array.from({ length: 2_001 }, (_, n) => ({ id: `C0N${n}`, name: `account-${n}`, private: n % 2 === 0 }));
  const refs = many.map(({ id }): ChannelRef => `slack:${id}`);
  const methods = (slack: FakeSlack) => slack.log.flatMap((each) => (each.kind === "call" ? [each.method] : []));

  test("needs few calls, and reports each channel that is archived or lacks the bot", async () => {
    const channels = many.map((channel, n) => ({ ...channel, botIn: n !== 1_500 }));
    const slack = await startFakeSlack({ channels });
    slack.channel("C0N7").archive();
    expect(await probe(slack, refs)).toEqual([
      "slack:C0N7 is archived: name another channel in the desk file",
      "slack:C0N1500: the bot is not in it; type /invite @Plazo there (channel_not_found)",
    ]);
    expect(methods(slack)).toEqual([
      "auth.test",
      "views.publish",
      "apps.connections.open",
      "users.conversations",
      "users.conversations",
      "users.conversations",
      "conversations.info",
      "conversations.info",
    ]);
  });

  test("reports each of many channels without the bot, and asks Slack about few", async () => {
    const slack = await startFakeSlack({ channels: many.map((channel) => ({ ...channel, botIn: false })) });
    expect(await probe(slack, refs)).toHaveLength(2_001);
    expect(methods(slack).length).toBeLessThanOrEqual(25);
  });

  test.each(["channels:read", "groups:read"])(
    "asks without %s about the first channels, and says that it skipped the others",
    async (scope) => {
      const slack = await startFakeSlack({ channels: many, scopes: scopes.filter((each) => each !== scope) });
      expect(await probe(slack, refs)).toEqual([
        expect.stringContaining(`misses the scopes ${scope}`) as string,
        expect.stringMatching(/^1980 more channels were not looked at, .*missing_scope/) as string,
      ]);
      expect(methods(slack)).toHaveLength(25);
    },
  );
});
