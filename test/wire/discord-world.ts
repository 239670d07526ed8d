import { afterEach, beforeEach } from "vitest";
import { openDiscord, type DiscordStage } from "../adapters/discord/stage.ts";
import type { FakeDiscordOptions } from "../support/fake-discord/interface.ts";
import type { Card, MessageRef } from "../../src/chat/card.ts";
import type { Attempt, Delivery, Destination } from "../../src/chat/delivery.ts";
import { delivered, plainCard, recordingCore, smallForm, type RecordingCore } from "../adapters/recording-core.ts";

export const triage = "310000000000000001";
export const acme = "310000000000000002";
export const luis = "210000000000000002";
export const carla = "210000000000000004";

/** Friday afternoon: the clock of every test begins here. */
export const start = Date.parse("2026-01-09T16:30:00Z");

const destination = (channel: string, thread?: string): Destination =>
  thread === undefined ? { channel: `discord:${channel}` } : { channel: `discord:${channel}`, thread };

/** The adapter of one test, on a fake Discord, with a clock that the test turns. */
export interface DiscordWorld {
  now: number;
  readonly core: RecordingCore;
  readonly stage: DiscordStage;
  user(id: string): ReturnType<DiscordStage["discord"]["user"]>;
  /** What only this person was shown, once Discord is quiet. */
  privates(id: string): Promise<readonly string[]>;
  /** Posts a card, in triage if no channel is given. */
  post(card: Card, channel?: string, thread?: string): Promise<MessageRef>;
  /** Tries to post a small card, in triage if no channel is given. */
  tryPost(attempt: Attempt, channel?: string, thread?: string): Promise<Delivery>;
  /** The texts of a channel's messages, of triage if no channel is given. */
  texts(channel?: string): readonly string[];
  /** The calls to Discord so far. */
  operations(): readonly string[];
}

/** Opens a new world before each test of the file, and closes it after the test. */
export const discordWorld = (options: Omit<FakeDiscordOptions, "now"> = {}): DiscordWorld => {
  let core: RecordingCore;
  let stage: DiscordStage;
  const world: DiscordWorld = {
    now: start,
    get core() {
      return core;
    },
    get stage() {
      return stage;
    },
    user: (id) => stage.discord.user(id),
    privates: async (id) => {
      await stage.discord.quiet();
      return world.user(id).privates.map(({ text }) => text);
    },
    post: async (card, channel = triage, thread) =>
      delivered(await stage.adapter.port.post(destination(channel, thread), card, { key: crypto.randomUUID() })),
    tryPost: (attempt, channel = triage, thread) =>
      stage.adapter.port.post(destination(channel, thread), plainCard("T-1042"), attempt),
    texts: (channel = triage) => stage.discord.channel(channel).messages.map(({ text }) => text),
    operations: () => stage.discord.calls.map(({ operation }) => operation),
  };
  beforeEach(async () => {
    world.now = start;
    core = recordingCore();
    stage = await openDiscord(core, { ...options, now: () => world.now });
  });
  afterEach(() => stage.stop());
  return world;
};

/** Answers commands with a form, and refuses a submission titled "bad". */
export const strict: RecordingCore["answer"] = (inboundEvent) => {
  if (inboundEvent.kind === "command") return { kind: "form", form: smallForm };
  return inboundEvent.kind === "submit" && inboundEvent.values["title"] === "bad"
    ? { kind: "fieldErrors", errors: { title: "Say more" } }
    : { kind: "work" };
};

/** Where a posted card stands on Discord. */
export const shown = ({ id, thread }: { readonly id: string; readonly thread?: string | undefined }) => ({
  channel: thread ?? triage,
  id,
});

/** Why a recipient is gone; empty if the delivery ended otherwise. */
export const whyGone = (delivery: Delivery): string =>
  !delivery.ok && delivery.failure.kind === "recipientGone" ? delivery.failure.why : "";
