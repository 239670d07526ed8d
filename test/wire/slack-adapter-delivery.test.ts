import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Attempt, Delivery } from "../../src/chat/delivery.ts";
import { delivered, plainCard, recordingCore } from "../adapters/recording-core.ts";
import { openSlack, type SlackStage } from "../adapters/slack/stage.ts";
import type { Fault } from "../support/fake-slack/faults.ts";

let now = 0;
let stage: SlackStage;
const start = Date.parse("2026-01-09T16:30:00Z");
beforeEach(async () => {
  now = start;
  stage = await openSlack("http", recordingCore(), { now: () => now });
});
afterEach(() => stage.stop());

const post = (attempt: Attempt, channel = "C0TRIAGE", thread?: string): Promise<Delivery> =>
  stage.adapter.port.post(
    { channel: `slack:${channel}`, ...(thread === undefined ? {} : { thread }) },
    plainCard("T-1042"),
    attempt,
  );
const shown = (channel = "C0TRIAGE") => stage.slack.channel(channel).messages.map(({ text }) => text);

describe("a rate limit of Slack", () => {
  it("becomes a moment to wait for, and delays no other channel", async () => {
    stage.slack.fail("chat.postMessage", { rateLimit: 30 }, { channel: "C0ACME" });
    expect(await post({ key: "1" }, "C0ACME")).toMatchObject({
      ok: false,
      failure: { kind: "waitUntil", until: start + 30_000 },
    });
    expect(await post({ key: "2" }, "C0TRIAGE")).toMatchObject({ ok: true });
    expect(await stage.adapter.port.tell("slack:U0ANA", plainCard("x"), { key: "3" })).toMatchObject({ ok: true });
  });

  it("is respected to the second, and then over", async () => {
    stage.slack.fail("chat.postMessage", { rateLimit: 30 }, { channel: "C0ACME" });
    await post({ key: "1" }, "C0ACME");
    now += 29_000;
    expect(await post({ key: "1" }, "C0ACME")).toMatchObject({ failure: { kind: "waitUntil", until: start + 30_000 } });
    now += 1000;
    expect(await post({ key: "1" }, "C0ACME")).toMatchObject({ ok: true });
    expect(stage.slack.violations).toEqual([]);
  });

  it("on edits does not delay posts", async () => {
    const ref = delivered(await post({ key: "1" }));
    stage.slack.fail("chat.update", { rateLimit: 60 });
    expect(await stage.adapter.port.edit(ref, plainCard("new"))).toMatchObject({ failure: { kind: "waitUntil" } });
    expect(await post({ key: "2" })).toMatchObject({ ok: true });
  });
});

