import { Routes } from "discord.js";
import { expect, test } from "vitest";
import { snowflakeAt, type Api } from "../../../adapters/discord/api.ts";
import { failureOf } from "../../../adapters/discord/errors.ts";
import { createCatchUp } from "../../../adapters/discord/gateway/catch-up.ts";
import { createChannelDirectory } from "../../../adapters/discord/gateway/channels.ts";
import type { GatewayListener } from "../../../adapters/discord/gateway/listener.ts";
import { createRetry } from "../../../adapters/shared/retry.ts";
import type { PlaceRead } from "../../../adapters/shared/find-deleted.ts";
import { recordingCore } from "../recording-core.ts";
import { keptLog } from "./stage.ts";

const now = Date.parse("2026-01-09T16:30:00Z");
const minute = 60_000;
const [broken, north] = ["310000000000000002", "310000000000000003"];
const asked = snowflakeAt(now - minute);
const ticketEmoji = [{ emoji: { name: "🎫" } }];

type Answer = (query: URLSearchParams) => unknown;

/** Reads back an hour from a Discord that answers by route. `steps`: each call, each event that is passed on, and the search. */
const readBack = async (channels: readonly string[], answers: Readonly<Record<string, Answer>>, servers = ["1"]) => {
  const steps: string[] = [];
  const log = keptLog();
  const sought: PlaceRead[] = [];
  const usual: Readonly<Record<string, Answer>> = {
    [Routes.guildChannels("1")]: () => channels.map((id) => ({ id, type: 0 })),
    [Routes.guildActiveThreads("1")]: () => ({ threads: [] }),
  };
  const api: Api = {
    call: async ({ route, query }, schema) => {
      steps.push(route);
      return schema.parse((answers[route] ?? usual[route])?.(query ?? new URLSearchParams()));
    },
    close: () => {},
  };
  const core = recordingCore();
  core.channels = () => channels.map((id) => `discord:${id}` as const);
  const pause = Object.assign(async () => {}, { end: () => {}, ended: () => false });
  const step = (name: string) => async (body: unknown) =>
    void steps.push(`${name} ${(body as { readonly id?: string }).id ?? ""}`.trim());
  const listener: GatewayListener = {
    interaction: step("interaction"),
    message: step("message"),
    reaction: step("reaction"),
    edit: step("edit"),
    deletion: step("deletion"),
    gone: step("gone"),
  };
  const retry = createRetry({ log, event: "discord.retry", failureOf, now: () => now, pause });
  const findGone = async (places: readonly PlaceRead[]): Promise<void> => {
    sought.push(...places);
    steps.push("the search for deletions");
  };
  const directory = createChannelDirectory(api);
  const deps = { core, api, channels: directory, listener, findGone, log, retry, pause, self: () => null };
  await createCatchUp(deps)(servers, now - 60 * minute);
  const calls = (route: string) => steps.flatMap((each, at) => (each === route ? [at] : []));
  return { steps, calls, sought, log: log.lines.filter((line) => !line.includes("discord.retry")) };
};

const failed = (): never => {
  throw new Error("a fault of Discord");
};

/** A channel with messages, the newest first, as Discord lists it. */
const listing =
  (messages: readonly { readonly id: string }[]): Answer =>
  (query) => {
    const before = BigInt(query.get("before") ?? asked) + (query.has("before") ? 0n : 1n);
    return messages.filter(({ id }) => BigInt(id) < before).slice(0, Number(query.get("limit")));
  };
const secondsBefore = (n: number): string => snowflakeAt(now - minute - n * 1_000);
const reactionsOn = (id: string): string => Routes.channelMessageReaction(north, id, encodeURIComponent("🎫"));

test("a channel that Discord cannot list does not keep the 🎫 of another one from being read", async () => {
  const { steps, calls, log } = await readBack([broken, north], {
    [Routes.channelMessages(broken)]: failed,
    [Routes.channelMessages(north)]: () => [{ id: asked, reactions: ticketEmoji }],
    [reactionsOn(asked)]: () => [{ id: "7" }],
  });
  // Six tries, the work on the others, and six more tries.
  const tries = calls(Routes.channelMessages(broken));
  expect(tries).toHaveLength(12);
  expect(steps.indexOf(`message ${asked}`)).toBeLessThan(tries[6] ?? 0);
  expect(steps.indexOf("reaction")).toBeGreaterThan(tries[5] ?? 0);
  expect(steps.indexOf("reaction")).toBeLessThan(tries[6] ?? 0);
  expect(steps.at(-1)).toBe("the search for deletions");
  expect(log).toEqual([
    `warn discord.catch-up-place-unread {"channel":"${broken}"}`,
    'info discord.caught-up {"places":2}',
  ]);
});

