import { afterEach, expect, it } from "vitest";
import { snowflakeAt } from "../../adapters/discord/api.ts";
import { createDiscord } from "../../adapters/discord/index.ts";
import { connect, keptLog, openDiscord, type DiscordStage } from "../adapters/discord/stage.ts";
import { delivered, plainCard, recordingCore, type RecordingCore } from "../adapters/recording-core.ts";
import { startFakeDiscord } from "../support/fake-discord/index.ts";
import type { FakeDiscord } from "../support/fake-discord/interface.ts";

const triage = "310000000000000001";
const acme = "310000000000000002";
const north = "310000000000000003";
const luis = "210000000000000002";
const carla = "210000000000000004";
const hour = 3_600_000;

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

const open = async (core: RecordingCore, now?: () => number): Promise<DiscordStage> => {
  const stage = await openDiscord(core, now === undefined ? {} : { now });
  stops.push(stage.stop);
  return stage;
};
const texts = (core: RecordingCore) =>
  [...core.accepted.values()].map((each) => (each.kind === "message" ? each.text : ""));
const rootIn = async ({ adapter }: DiscordStage, channel = acme): Promise<string> =>
  delivered(await adapter.port.post({ channel: `discord:${channel}` }, plainCard("T-1042"), { key: channel })).id;

it("the adapter asks for the fewest intents that work", async () => {
  const { discord } = await open(recordingCore());
  expect(discord.gateway.seen.find(({ op }) => op === 2)).toMatchObject({
    d: { intents: (1 << 0) | (1 << 9) | (1 << 10) | (1 << 12) | (1 << 15) },
  });
});

it.each(["drop", "reconnect"] as const)("nothing is lost or doubled when the connection ends: %s", async (end) => {
  const core = recordingCore();
  const { discord, adapter } = await open(core);
  for (let n = 0; n < 10; n++) discord.user(carla).writes(acme, `before ${n}`);
  discord.gateway[end]();
  for (let n = 0; n < 10; n++) discord.user(carla).writes(acme, `after ${n}`);
  await core.until(20);
  const resumes = () => discord.gateway.seen.filter(({ op }) => op === 6).length;
  await expect.poll(() => [resumes(), adapter.notReady()], { interval: 5 }).toEqual([1, null]);
  await discord.quiet();
  expect(new Set(texts(core)).size).toBe(20);
  expect(core.accepted.size).toBe(20);
});

it("the adapter is not ready while the connection is lost", async () => {
  const { discord, adapter } = await open(recordingCore());
  discord.gateway.drop();
  await expect.poll(() => adapter.notReady(), { interval: 5 }).toBe("the connection to Discord is lost");
  await expect.poll(() => adapter.notReady(), { interval: 5 }).toBeNull();
});

it("a resume that repeats an old interaction does not answer it twice", async () => {
  const core = recordingCore();
  const { discord } = await open(core);
  await discord.user(carla).types(acme, "/ticket list");
  discord.deliverAgain();
  await discord.quiet();
  expect(core.accepted.size).toBe(1);
  expect(discord.user(carla).privates).toHaveLength(1);
});

it("the adapter reads back messages of the meantime after an invalid session", { timeout: 20_000 }, async () => {
  const core = recordingCore();
  const stage = await open(core);
  const root = await rootIn(stage);
  stage.discord.user(carla).writes(root, "before");
  await core.until(1);
  stage.discord.gateway.forget();
  stage.discord.user(carla).writes(root, "meanwhile");
  stage.discord.user(carla).writes(acme, "as a reply", { replyTo: root });
  await core.until(3);
  expect(texts(core).toSorted()).toEqual(["as a reply", "before", "meanwhile"]);
  expect([...core.accepted.values()].every((each) => each.kind === "message" && each.message.thread === root)).toBe(
    true,
  );
});

