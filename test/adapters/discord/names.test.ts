import { beforeEach, expect, test } from "vitest";
import type { Api } from "../../../adapters/discord/api.ts";
import { createChannelDirectory } from "../../../adapters/discord/gateway/channels.ts";
import { createGatewayNames } from "../../../adapters/discord/gateway/gateway-names.ts";
import { createNames, type DiscordNames } from "../../../adapters/discord/inbound/complete.ts";
import type { Mention } from "../../../src/chat/reading/mentions.ts";
import type { ChannelRef } from "../../../src/tickets/refs.ts";

const guild = "300";
const view = String(1 << 10);
const [open, own, secret, thread, hiddenThread, privateThread, elsewhere] = [
  "1",
  "2",
  "3",
  "4",
  "5",
  "6",
  "7",
] as const;
const hidden = [{ id: guild, type: 0, allow: "0", deny: view }];
let calls: string[];
let shown: readonly ChannelRef[];
let names: DiscordNames;

beforeEach(() => {
  calls = [];
  shown = [`discord:${own}`];
  const call = async ({ route }: { readonly route: string }) => {
    calls.push(route);
    return { username: "oliver", global_name: "Oliver" };
  };
  const api = { call, close: () => {} } as unknown as Api;
  const channels = createChannelDirectory(api);
  channels.learn(own, { is: "channel", guild, takesThreads: true });
  channels.learn("8", { is: "direct" });
  const gateway = createGatewayNames();
  const everyone = (id: string) => ({ id, name: "@everyone", permissions: view });
  gateway.learnGuild({
    id: guild,
    roles: [everyone(guild), { id: "301", name: "Video team", permissions: "0" }],
    channels: [
      { id: open, type: 0, name: "open" },
      { id: own, type: 0, name: "acme", permission_overwrites: hidden },
      { id: secret, type: 0, name: "acme-leaves-us", permission_overwrites: hidden },
    ],
    threads: [
      { id: thread, type: 11, parent_id: own, name: "T-1001" },
      { id: hiddenThread, type: 11, parent_id: secret, name: "lawyers" },
      { id: privateThread, type: 12, parent_id: own, name: "prices" },
    ],
  });
  gateway.learnGuild({ id: "400", roles: [everyone("400")], channels: [{ id: elsewhere, type: 0, name: "other" }] });
  names = createNames({ api, core: { channelsShownTo: () => shown }, channels, names: gateway, now: () => 0 });
});

/** How a mention reads after the names are filled in. */
const reads = async (is: Mention["is"], id: string, channel: string = own): Promise<string> => {
  const mention = { is, id, from: 0, to: 1 };
  const by = { user: "discord:200" } as const;
  return (await names.resolve({ text: "?", mentions: [mention] }, { by, channel: `discord:${channel}` })).text;
};

test.each([
  ["that everyone in the server may see", open, "#open"],
  ["of the person's own account", own, "#acme"],
  ["that only some members may see", secret, "?"],
  ["of another server", elsewhere, "?"],
  ["that the gateway did not name", "999", "?"],
  ["that is a public thread of their own channel", thread, "#T-1001"],
  ["that is a public thread of a hidden channel", hiddenThread, "?"],
  ["that is a private thread", privateThread, "?"],
])("a channel %s", async (_, id, text) => {
  expect(await reads("channel", id)).toBe(text);
  expect(calls).toEqual([]);
});

test("in direct messages only the account's own channels have names, and staff read those of the desk", async () => {
  expect([await reads("channel", open, "8"), await reads("channel", own, "8")]).toEqual(["?", "#acme"]);
  shown = [`discord:${secret}`];
  expect(await reads("channel", secret, "8")).toBe("#acme-leaves-us");
  expect(await names.nameOf({ channel: `discord:${secret}` })).toBe("acme-leaves-us");
});

test("a role has its name in its own server, and a person is asked for once", async () => {
  expect([await reads("group", "301"), await reads("group", "301", "8")]).toEqual(["@Video\u00A0team", "?"]);
  expect([await reads("user", "201"), await reads("user", "201")]).toEqual(["@Oliver", "@Oliver"]);
  expect(calls).toEqual(["/users/201"]);
});
