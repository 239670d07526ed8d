import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { createApi } from "../../adapters/discord/api.ts";
import { createInvalidRequestCounter } from "../../adapters/discord/gateway/invalid-requests.ts";
import type { Attempt, Delivery } from "../../src/chat/delivery.ts";
import { openDiscord, type DiscordStage } from "../adapters/discord/stage.ts";
import { delivered, plainCard, recordingCore } from "../adapters/recording-core.ts";
import type { Fault } from "../support/fake-discord/faults.ts";

const triage = "310000000000000001";
const acme = "310000000000000002";
const ana = "210000000000000001";
const eva = "210000000000000003";
const minute = 60_000;

let now = 0;
let stage: DiscordStage;
const start = Date.parse("2026-01-09T16:30:00Z");
beforeEach(async () => {
  now = start;
  stage = await openDiscord(recordingCore(), { now: () => now });
});
afterEach(() => stage.stop());

const post = (attempt: Attempt, channel = triage, thread?: string): Promise<Delivery> =>
  stage.adapter.port.post({ channel: `discord:${channel}`, thread }, plainCard("T-1042"), attempt);
const tell = (user: string, key: string, doubtfulSince?: number) =>
  stage.adapter.port.tell(`discord:${user}`, plainCard("psst"), { key, doubtfulSince });
/** Why a recipient is gone; empty where that is not what happened. */
const whyGone = (delivery: Delivery): string =>
  !delivery.ok && delivery.failure.kind === "recipientGone" ? delivery.failure.why : "";
const shown = (channel = triage) => stage.discord.channel(channel).messages.map(({ text }) => text);

describe("a rate limit of Discord", () => {
  it("becomes a moment to wait for, and delays no other channel", async () => {
    stage.discord.fail("create_message", { rateLimit: 30, scope: "shared" }, { channel: acme });
    expect(await post({ key: "1" }, acme)).toMatchObject({ failure: { kind: "waitUntil" } });
    const { failure } = (await post({ key: "1" }, acme)) as Extract<Delivery, { ok: false }>;
    expect(failure.kind === "waitUntil" && failure.until).toBeGreaterThanOrEqual(start + 30_000);
    expect(await post({ key: "2" })).toMatchObject({ ok: true });
    expect(stage.discord.violations).toEqual([]);
  });

  it("of the whole bot delays everything, and the adapter makes no call meanwhile", async () => {
    const ref = delivered(await post({ key: "1" }));
    stage.discord.fail("create_message", { rateLimit: 5, scope: "global" }, { channel: acme });
    expect(await post({ key: "2" }, acme)).toMatchObject({ failure: { kind: "waitUntil" } });
    expect(await post({ key: "3" })).toMatchObject({ failure: { kind: "waitUntil" } });
    expect(await stage.adapter.port.edit(ref, plainCard("new"))).toMatchObject({ failure: { kind: "waitUntil" } });
    expect(stage.discord.violations).toEqual([]);
  });

  it("counts with other refusals, and the bot stops long before Discord bans its address", async () => {
    const api = createApi(stage.discord, stage.discord.now, createInvalidRequestCounter(stage.discord.now, 3));
    const ask = () => api.call({ method: "get", route: "/users/@me", limit: "self" }, z.object({ id: z.string() }));
    for (const code of [50001, 50013, 10003, 50001]) {
      stage.discord.fail("get_my_user", { code });
      await expect(ask()).rejects.toThrow();
    }
    const before = stage.discord.calls.length;
    await expect(ask()).rejects.toThrow("refused too much");
    expect(stage.discord.calls).toHaveLength(before);
    now += 10 * minute;
    expect(await ask()).toEqual({ id: stage.discord.botUser });
    api.close();
  });
});

