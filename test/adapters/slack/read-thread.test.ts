import { WebAPIRateLimitedError, type WebClient } from "@slack/web-api";
import { expect, test } from "vitest";
import { createReadThread } from "../../../adapters/slack/inbound/read-thread.ts";
import { createResolveDetails } from "../../../adapters/slack/inbound/complete.ts";

/** What Slack was asked, and how it answers. */
const startSlack = () => {
  const asked: object[] = [];
  const state = { now: 0, isLimited: false };
  const answer = (found: object) => async (about: object) => {
    asked.push(about);
    if (state.isLimited) throw new WebAPIRateLimitedError(240);
    return found;
  };
  const client = {
    conversations: { replies: answer({ messages: [{ ts: "17.1", user: "U1", text: "It does not play." }] }) },
    files: { info: answer({ file: { name: "player.log", size: 3, mimetype: "text/plain" } }) },
  } as unknown as WebClient;
  const asking = { client, warn: () => {}, now: () => state.now };
  return { asked, state, asking };
};

test("Slack's threads are read from a moment on, and none while Slack limits them", async () => {
  const { asked, state, asking } = startSlack();
  const readThread = createReadThread({
    ...asking,
    profileOf: async () => null,
    complete: async ({ text }) => ({ text, format: [] }),
    home: () => null,
    botUser: () => "U0BOT",
  });
  const message = { channel: "slack:C1", id: "17.1" } as const;
  await readThread(message, { since: 1_768_208_400_123 });
  await readThread(message, { after: "17.4" });
  expect(asked).toMatchObject([{ oldest: "1768208400.123000" }, { oldest: "17.4" }]);

  state.isLimited = true;
  const limited = { ok: false, failure: { kind: "waitUntil", until: 240_000 } };
  expect(await readThread(message)).toMatchObject(limited);
  expect(await readThread({ ...message, channel: "slack:C2" })).toMatchObject(limited);
  expect(asked).toHaveLength(3);
  state.isLimited = false;
  state.now = 240_000;
  expect(await readThread(message)).toMatchObject({ ok: true });
});

test("files of other workspaces have a budget per person, and none is asked for while Slack limits them", async () => {
  const { asked, state, asking } = startSlack();
  const complete = createResolveDetails(asking, {
    profileOf: async () => null,
    mentioned: async () => null,
    channelNames: { nameFor: async () => null },
    core: {},
  });
  /** The names that the files of a message get; null for those without one. */
  const namesFor = async (user: string, ...ids: readonly string[]): Promise<readonly (string | null)[]> => {
    const files = ids.map((id) => ({ id, name: id, size: 0, type: "", unseen: true }) as const);
    const found = await complete({ text: "", files }, { by: { user: `slack:${user}` }, channel: "slack:C1" });
    return (found.files ?? []).map(({ name, unseen }) => (unseen === true ? null : name));
  };
  for (let n = 0; n < 30; n += 1) await namesFor("U1", `F${n}`);
  expect(asked, "one person").toHaveLength(20);
  expect(await namesFor("U1", "F3", "F29"), "what is known costs nothing").toEqual(["player.log", null]);
  expect(await namesFor("U2", "G1")).toEqual(["player.log"]);
  expect(asked).toHaveLength(21);

  state.now = 120_000;
  state.isLimited = true;
  for (let n = 0; n < 5; n += 1) expect(await namesFor("U2", `H${n}`)).toEqual([null]);
  expect(asked, "asked once").toHaveLength(22);
  state.isLimited = false;
  state.now = 360_000;
  expect(await namesFor("U2", "H0")).toEqual(["player.log"]);
});
