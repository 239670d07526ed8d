import { expect, test } from "vitest";
import type { Api } from "../../../adapters/discord/api.ts";
import { createChannelDirectory } from "../../../adapters/discord/gateway/channels.ts";
import { createThreads } from "../../../adapters/discord/outbound/threads.ts";

const channel = "310000000000000001";
const root = "320000000000000001";

test("a thread below a channel of an unknown server stays unknown, so that its messages pass the check of their server", async () => {
  const api = { call: async () => ({}), close: () => {} } as unknown as Api;
  const channels = createChannelDirectory(api);
  const threads = createThreads(api, channels);
  await threads.begin(channel, root, "T-1001");
  expect(channels.known(root)).toBeNull();
  channels.learn(channel, { is: "channel", guild: "1", takesThreads: true });
  await threads.begin(channel, root, "T-1001");
  expect(channels.known(root)).toEqual({ is: "thread", guild: "1", parent: channel });
});
