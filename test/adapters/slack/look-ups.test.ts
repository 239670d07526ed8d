import { LogLevel, WebClient } from "@slack/web-api";
import { expect, test } from "vitest";
import { createChannelNames } from "../../../adapters/slack/inbound/channel-names.ts";
import { createResolveDetails } from "../../../adapters/slack/inbound/complete.ts";
import { createProfiles } from "../../../adapters/slack/inbound/names.ts";
import { createWarnOncePerMinute } from "../../../src/chat/refusals.ts";
import { quiet } from "../../http/open-listener.ts";

test("a look-up that Slack refuses is logged once a minute, however many names and files a message has", async () => {
  const lines: object[] = [];
  let now = 0;
  const warn = createWarnOncePerMinute(
    { ...quiet, warn: (about, text) => void lines.push({ ...about, text }) },
    () => now,
  );
  // A port without a listener refuses at once.
  const client = new WebClient("xoxb-1", {
    slackApiUrl: "http://127.0.0.1:9/",
    retryConfig: { retries: 0 },
    logLevel: LogLevel.ERROR,
  });
  const asking = { client, warn, now: () => now };
  const { profileOf, mentioned } = createProfiles(asking, () => null);
  const channelNames = createChannelNames(asking);
  const complete = createResolveDetails(asking, { profileOf, mentioned, channelNames, core: {} });
  const asker = { by: { user: "slack:U1" }, channel: "slack:C1" } as const;
  const files = ["F1", "F2"].map((id) => ({ id, name: id, size: 1, type: "", unseen: true }) as const);
  for (const user of ["U1", "U2", "U3"]) expect(await profileOf(user)).toBeNull();
  for (const channel of ["C1", "C2"]) expect(await channelNames.nameOf(channel)).toBeNull();
  expect((await complete({ text: "Two logs", files }, asker)).files).toEqual(files);
  expect(lines).toHaveLength(1);
  now = 60_000;
  await profileOf("U4");
  expect(lines.at(-1)).toMatchObject({ user: "U4", notLogged: 6 });
});

test("the name of a private channel is told to people of its account and to staff only", async () => {
  const info = async ({ channel }: { readonly channel: string }) => ({
    channel: { name: `name of ${channel}`, is_private: channel !== "COPEN" },
  });
  const client = { conversations: { info } } as unknown as WebClient;
  const { nameFor } = createChannelNames({ client, warn: () => {}, now: () => 0 });
  const told = async (isMember: boolean, ...shown: readonly string[]) => {
    const viewer = { user: "slack:U1", isMember, channels: new Set(shown) };
    const found = await Promise.all(
      ["COPEN", "COWN", "CSECRET"].map(async (id) => ((await nameFor(id, viewer)) ? id : "")),
    );
    return found.join(" ").trim();
  };
  expect(await told(false, "COWN")).toBe("COWN");
  expect(await told(true, "COWN")).toBe("COPEN COWN");
  expect(await told(true, "COWN", "CSECRET")).toBe("COPEN COWN CSECRET");
});
