import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { createDiscord } from "../../../adapters/discord/index.ts";
import { needed, permissionsIn } from "../../../adapters/discord/gateway/permissions.ts";
import type { ChannelRef } from "../../../src/tickets/refs.ts";
import { startFakeDiscord } from "../../support/fake-discord/index.ts";
import type { FakeDiscord, FakeDiscordOptions } from "../../support/fake-discord/interface.ts";
import { recordingCore } from "../recording-core.ts";
import { connect, keptLog } from "./stage.ts";

const triage = "discord:310000000000000001";
const acme = "discord:310000000000000002";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

const fake = async (options: FakeDiscordOptions = {}): Promise<FakeDiscord> => {
  const discord = await startFakeDiscord(options);
  stops.push(discord.stop);
  return discord;
};
/** Discord's answers about an application that runs or ran before. */
const probed = async (
  discord: FakeDiscord,
  channels: readonly ChannelRef[] = [triage, acme],
  token = discord.token,
) => {
  const means = { core: recordingCore(), log: keptLog(), now: Date.now };
  const adapter = createDiscord({ token, apiUrl: discord.apiUrl }, means);
  stops.push(adapter.stop);
  return adapter.probe?.(channels);
};
const started = async (discord: FakeDiscord): Promise<void> => {
  const adapter = await connect(discord, recordingCore(), keptLog());
  await adapter.stop();
};

/** The permissions in the invitation of docs/discord.md. */
const invited = BigInt(
  /permissions=(\d+)/.exec(readFileSync(join(import.meta.dirname, "../../../docs/discord.md"), "utf8"))?.[1] ?? "0",
);

test("the invitation in docs/discord.md grants exactly the permissions that the bot needs", async () => {
  expect(invited).toBe(needed.reduce((sum, [, bit]) => sum | bit, 0n));
  const discord = await fake({ permissions: invited });
  await started(discord);
  expect(await probed(discord)).toEqual([]);
});

test.each(needed.filter(([name]) => name !== "View Channels"))(
  "the probe reports an invitation without %s, for each channel",
  async (name, bit) => {
    const discord = await fake({ permissions: invited & ~bit });
    await started(discord);
    expect(await probed(discord)).toEqual(
      [triage, acme].map((channel) => `${channel}: the bot is not allowed to ${name} there`),
    );
  },
);

test("the probe reports each channel that is private, deleted or of another kind", async () => {
  const discord = await fake({
    channels: [
      { id: "310000000000000001", name: "triage" },
      { id: "310000000000000002", name: "acme" },
      { id: "310000000000000003", name: "voice", kind: "voice" },
    ],
  });
  await started(discord);
  discord.channel("310000000000000001").allow({ view: false });
  discord.channel("310000000000000002").allow({ send: false });
  expect(await probed(discord, [triage, acme, "discord:310000000000000003", "discord:310000000000000009"])).toEqual([
    `${triage}: the bot does not see it; invite it to the server, and to the channel (50001 MissingAccess)`,
    `${acme}: the bot is not allowed to Send Messages there`,
    "discord:310000000000000003 is no text channel",
    "discord:310000000000000009: the bot does not see it; invite it to the server, and to the channel (10003 UnknownChannel)",
  ]);
});

test("the probe needs few calls for a desk of 500 channels", async () => {
  const channels = Array.from({ length: 500 }, (_, n) => ({
    id: String(310000000000001000n + BigInt(n)),
    name: `n${n}`,
  }));
  const discord = await fake({ channels });
  await started(discord);
  const before = discord.calls.length;
  expect(
    await probed(
      discord,
      channels.map(({ id }): ChannelRef => `discord:${id}`),
    ),
  ).toEqual([]);
  expect(discord.calls.slice(before).map(({ operation }) => operation)).toEqual([
    "get_my_application",
    "get_my_user",
    "list_application_commands",
    "get_channel",
    "list_guild_channels",
    "get_guild",
    "get_guild_member",
  ]);
});

test("the probe reports a missing intent, unregistered commands and a refused token", async () => {
  const discord = await fake({ contentIntent: false });
  expect(await probed(discord)).toEqual([
    "switch on the Message Content Intent (Discord Developer Portal, your application, Bot)",
    "Discord does not know our commands yet: the next start makes them known",
  ]);
  expect(await probed(discord, [], "wrong.token")).toEqual(["Discord does not answer DISCORD_TOKEN: HTTP 401"]);
});

describe("the permissions of a member in a channel", () => {
  const [view, send] = [1n << 10n, 1n << 11n];
  const member = {
    guild: "1",
    user: "2",
    roles: ["3", "4"],
    known: [
      { id: "1", permissions: view },
      { id: "3", permissions: send },
      { id: "4", permissions: 0n },
      { id: "5", permissions: 1n << 20n },
    ],
  };
  const none = { allow: 0n, deny: 0n };

  test.each([
    ["come from the everyone role and their own roles, not from other roles", [], view | send],
    ["follow the everyone exception first", [{ ...none, id: "1", deny: send }], view],
    [
      "follow a role's exception before the everyone exception",
      [
        { ...none, id: "3", allow: send },
        { ...none, id: "1", deny: send },
      ],
      view | send,
    ],
    [
      "are granted if one of their roles allows and another denies",
      [
        { ...none, id: "3", allow: view },
        { ...none, id: "4", deny: view },
      ],
      view | send,
    ],
    [
      "follow the member's own exception last",
      [
        { ...none, id: "2", deny: view },
        { ...none, id: "3", allow: view },
      ],
      send,
    ],
    ["ignore exceptions for roles of other members", [{ ...none, id: "5", deny: view }], view | send],
  ])("%s", (_, overwrites, may) => {
    expect(permissionsIn(member, overwrites)).toBe(may);
  });

  test("an administrator may do everything, whatever the channel denies", () => {
    const known = [{ id: "1", permissions: 8n }];
    expect(permissionsIn({ ...member, known }, [{ ...none, id: "2", deny: view }]) & view).toBe(view);
  });
});

const forum = "discord:310000000000000005";
const withForum = (of: { needsTag?: boolean; tags?: { id: string; name: string; moderated: boolean }[] } = {}) => [
  { id: "310000000000000005", name: "help", kind: "forum" as const, ...of },
];

test("the probe treats a forum like other channels, and names missing permissions as a forum's settings do", async () => {
  const discord = await fake({ channels: withForum() });
  await started(discord);
  expect(await probed(discord, [forum])).toEqual([]);
  discord.channel("310000000000000005").allow({ send: false, sendInThreads: false, thread: false });
  expect(await probed(discord, [forum])).toEqual([
    `${forum}: the bot is not allowed to Create Posts, Send Messages in Posts there`,
  ]);
});

test.each([
  [[], ["requires a tag and has none: add a tag, or do not require one"]],
  [
    [true],
    ["requires a tag and only moderators may choose its tags: add another tag, or allow the bot to Manage Posts there"],
  ],
  [[true, false], []],
] as const)(
  "the probe reports a forum that requires one of the tags %j if the bot may choose none",
  async (moderated, posted) => {
    const tags = moderated.map((each, n) => ({ id: `51000000000000000${n}`, name: `tag ${n}`, moderated: each }));
    const discord = await fake({ channels: withForum({ needsTag: true, tags }) });
    await started(discord);
    expect(await probed(discord, [forum])).toEqual(posted.map((each) => `${forum}: the forum ${each}`));
  },
);
