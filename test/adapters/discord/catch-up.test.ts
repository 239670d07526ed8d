import { Routes } from "discord.js";
import { expect, test } from "vitest";
import { snowflakeAt, type Api } from "../../../adapters/discord/api.ts";
import { failureOf } from "../../../adapters/discord/errors.ts";
import { createCatchUp } from "../../../adapters/discord/gateway/catch-up.ts";
import { createChannelDirectory } from "../../../adapters/discord/gateway/channels.ts";
import type { GatewayListener } from "../../../adapters/discord/gateway/listener.ts";
import { createRetry } from "../../../adapters/shared/retry.ts";
import { recordingCore } from "../recording-core.ts";
import { keptLog } from "./stage.ts";

const now = Date.parse("2026-01-09T16:30:00Z");
const [broken, north] = ["310000000000000002", "310000000000000003"];
const asked = snowflakeAt(now - 60_000);

test("a channel that Discord cannot list does not keep the 🎫 of another one from being read", async () => {
  const steps: string[] = [];
  const answers: Readonly<Record<string, unknown>> = {
    [Routes.guildChannels("1")]: [broken, north].map((id) => ({ id, type: 0 })),
    [Routes.guildActiveThreads("1")]: { threads: [] },
    [Routes.channelMessages(north)]: [{ id: asked, reactions: [{ emoji: { name: "🎫" } }] }],
    [Routes.channelMessageReaction(north, asked, encodeURIComponent("🎫"))]: [{ id: "7" }],
  };
  const api: Api = {
    call: async ({ route }, schema) => {
      steps.push(route);
      if (route === Routes.channelMessages(broken)) throw new Error("a fault of Discord");
      return schema.parse(answers[route]);
    },
    close: () => {},
  };
  const log = keptLog();
  const core = recordingCore();
  core.channels = () => [broken, north].map((id) => `discord:${id}` as const);
  const pause = Object.assign(async () => {}, { end: () => {}, ended: () => false });
  const step = (name: string) => async (): Promise<void> => void steps.push(name);
  const listener: GatewayListener = {
    interaction: step("interaction"),
    message: step("message"),
    reaction: step("reaction"),
    edit: step("edit"),
    deletion: step("deletion"),
    gone: step("gone"),
  };
  const retry = createRetry({ log, event: "discord.retry", failureOf, now: () => now, pause });
  const channels = createChannelDirectory(api);
  const findGone = step("the search for deletions");
  await createCatchUp({ core, api, channels, listener, findGone, log, retry, pause, self: () => null })(
    ["1"],
    now - 3_600_000,
  );
  // Six tries, the work on the others, and six more tries.
  const tries = steps.flatMap((each, at) => (each === Routes.channelMessages(broken) ? [at] : []));
  expect(tries).toHaveLength(12);
  expect(steps.indexOf("message")).toBeLessThan(tries[6] ?? 0);
  expect(steps.indexOf("reaction")).toBeGreaterThan(tries[5] ?? 0);
  expect(steps.indexOf("reaction")).toBeLessThan(tries[6] ?? 0);
  expect(steps.at(-1)).toBe("the search for deletions");
  expect(log.lines.filter((line) => !line.includes("discord.retry"))).toEqual([
    `warn discord.catch-up-place-unread {"channel":"${broken}"}`,
    'info discord.caught-up {"places":2}',
  ]);
});