describe("a delivery in doubt", () => {
  const afterwards: readonly Fault[] = [{ drop: "after" }, { status: 502, after: true }, { garble: true }];
  const beforehand: readonly Fault[] = [{ drop: "before" }, { status: 500 }];
  /** Within the life of a nonce, and long after it. */
  const delays = [20_000, 30 * minute];

  it.each(afterwards.flatMap((fault) => delays.map((delay) => [fault, delay] as const)))(
    "is not repeated if the message arrived: %j, %d ms later",
    async (fault, delay) => {
      stage.discord.fail("create_message", fault);
      expect(await post({ key: "once" })).toMatchObject({ ok: false, failure: { kind: "doubtful" } });
      now += delay;
      const found = delivered(await post({ key: "once", doubtfulSince: start }));
      expect(stage.discord.channel(triage).messages.map(({ id }) => id)).toEqual([found.id]);
    },
  );

  it.each(beforehand.flatMap((fault) => delays.map((delay) => [fault, delay] as const)))(
    "is repeated if the message did not arrive: %j, %d ms later",
    async (fault, delay) => {
      stage.discord.fail("create_message", fault);
      expect(await post({ key: "once" })).toMatchObject({ ok: false, failure: { kind: "doubtful" } });
      expect(shown()).toEqual([]);
      now += delay;
      expect(await post({ key: "once", doubtfulSince: start })).toMatchObject({ ok: true });
      expect(shown()).toEqual(["T-1042"]);
    },
  );

  it("is found in a thread, among many messages, and in a direct conversation", async () => {
    const root = delivered(await post({ key: "root" }));
    stage.discord.fail("create_message", { drop: "after" });
    expect((await post({ key: "below" }, triage, root.id)).ok).toBe(false);
    for (let n = 0; n < 250; n++) stage.discord.user(ana).writes(root.id, `note ${n}`);
    now += 30 * minute;
    delivered(await post({ key: "below", doubtfulSince: start }, triage, root.id));
    expect(shown(root.id).filter((text) => text === "T-1042")).toHaveLength(1);

    stage.discord.fail("create_message", { drop: "after" });
    expect(await tell(ana, "dm")).toMatchObject({ failure: { kind: "doubtful" } });
    now += 30 * minute;
    delivered(await tell(ana, "dm", now - 30 * minute));
    expect(stage.discord.dm(ana).messages).toHaveLength(1);
  });

  it("is not confused with another message of the bot", async () => {
    delivered(await post({ key: "other" }));
    now += 30 * minute;
    expect(await post({ key: "mine", doubtfulSince: start })).toMatchObject({ ok: true });
    expect(shown()).toHaveLength(2);
  });

  it.each([
    [{ status: 500 }, "doubtful"],
    [{ drop: "before" }, "doubtful"],
    [{ rateLimit: 10 }, "waitUntil"],
    [{ code: 10003 }, "recipientGone"],
    [{ code: 50035 }, "doubtful"],
  ] as const)("stays in doubt, without a second post, if the look-up fails with %j", async (fault, kind) => {
    stage.discord.fail("create_message", { drop: "after" });
    await post({ key: "once" });
    now += 30 * minute;
    stage.discord.fail("list_messages", fault);
    expect(await post({ key: "once", doubtfulSince: start })).toMatchObject({ ok: false, failure: { kind } });
    expect(shown()).toHaveLength(1);
  });

  it("of an edit, a thread or a new conversation only causes another try", async () => {
    const ref = delivered(await post({ key: "1" }));
    stage.discord.fail("update_message", { drop: "after" });
    expect(await stage.adapter.port.edit(ref, plainCard("new"))).toMatchObject({ failure: { kind: "tryAgain" } });
    stage.discord.fail("create_dm", { status: 500 });
    expect(await tell(eva, "2")).toMatchObject({ failure: { kind: "tryAgain" } });
  });

  it("is one message after repeated 5xx answers to accepted posts", async () => {
    stage.discord.fail("create_message", { status: 503, after: true }, { times: 5 });
    for (let n = 0; n < 5; n++) {
      expect((await post({ key: "once", doubtfulSince: n === 0 ? undefined : start })).ok).toBe(false);
      now += 10_000;
    }
    delivered(await post({ key: "once", doubtfulSince: start }));
    expect(shown()).toEqual(["T-1042"]);
  });
});

