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
  const profileOf = createProfiles(client, warn, () => null);
  const channelNameOf = createChannelNames(client, warn);
  const complete = createResolveDetails(client, warn, { profileOf, channelNameOf });
  const files = ["F1", "F2"].map((id) => ({ id, name: id, size: 1, type: "", unseen: true }) as const);
  for (const user of ["U1", "U2", "U3"]) expect(await profileOf(user)).toBeNull();
  for (const channel of ["C1", "C2"]) expect(await channelNameOf(channel)).toBeNull();
  expect((await complete({ text: "Two logs", files })).files).toEqual(files);
  expect(lines).toHaveLength(1);
  now = 60_000;
  await profileOf("U4");
  expect(lines.at(-1)).toMatchObject({ user: "U4", notLogged: 6 });
});