describe("a delivery in doubt", () => {
  const afterwards: readonly Fault[] = [
    { drop: "after" },
    { status: 502, after: true },
    { garble: true },
    { error: "internal_error", after: true },
    { error: "fatal_error", after: true },
  ];
  const beforehand: readonly Fault[] = [{ drop: "before" }, { status: 500 }, { error: "internal_error" }];

  it.each(afterwards)("is looked up, and not repeated, if the message arrived: %j", async (fault) => {
    stage.slack.fail("chat.postMessage", fault);
    expect(await post({ key: "once" })).toMatchObject({ ok: false, failure: { kind: "doubtful" } });
    now += 20_000;
    const found = delivered(await post({ key: "once", doubtfulSince: start }));
    expect(stage.slack.channel("C0TRIAGE").messages.map(({ ts }) => ts)).toEqual([found.id]);
  });

  it.each(beforehand)("is looked up, and repeated, if the message did not arrive: %j", async (fault) => {
    stage.slack.fail("chat.postMessage", fault);
    expect(await post({ key: "once" })).toMatchObject({ ok: false, failure: { kind: "doubtful" } });
    expect(shown()).toEqual([]);
    expect(await post({ key: "once", doubtfulSince: start })).toMatchObject({ ok: true });
    expect(shown()).toEqual(["T-1042"]);
  });

  it("is found in a thread, among many messages, and in a direct conversation", async () => {
    const root = delivered(await post({ key: "root" }));
    for (let n = 0; n < 250; n++) await stage.slack.user("U0LUIS").writes("C0TRIAGE", `note ${n}`, { thread: root.id });
    stage.slack.fail("chat.postMessage", { drop: "after" });
    await post({ key: "below" }, "C0TRIAGE", root.id);
    delivered(await post({ key: "below", doubtfulSince: start }, "C0TRIAGE", root.id));
    expect(shown().filter((text) => text === "T-1042")).toHaveLength(2);

    stage.slack.fail("chat.postMessage", { drop: "after" });
    const direct = await stage.adapter.port.tell("slack:U0ANA", plainCard("psst"), { key: "dm" });
    expect(direct).toMatchObject({ failure: { kind: "doubtful" } });
    delivered(await stage.adapter.port.tell("slack:U0ANA", plainCard("psst"), { key: "dm", doubtfulSince: start }));
    expect(stage.slack.dm("U0ANA").messages).toHaveLength(1);
  });

  it("is not confused with another message of the bot", async () => {
    delivered(await post({ key: "other" }));
    expect(await post({ key: "mine", doubtfulSince: start })).toMatchObject({ ok: true });
    expect(shown()).toHaveLength(2);
  });

  it.each([
    [{ status: 500 }, "doubtful"],
    [{ drop: "before" }, "doubtful"],
    [{ error: "some_new_error" }, "doubtful"],
    [{ rateLimit: 10 }, "waitUntil"],
    [{ error: "missing_scope" }, "installBroken"],
    [{ error: "channel_not_found" }, "recipientGone"],
  ] as const)("stays in doubt, without a second post, if the look-up fails with %j", async (fault, kind) => {
    stage.slack.fail("chat.postMessage", { drop: "after" });
    await post({ key: "once" });
    stage.slack.fail("conversations.history", fault);
    expect(await post({ key: "once", doubtfulSince: start })).toMatchObject({ ok: false, failure: { kind } });
    expect(shown()).toHaveLength(1);
  });

  it("of an edit, or of a new conversation, only causes another try", async () => {
    const ref = delivered(await post({ key: "1" }));
    stage.slack.fail("chat.update", { drop: "after" });
    expect(await stage.adapter.port.edit(ref, plainCard("new"))).toMatchObject({ failure: { kind: "tryAgain" } });
    stage.slack.fail("conversations.open", { status: 500 });
    expect(await stage.adapter.port.tell("slack:U0EVA", plainCard("x"), { key: "2" })).toMatchObject({
      failure: { kind: "tryAgain" },
    });
  });
});

describe("a refused card", () => {
  it("is sent once more as plain text, with all its content", async () => {
    stage.slack.fail("chat.postMessage", { error: "invalid_blocks" });
    const card = { summary: "T-1042 <!channel>", parts: [{ part: "quote" as const, text: "video & audio" }] };
    delivered(await stage.adapter.port.post({ channel: "slack:C0ACME" }, card, { key: "1" }));
    expect(stage.slack.channel("C0ACME").messages).toMatchObject([
      { text: "T-1042 <!channel>\nvideo & audio", blocks: [] },
    ]);
    expect(stage.slack.pings).toEqual([]);
  });

  it("loses its old blocks when an edit falls back to plain text", async () => {
    const ref = delivered(await post({ key: "1" }));
    stage.slack.fail("chat.update", { error: "invalid_blocks" });
    delivered(await stage.adapter.port.edit(ref, plainCard("new")));
    expect(shown()).toEqual(["new\nnew"]);
  });

  it("is a bug of Plazo if plain text is refused too", async () => {
    stage.slack.fail("chat.postMessage", { error: "invalid_blocks" }, { times: 2 });
    expect(await post({ key: "1" })).toMatchObject({ failure: { kind: "ourBug" } });
  });
});

describe("a recipient on Slack", () => {
  it.each(["user_disabled", "messages_tab_disabled", "cannot_dm_bot"])(
    "that refuses messages is gone: %s",
    async (error) => {
      stage.slack.closeDm("U0ANA", error);
      expect(await stage.adapter.port.tell("slack:U0ANA", plainCard("x"), { key: "1" })).toMatchObject({
        failure: { kind: "recipientGone", why: error },
      });
    },
  );

  it("is gone if the channel is archived or the bot was removed", async () => {
    stage.slack.channel("C0ACME").archive();
    expect(await post({ key: "1" }, "C0ACME")).toMatchObject({
      failure: { kind: "recipientGone", why: "is_archived" },
    });
    stage.slack.channel("C0TECH").removeBot();
    expect(await post({ key: "2" }, "C0TECH")).toMatchObject({
      failure: { kind: "recipientGone", why: "not_in_channel" },
    });
  });
});