it("the adapter reads back the messages of its threads after downtime, in order, and no others", async () => {
  let now = Date.parse("2026-01-09T16:30:00Z");
  const core = recordingCore();
  const stage = await open(core, () => now);
  const { discord } = stage;
  const root = await rootIn(stage);
  const note = await rootIn(stage, triage);
  discord.user(carla).writes(root, "too long ago");
  await core.until(1);
  await stage.adapter.stop();

  now += 30 * hour;
  const wanted: string[] = [];
  for (let n = 0; n < 230; n++) {
    discord.user(carla).writes(root, `line ${n}`);
    wanted.push(`line ${n}`);
  }
  discord.user(luis).writes(note, "a note");
  discord.user(luis).writes(triage, "a note as a reply", { replyTo: note });
  discord.user("210000000000000009").writes(root, "beep");
  now += hour;

  const fresh = recordingCore();
  const again = await connect(discord, fresh, keptLog());
  await fresh.until(232);
  await discord.quiet();
  const inThread = [...fresh.accepted.values()].filter(
    (each) => each.kind === "message" && each.message.thread === root,
  );
  expect(inThread.map((each) => each.kind === "message" && each.text)).toEqual(wanted);
  expect(texts(fresh)).toHaveLength(232);
  expect(fresh.accepted.values().find((each) => each.kind === "message" && each.text === "a note")).toMatchObject({
    channel: `discord:${triage}`,
    message: { thread: note },
  });

  // The same once more finds the same keys, and so nothing new.
  await again.stop();
  const third = await connect(discord, fresh, keptLog());
  await discord.quiet();
  expect(fresh.accepted.size).toBe(232);
  await third.stop();
});

it("the adapter reads back messages in a quiet channel of the desk, edits in a thread, and 🎫 on earlier messages", async () => {
  const core = recordingCore();
  const stage = await open(core);
  const { discord } = stage;
  const root = await rootIn(stage);
  const edited = discord.user(carla).writes(root, "wrong words");
  const marked = discord.user(carla).writes(acme, "nothing plays");
  await core.until(2);
  await stage.adapter.stop();
  discord.user(luis).writes(triage, "a mention");
  discord.user(carla).edits(edited, "right words");
  discord.user(carla).reacts(marked);
  // A 🎫 that opens no ticket stays without a mark of the bot, so many of them must not hide an earlier one.
  const useless = Array.from({ length: 50 }, () => discord.user(luis).writes(acme, "useless"));
  for (const each of useless) discord.user(luis).reacts(each);

  const fresh = recordingCore();
  fresh.channels = () => [`discord:${triage}`, `discord:${acme}`];
  const hint = { kind: "private", card: plainCard("Not here") } as const;
  fresh.answer = (each) => ("text" in each && each.text === "hinted" ? hint : { kind: "work" });
  discord.user(luis).writes(acme, "hinted");
  const again = await connect(discord, fresh, keptLog());
  await fresh.until(105);
  expect(discord.dm(luis).messages).toEqual([]);
  const ofUseless = new Set(useless.map(({ id }) => id));
  const others = [...fresh.accepted.values()].filter((each) => !("message" in each && ofUseless.has(each.message.id)));
  const seen = others.map((each) =>
    each.kind === "react" ? `🎫 ${each.message.id} ${each.by.user}` : "text" in each ? `${each.kind} ${each.text}` : "",
  );
  expect(seen.toSorted()).toEqual(
    [
      "message a mention",
      "message nothing plays",
      "message right words",
      "edited right words",
      `🎫 ${marked.id} discord:${carla}`,
    ].toSorted(),
  );
  await again.stop();
});

it("a message counts as deleted only if Discord says so of that message, and an unreadable place proves nothing", async () => {
  const stage = await open(recordingCore());
  const { discord } = stage;
  const [readable, closed, hidden] = [await rootIn(stage), await rootIn(stage, triage), await rootIn(stage, north)];
  const places: Record<string, string> = { [readable]: acme, [closed]: triage, [hidden]: north };
  const written = Object.fromEntries(
    Object.keys(places).map((root) => [root, [1, 2].map((n) => discord.user(luis).writes(root, `line ${n}`))]),
  );
  const elsewhere = discord.user(carla).writes(acme, "below another card");
  await stage.adapter.stop();
  for (const messages of Object.values(written)) for (const each of messages.slice(1)) discord.user(luis).deletes(each);
  // Discord lists no message to a bot without this permission, and reports no error.
  discord.channel(triage).allow({ history: false });
  discord.channel(north).allow({ view: false });
  discord.fail("get_message", { status: 500 });

  const fresh = recordingCore();
  fresh.channels = () => [triage, acme, north].map((id) => `discord:${id}` as const);
  fresh.threadsInUse = async () =>
    Object.entries(places).map(([thread, channel]) => ({ channel: `discord:${channel}`, thread }));
  const old = snowflakeAt(discord.now() - 4 * 24 * 60 * 60_000);
  fresh.storedMessages = async (place, asked) => {
    if (place.is !== "thread") return [];
    expect(asked.before).toBe("");
    const ids = [...(written[place.thread] ?? []), ...(place.thread === readable ? [elsewhere] : [])].map(
      ({ id }) => id,
    );
    return [...ids, old]
      .filter((id) => BigInt(id) >= BigInt(asked.from))
      .map((id) => ({ id, threads: [place.thread] }));
  };
  const log = keptLog();
  const again = await connect(discord, fresh, log);
  await expect.poll(() => log.lines.join(), { interval: 5 }).toContain("discord.caught-up");
  const gone = [...fresh.accepted.values()].filter(({ kind }) => kind === "deleted");
  const [, second] = written[readable] ?? [];
  expect(gone).toMatchObject([
    {
      kind: "deleted",
      key: `discord:del:${readable}:${second?.id}`,
      by: { user: "discord:nobody", name: "" },
      channel: `discord:${acme}`,
      message: { channel: `discord:${acme}`, id: second?.id, thread: readable },
    },
  ]);
  await again.stop();
});

