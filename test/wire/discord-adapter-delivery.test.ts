import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createApi } from "../../adapters/discord/api.ts";
import { createInvalidRequestCounter } from "../../adapters/discord/gateway/invalid-requests.ts";
import { attemptOf, type Delivery } from "../../src/chat/delivery.ts";
import { delivered, plainCard } from "../adapters/recording-core.ts";
import type { Fault } from "../support/fake-discord/faults.ts";
import { discordWorld, start, triage, whyGone } from "./discord-world.ts";

const world = discordWorld();

const acme = "310000000000000002";
const ana = "210000000000000001";
const carla = "210000000000000004";
const eva = "210000000000000003";
const minute = 60_000;
const tell = (user: string, key: string, doubtfulSince: number | null = null) =>
  world.stage.adapter.port.tell(`discord:${user}`, plainCard("psst"), attemptOf(key, doubtfulSince));

describe("a rate limit of Discord", () => {
  it("becomes a moment to wait for, and delays no other channel", async () => {
    world.stage.discord.fail("create_message", { rateLimit: 30, scope: "shared" }, { channel: acme });
    expect(await world.tryPost({ key: "1" }, acme)).toMatchObject({ failure: { kind: "waitUntil" } });
    const { failure } = (await world.tryPost({ key: "1" }, acme)) as Extract<Delivery, { ok: false }>;
    expect(failure.kind === "waitUntil" && failure.until).toBeGreaterThanOrEqual(start + 30_000);
    expect(await world.tryPost({ key: "2" })).toMatchObject({ ok: true });
    expect(world.stage.discord.violations).toEqual([]);
  });

  it("of the whole bot delays everything, and the adapter makes no call meanwhile", async () => {
    const ref = delivered(await world.tryPost({ key: "1" }));
    world.stage.discord.fail("create_message", { rateLimit: 5, scope: "global" }, { channel: acme });
    expect(await world.tryPost({ key: "2" }, acme)).toMatchObject({ failure: { kind: "waitUntil" } });
    expect(await world.tryPost({ key: "3" })).toMatchObject({ failure: { kind: "waitUntil" } });
    expect(await world.stage.adapter.port.edit(ref, plainCard("new"))).toMatchObject({
      failure: { kind: "waitUntil" },
    });
    expect(world.stage.discord.violations).toEqual([]);
  });

  it("counts with other refusals, and the bot stops long before Discord bans its address", async () => {
    const api = createApi(
      world.stage.discord,
      world.stage.discord.now,
      createInvalidRequestCounter(world.stage.discord.now, 3),
    );
    const ask = () => api.call({ method: "get", route: "/users/@me", limit: "self" }, z.object({ id: z.string() }));
    for (const code of [50001, 50013, 10003, 50001]) {
      world.stage.discord.fail("get_my_user", { code });
      await expect(ask()).rejects.toThrow();
    }
    const before = world.stage.discord.calls.length;
    await expect(ask()).rejects.toThrow("refused too much");
    expect(world.stage.discord.calls).toHaveLength(before);
    world.now += 10 * minute;
    expect(await ask()).toEqual({ id: world.stage.discord.botUser });
    api.close();
  });

  it("refused calls for names stop further ones, and no other call", async () => {
    const counter = createInvalidRequestCounter(world.stage.discord.now, 2, 2);
    const api = createApi(world.stage.discord, world.stage.discord.now, counter);
    const get = (id: string) =>
      api.call({ method: "get", route: `/users/${id}`, limit: `user ${id}` }, z.object({ id: z.string() }));
    for (let n = 0; n < 2; n++) {
      world.stage.discord.fail("get_user", { code: 50001 });
      await expect(get(carla)).rejects.toThrow();
    }
    await expect(get(carla)).rejects.toThrow("refused too much");
    expect(await get("@me")).toEqual({ id: world.stage.discord.botUser });
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
      world.stage.discord.fail("create_message", fault);
      expect(await world.tryPost({ key: "once" })).toMatchObject({ ok: false, failure: { kind: "doubtful" } });
      world.now += delay;
      const found = delivered(await world.tryPost({ key: "once", doubtfulSince: start }));
      expect(world.stage.discord.channel(triage).messages.map(({ id }) => id)).toEqual([found.id]);
    },
  );

  it.each(beforehand.flatMap((fault) => delays.map((delay) => [fault, delay] as const)))(
    "is repeated if the message did not arrive: %j, %d ms later",
    async (fault, delay) => {
      world.stage.discord.fail("create_message", fault);
      expect(await world.tryPost({ key: "once" })).toMatchObject({ ok: false, failure: { kind: "doubtful" } });
      expect(world.texts()).toEqual([]);
      world.now += delay;
      expect(await world.tryPost({ key: "once", doubtfulSince: start })).toMatchObject({ ok: true });
      expect(world.texts()).toEqual(["T-1042"]);
    },
  );

  it("is found in a thread, among many messages, and in a direct conversation", async () => {
    const root = delivered(await world.tryPost({ key: "root" }));
    world.stage.discord.fail("create_message", { drop: "after" });
    expect((await world.tryPost({ key: "below" }, triage, root.id)).ok).toBe(false);
    for (let n = 0; n < 250; n++) world.stage.discord.user(ana).writes(root.id, `note ${n}`);
    world.now += 30 * minute;
    delivered(await world.tryPost({ key: "below", doubtfulSince: start }, triage, root.id));
    expect(world.texts(root.id).filter((text) => text === "T-1042")).toHaveLength(1);

    world.stage.discord.fail("create_message", { drop: "after" });
    expect(await tell(ana, "dm")).toMatchObject({ failure: { kind: "doubtful" } });
    world.now += 30 * minute;
    delivered(await tell(ana, "dm", world.now - 30 * minute));
    expect(world.stage.discord.dm(ana).messages).toHaveLength(1);
  });

  it("is not confused with another message of the bot", async () => {
    delivered(await world.tryPost({ key: "other" }));
    world.now += 30 * minute;
    expect(await world.tryPost({ key: "mine", doubtfulSince: start })).toMatchObject({ ok: true });
    expect(world.texts()).toHaveLength(2);
  });

  it.each([
    [{ status: 500 }, "doubtful"],
    [{ drop: "before" }, "doubtful"],
    [{ rateLimit: 10 }, "waitUntil"],
    [{ code: 10003 }, "recipientGone"],
    [{ code: 50035 }, "doubtful"],
  ] as const)("stays in doubt, without a second post, if the look-up fails with %j", async (fault, kind) => {
    world.stage.discord.fail("create_message", { drop: "after" });
    await world.tryPost({ key: "once" });
    world.now += 30 * minute;
    world.stage.discord.fail("list_messages", fault);
    expect(await world.tryPost({ key: "once", doubtfulSince: start })).toMatchObject({ ok: false, failure: { kind } });
    expect(world.texts()).toHaveLength(1);
  });

  it("of an edit, a thread or a new conversation only causes another try", async () => {
    const ref = delivered(await world.tryPost({ key: "1" }));
    world.stage.discord.fail("update_message", { drop: "after" });
    expect(await world.stage.adapter.port.edit(ref, plainCard("new"))).toMatchObject({ failure: { kind: "tryAgain" } });
    world.stage.discord.fail("create_dm", { status: 500 });
    expect(await tell(eva, "2")).toMatchObject({ failure: { kind: "tryAgain" } });
  });

  it("is one message after repeated 5xx answers to accepted posts", async () => {
    world.stage.discord.fail("create_message", { status: 503, after: true }, { times: 5 });
    for (let n = 0; n < 5; n++) {
      expect((await world.tryPost(attemptOf("once", n === 0 ? null : start))).ok).toBe(false);
      world.now += 10_000;
    }
    delivered(await world.tryPost({ key: "once", doubtfulSince: start }));
    expect(world.texts()).toEqual(["T-1042"]);
  });
});

