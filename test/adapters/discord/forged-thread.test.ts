import { expect, test } from "vitest";
import { createReadThread } from "../../../adapters/discord/inbound/read-thread.ts";
import type { ChannelInfo } from "../../../adapters/discord/gateway/channels.ts";

const author = { id: "20", username: "sam" };
const messages: Readonly<Record<string, readonly object[]>> = {
  "30": [{ id: "3001", channel_id: "30", author, content: "It does not play." }],
  "66": [{ id: "6601", channel_id: "66", author, content: "internal: this customer never pays" }],
  "3001": [{ id: "3002", channel_id: "3001", author, content: "Since this morning." }],
};
const channels: Readonly<Record<string, ChannelInfo>> = {
  "30": { is: "channel", guild: "10", takesThreads: true },
  "66": { is: "channel", guild: "10", takesThreads: true },
  "3001": { is: "thread", guild: "10", parent: "30" },
};

/** The queries of the lists of messages that were asked for. */
const queries: string[] = [];

const call = async ({
  route,
  query,
}: {
  readonly route: string;
  readonly query?: URLSearchParams;
}): Promise<unknown> => {
  if (query !== undefined) queries.push(query.toString());
  const [, channel = "", id] = /^\/channels\/(\d+)\/messages(?:\/(\d+))?$/.exec(route) ?? [];
  const all = messages[channel] ?? [];
  return id === undefined ? all : all.find((each) => "id" in each && each.id === id);
};

const readThread = createReadThread({
  api: {
    call: async (asked: { readonly route: string }, schema: { parse(value: unknown): unknown }) =>
      schema.parse(await call(asked)),
  },
  channels: { known: () => null, learn: () => {}, find: async (id: string) => channels[id] },
  self: () => "99",
  ownRoles: () => [],
  complete: async (words: object) => words,
  now: () => 0,
} as unknown as Parameters<typeof createReadThread>[0]);

test("the form reads a thread together with the message that began it", async () => {
  const read = await readThread({ channel: "discord:30", id: "3001" });
  expect(read.ok && read.messages.map(({ text }) => text)).toEqual(["It does not play.", "Since this morning."]);
});

test("a thread is read from a moment on: only its own messages of that time are asked for", async () => {
  queries.length = 0;
  const since = Date.parse("2026-01-12T09:00:00Z");
  const read = await readThread({ channel: "discord:30", id: "3001" }, { since });
  expect(read.ok && read.messages.map(({ text }) => text)).toEqual(["Since this morning."]);
  await readThread({ channel: "discord:30", id: "3001" }, { after: "3002" });
  expect(queries).toEqual([`after=${BigInt(since - 1_420_070_400_000) << 22n}&limit=100`, "after=3002&limit=100"]);
});

test("a form that names another channel as its thread reads no message of that channel", async () => {
  const read = await readThread({ channel: "discord:30", id: "3001", thread: "66" });
  expect(read).toEqual({ ok: false, failure: { kind: "recipientGone", why: "no message where one was" } });
});