describe("a thread on Discord", () => {
  it("is created below a card at once, so that people can write there", async () => {
    const root = delivered(await post({ key: "1" }));
    expect(stage.discord.thread(root.id)?.name).toBe("T-1042");
  });

  it("that could not be created does not stop the card, and is created with the first message below it", async () => {
    stage.discord.fail("create_thread_from_message", { status: 500 });
    const root = delivered(await post({ key: "1" }));
    expect(stage.discord.thread(root.id)).toBeNull();
    const below = delivered(await post({ key: "2" }, triage, root.id));
    expect(below).toEqual({ channel: `discord:${triage}`, id: below.id, thread: root.id });
    expect(stage.discord.thread(root.id)?.name).toBe("T-1042");
    expect(shown(root.id)).toEqual(["T-1042"]);
  });

  it("that is archived reopens for a message and for an edit", async () => {
    const root = delivered(await post({ key: "1" }));
    const below = delivered(await post({ key: "2" }, triage, root.id));
    stage.discord.channel(root.id).archive();
    delivered(await stage.adapter.port.edit(below, plainCard("new")));
    expect(shown(root.id)).toEqual(["new"]);
    stage.discord.channel(root.id).archive();
    delivered(await post({ key: "3" }, triage, root.id));
  });

  it("that is locked, or whose root is gone, is a recipient that is gone", async () => {
    const root = delivered(await post({ key: "1" }));
    stage.discord.channel(root.id).lock();
    expect(whyGone(await post({ key: "2" }, triage, root.id))).toContain("160005");
    const other = delivered(await post({ key: "3" }));
    stage.discord.channel(other.id).remove();
    delivered(await post({ key: "4" }, triage, other.id));
    stage.discord.channel(other.id).remove();
    stage.discord.channel(triage).removeMessage(other.id);
    expect(await post({ key: "5" }, triage, other.id)).toMatchObject({ failure: { kind: "recipientGone" } });
  });

  it("does not exist in direct messages: a message below another is a reply there", async () => {
    const root = delivered(await tell(ana, "1"));
    const below = delivered(
      await stage.adapter.port.post({ channel: root.channel, thread: root.id }, plainCard("more"), { key: "2" }),
    );
    expect(below).toEqual({ channel: root.channel, id: below.id, thread: root.id });
    expect(stage.discord.dm(ana).messages.map(({ answers }) => answers)).toEqual([null, root.id]);
    delivered(await stage.adapter.port.edit(below, plainCard("even more")));
    expect(stage.discord.dm(ana).messages.map(({ text }) => text)).toEqual(["psst", "even more"]);
  });
});

describe("a recipient on Discord", () => {
  it.each([50007, 50278])("with closed direct messages is gone: %d", async (code) => {
    stage.discord.closeDm(ana, code);
    expect(whyGone(await tell(ana, "1"))).toContain(String(code));
  });

  it("is gone if the bot may not see or write there", async () => {
    await post({ key: "0" }, acme);
    stage.discord.channel(acme).allow({ send: false });
    expect(await post({ key: "1" }, acme)).toMatchObject({ failure: { kind: "recipientGone" } });
    stage.discord.channel(triage).allow({ view: false });
    expect(await post({ key: "2" })).toMatchObject({ failure: { kind: "recipientGone" } });
  });

  it("gets a new conversation at most every three seconds, and known conversations do not wait", async () => {
    delivered(await tell(ana, "1"));
    expect(await tell(eva, "2")).toMatchObject({ failure: { kind: "waitUntil", until: start + 3_000 } });
    delivered(await tell(ana, "3"));
    now += 3_000;
    delivered(await tell(eva, "2"));
    expect(stage.discord.calls.filter(({ operation }) => operation === "create_dm")).toHaveLength(2);
  });
});