describe("a thread on Discord", () => {
  it("is created below a card at once, so that people can write there", async () => {
    const root = delivered(await world.tryPost({ key: "1" }));
    expect(world.stage.discord.thread(root.id)?.name).toBe("T-1042");
  });

  it("that could not be created does not stop the card, and is created with the first message below it", async () => {
    world.stage.discord.fail("create_thread_from_message", { status: 500 });
    const root = delivered(await world.tryPost({ key: "1" }));
    expect(world.stage.discord.thread(root.id)).toBeNull();
    const below = delivered(await world.tryPost({ key: "2" }, triage, root.id));
    expect(below).toEqual({ channel: `discord:${triage}`, id: below.id, thread: root.id });
    expect(world.stage.discord.thread(root.id)?.name).toBe("T-1042");
    expect(world.texts(root.id)).toEqual(["T-1042"]);
  });

  it("that is archived reopens for a message and for an edit", async () => {
    const root = delivered(await world.tryPost({ key: "1" }));
    const below = delivered(await world.tryPost({ key: "2" }, triage, root.id));
    world.stage.discord.channel(root.id).archive();
    delivered(await world.stage.adapter.port.edit(below, plainCard("new")));
    expect(world.texts(root.id)).toEqual(["new"]);
    world.stage.discord.channel(root.id).archive();
    delivered(await world.tryPost({ key: "3" }, triage, root.id));
  });

  it("that is locked, or whose root is gone, is a recipient that is gone", async () => {
    const root = delivered(await world.tryPost({ key: "1" }));
    world.stage.discord.channel(root.id).lock();
    expect(whyGone(await world.tryPost({ key: "2" }, triage, root.id))).toContain("160005");
    const other = delivered(await world.tryPost({ key: "3" }));
    world.stage.discord.channel(other.id).remove();
    delivered(await world.tryPost({ key: "4" }, triage, other.id));
    world.stage.discord.channel(other.id).remove();
    world.stage.discord.channel(triage).removeMessage(other.id);
    expect(await world.tryPost({ key: "5" }, triage, other.id)).toMatchObject({ failure: { kind: "recipientGone" } });
  });

  it("does not exist in direct messages: a message below another is a reply there", async () => {
    const root = delivered(await tell(ana, "1"));
    const below = delivered(
      await world.stage.adapter.port.post({ channel: root.channel, thread: root.id }, plainCard("more"), {
        key: "2",
      }),
    );
    expect(below).toEqual({ channel: root.channel, id: below.id, thread: root.id });
    expect(world.stage.discord.dm(ana).messages.map(({ answers }) => answers)).toEqual([null, root.id]);
    delivered(await world.stage.adapter.port.edit(below, plainCard("even more")));
    expect(world.stage.discord.dm(ana).messages.map(({ text }) => text)).toEqual(["psst", "even more"]);
  });
});