it("a catch-up that fails is logged, and the adapter goes on", async () => {
  const stage = await open(recordingCore());
  await stage.adapter.stop();
  const fresh = recordingCore();
  fresh.channels = () => {
    throw new Error("no desk yet");
  };
  const log = keptLog();
  const again = await connect(stage.discord, fresh, log);
  expect(log.lines.join()).toContain("discord.catch-up-failed");
  await again.stop();
});

it("reading back continues after rate limits and errors", async () => {
  const core = recordingCore();
  const stage = await open(core);
  const root = await rootIn(stage);
  await stage.adapter.stop();
  stage.discord.user(carla).writes(root, "meanwhile");
  stage.discord.fail("get_active_guild_threads", { status: 500 });
  stage.discord.fail("list_messages", { rateLimit: 1, scope: "shared" });
  const fresh = recordingCore();
  const again = await connect(stage.discord, fresh, keptLog());
  await fresh.until(1);
  expect(texts(fresh)).toEqual(["meanwhile"]);
  await again.stop();
});

const start = async (discord: FakeDiscord, token = discord.token) => {
  const log = keptLog();
  const adapter = createDiscord({ token, apiUrl: discord.apiUrl }, { core: recordingCore(), log, now: discord.now });
  stops.push(adapter.stop);
  return { adapter, log, started: adapter.start() };
};

it("the adapter names a missing intent to the operator, and does not reconnect by itself", async () => {
  const discord = await startFakeDiscord({ contentIntent: false });
  stops.push(discord.stop);
  const { started } = await start(discord);
  await expect(started).rejects.toThrow("Message Content Intent");
});

it("the adapter reports a refused token to the operator", async () => {
  const discord = await startFakeDiscord();
  stops.push(discord.stop);
  const { adapter, started } = await start(discord, "not.the.token");
  await expect(started).rejects.toThrow("Discord refuses DISCORD_TOKEN");
  expect(adapter.notReady()).not.toBeNull();
});

it("the adapter waits for an unreachable Discord, and becomes ready once it is back", async () => {
  const discord = await startFakeDiscord();
  stops.push(discord.stop);
  discord.fail("get_bot_gateway", { status: 503 }, { times: 2 });
  const { adapter, log, started } = await start(discord);
  expect(adapter.notReady()).toBe("Discord is not connected yet");
  await started;
  expect(adapter.notReady()).toBeNull();
  expect(log.lines.filter((line) => line.includes("discord.unreachable"))).toHaveLength(2);
});

it.each([
  ["a forwarded message without its reference", { message_snapshots: [{ message: { content: "x" } }] }],
  [
    "a forwarded poll of a channel that the bot does not see",
    {
      message_reference: { type: 1, message_id: "1", channel_id: "2" },
      message_snapshots: [{ message: { content: "x", poll: { question: { text: "?" }, answers: [] } } }],
    },
  ],
  ["invalid mentions", { mentions: [null], mention_roles: "x", embeds: [null], components: [{ type: 99 }] }],
])("the library survives %s, and delivers what follows", async (_, shows) => {
  const core = recordingCore();
  const { discord, log } = await open(core);
  discord.user(carla).writes(acme, "one", { shows });
  discord.user(carla).writes(acme, "two");
  await core.until(2);
  expect(texts(core)[0]).toMatch(/^one/);
  expect(log.lines.filter((line) => line.startsWith("warn"))).toEqual([]);
});