describe("a refused card", () => {
  it("is sent once more as plain text, with all its content", async () => {
    stage.discord.fail("create_message", { code: 50035 });
    const card = { summary: "T-1042 @everyone", parts: [{ part: "quote" as const, text: "video & audio" }] };
    delivered(await stage.adapter.port.post({ channel: `discord:${acme}` }, card, { key: "1" }));
    expect(shown(acme)).toEqual(["T-1042 @everyone\nvideo & audio"]);
    expect(stage.discord.pings).toEqual([]);
  });

  it("is a bug of Plazo if plain text is refused too", async () => {
    stage.discord.fail("create_message", { code: 50035 }, { times: 2 });
    expect(await post({ key: "1" })).toMatchObject({ failure: { kind: "ourBug" } });
  });
});

it("a refused token is reported to the operator, and not tried again and again", async () => {
  stage.discord.fail("create_message", { code: 0 });
  expect(await post({ key: "1" })).toMatchObject({ failure: { kind: "installBroken" } });
  const before = stage.discord.calls.length;
  expect(await post({ key: "1" })).toMatchObject({ failure: { kind: "installBroken" } });
  expect(stage.discord.calls).toHaveLength(before);
});

describe("a post in a forum", () => {
  const forum = "310000000000000005";
  beforeEach(async () => {
    await stage.stop();
    stage = await openDiscord(recordingCore(), {
      now: () => now,
      channels: [{ id: forum, name: "help", kind: "forum" }],
    });
  });
  const posts = () => stage.discord.posts(forum).map(({ id }) => id);

  it("gets its name from its card, is edited in place, and can be linked to", async () => {
    const ref = delivered(await post({ key: "1" }, forum));
    expect(ref).toEqual({ channel: `discord:${forum}`, id: posts()[0], thread: posts()[0] });
    expect(await stage.adapter.port.edit(ref, plainCard("changed"))).toMatchObject({ ok: true });
    expect(shown(ref.id)).toEqual(["changed"]);
    expect(stage.adapter.port.linkTo?.(ref)).toBe(
      `https://discord.com/channels/${stage.discord.guild}/${ref.id}/${ref.id}`,
    );
  });

  it.each([{ drop: "after" }, { status: 502, after: true }, { garble: true }] as readonly Fault[])(
    "in doubt is not repeated if it was created: %j",
    async (fault) => {
      delivered(await post({ key: "other" }, forum));
      stage.discord.fail("create_thread", fault);
      expect(await post({ key: "once" }, forum)).toMatchObject({ failure: { kind: "doubtful" } });
      now += 20_000;
      const found = delivered(await post({ key: "once", doubtfulSince: start }, forum));
      expect(posts()).toHaveLength(2);
      expect(found.id).toBe(posts()[1]);
    },
  );

  it("in doubt is created if it was not", async () => {
    stage.discord.fail("create_thread", { drop: "before" });
    expect(await post({ key: "once" }, forum)).toMatchObject({ failure: { kind: "doubtful" } });
    expect(await post({ key: "once", doubtfulSince: start }, forum)).toMatchObject({ ok: true });
    expect(posts()).toHaveLength(1);
  });

  it("that cannot be created is a recipient that is gone", async () => {
    for (const code of [40066, 40067, 50013]) {
      stage.discord.fail("create_thread", { code });
      expect(whyGone(await post({ key: String(code) }, forum))).toContain(String(code));
    }
  });

  it("refuses answers after it was deleted", async () => {
    const ref = delivered(await post({ key: "1" }, forum));
    stage.discord.channel(ref.id).remove();
    expect(whyGone(await post({ key: "2" }, forum, ref.id))).toContain("post of the forum is gone");
  });
});