describe("a recipient on Discord", () => {
  it.each([50007, 50278])("with closed direct messages is gone: %d", async (code) => {
    world.stage.discord.closeDm(ana, code);
    expect(whyGone(await tell(ana, "1"))).toContain(String(code));
  });

  it("is gone if the bot may not see or write there", async () => {
    await world.tryPost({ key: "0" }, acme);
    world.stage.discord.channel(acme).allow({ send: false });
    expect(await world.tryPost({ key: "1" }, acme)).toMatchObject({ failure: { kind: "recipientGone" } });
    world.stage.discord.channel(triage).allow({ view: false });
    expect(await world.tryPost({ key: "2" })).toMatchObject({ failure: { kind: "recipientGone" } });
  });

  it("gets a new conversation at most every three seconds, and known conversations do not wait", async () => {
    delivered(await tell(ana, "1"));
    expect(await tell(eva, "2")).toMatchObject({ failure: { kind: "waitUntil", until: start + 3_000 } });
    delivered(await tell(ana, "3"));
    world.now += 3_000;
    delivered(await tell(eva, "2"));
    expect(world.stage.discord.calls.filter(({ operation }) => operation === "create_dm")).toHaveLength(2);
  });
});

describe("a refused card", () => {
  it("is sent once more as plain text, with all its content", async () => {
    world.stage.discord.fail("create_message", { code: 50035 });
    const card = { summary: "T-1042 @everyone", parts: [{ part: "quote" as const, text: "video & audio" }] };
    delivered(await world.stage.adapter.port.post({ channel: `discord:${acme}` }, card, { key: "1" }));
    expect(world.texts(acme)).toEqual(["T-1042 @everyone\nvideo & audio"]);
    expect(world.stage.discord.pings).toEqual([]);
  });

  it("is a bug of Plazo if plain text is refused too", async () => {
    world.stage.discord.fail("create_message", { code: 50035 }, { times: 2 });
    expect(await world.tryPost({ key: "1" })).toMatchObject({ failure: { kind: "ourBug" } });
  });
});

it("a refused token is reported to the operator, and not tried again and again", async () => {
  world.stage.discord.fail("create_message", { code: 0 });
  expect(await world.tryPost({ key: "1" })).toMatchObject({ failure: { kind: "installBroken" } });
  const before = world.stage.discord.calls.length;
  expect(await world.tryPost({ key: "1" })).toMatchObject({ failure: { kind: "installBroken" } });
  expect(world.stage.discord.calls).toHaveLength(before);
});