test("of a channel with more messages than are read, the newest are passed on, oldest first", async () => {
  // One each second: all of them are new.
  const all = Array.from({ length: 2_050 }, (_, n) => ({ id: secondsBefore(n) }));
  const { steps, calls, sought, log } = await readBack([north], { [Routes.channelMessages(north)]: listing(all) });
  const passed = steps.filter((each) => each.startsWith("message "));
  expect(passed).toEqual(
    all
      .slice(0, 2_000)
      .map(({ id }) => `message ${id}`)
      .toReversed(),
  );
  expect(calls(Routes.channelMessages(north))).toHaveLength(20);
  expect(sought).toMatchObject([{ from: all[1_999]?.id }]);
  expect(log).toEqual([`warn discord.catch-up-capped {"channel":"${north}"}`, 'info discord.caught-up {"places":1}']);
});

test("a 🎫 and an edit are found on a message of the day before with many newer ones", async () => {
  // One in five minutes: 12 of them are new, and 288 are of the day before.
  const at = (n: number): string => secondsBefore(n * 300);
  const all = Array.from({ length: 450 }, (_, n) => ({
    id: at(n),
    ...(n === 250 || n === 320 ? { reactions: ticketEmoji } : {}),
    ...(n === 220 ? { edited_timestamp: new Date(now - minute).toISOString() } : {}),
  }));
  const { steps, calls, log } = await readBack([north], {
    [Routes.channelMessages(north)]: listing(all),
    [reactionsOn(at(250))]: () => [{ id: "7" }],
  });
  expect(steps.filter((each) => /^(message|edit|reaction)/.test(each))).toEqual([
    ...Array.from({ length: 12 }, (_, n) => `message ${at(11 - n)}`),
    `edit ${at(220)}`,
    "reaction",
  ]);
  expect(calls(Routes.channelMessages(north))).toHaveLength(4);
  expect(log).toEqual(['info discord.caught-up {"places":1}']);
});

test("the newest messages are passed on although Discord fails for older ones", async () => {
  const all = Array.from({ length: 150 }, (_, n) => ({ id: secondsBefore(n) }));
  const { steps, sought, log } = await readBack([broken, north], {
    [Routes.channelMessages(north)]: (query) => (query.has("before") ? failed() : listing(all)(query)),
    [Routes.channelMessages(broken)]: () => [],
  });
  expect(steps).toContain(`message ${all[0]?.id}`);
  // What was not read to its end proves no deletion.
  expect(sought.map(({ place }) => place.channel)).toEqual([`discord:${broken}`]);
  expect(log).toContain(`warn discord.catch-up-place-unread {"channel":"${north}"}`);
});

test("a server for which Discord fails keeps no other one from being read, and is read when Discord works again", async () => {
  let failures = 0;
  const { steps, log } = await readBack(
    [broken, north],
    {
      [Routes.guildChannels("2")]: () => {
        if ((failures += 1) <= 20) failed();
        return [{ id: broken, type: 0 }];
      },
      [Routes.guildActiveThreads("2")]: () => ({ threads: [] }),
      [Routes.guildChannels("1")]: () => [{ id: north, type: 0 }],
      [Routes.channelMessages(north)]: () => [{ id: asked }],
      [Routes.channelMessages(broken)]: () => [{ id: secondsBefore(1) }],
    },
    ["2", "1"],
  );
  const tries = steps.flatMap((each, at) => (each === Routes.guildChannels("2") ? [at] : []));
  expect(steps.indexOf(`message ${asked}`)).toBeLessThan(tries[20] ?? 0);
  expect(steps.indexOf(`message ${secondsBefore(1)}`)).toBeGreaterThan(tries[20] ?? 0);
  expect(log).toEqual(Array.from({ length: 2 }, () => 'info discord.caught-up {"places":1}'));
});
