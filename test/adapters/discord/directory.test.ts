import { afterEach, expect, test } from "vitest";
import type { ChannelRef } from "../../../src/tickets/refs.ts";
import { recordingCore } from "../recording-core.ts";
import { openDiscord, type DiscordStage } from "./stage.ts";

let stage: DiscordStage | null = null;
afterEach(() => stage?.stop());

const open = async (channels: readonly ChannelRef[] = []) => {
  stage = await openDiscord(Object.assign(recordingCore(), { channels: () => channels }), {
    users: [
      { id: "210000000000000001", name: "carla" },
      { id: "210000000000000002", name: "carl" },
      { id: "210000000000000003", name: "robot", bot: true },
    ],
    channels: [
      { id: "310000000000000001", name: "triage" },
      { id: "310000000000000002", name: "acme-support" },
    ],
  });
  const { findPeople, findChannels } = stage.adapter.port;
  if (findPeople === undefined || findChannels === undefined) throw new Error("Discord has lists");
  return { findPeople, findChannels, discord: stage.discord };
};

test("people of the server are found by the beginning of their name, without bots", async () => {
  const { findPeople } = await open();
  expect(await findPeople("@carl")).toEqual({
    ok: true,
    found: [
      { ref: "discord:210000000000000001", name: "carla", hasBot: null },
      { ref: "discord:210000000000000002", name: "carl", hasBot: null },
    ],
    more: false,
  });
  expect(await findPeople("robot")).toEqual({ ok: true, found: [], more: false });
});

test("without a text Discord is not asked for people", async () => {
  const { findPeople } = await open();
  expect(await findPeople("  ")).toEqual({ ok: true, found: [], more: true });
});

test("channels are found by a part of their name", async () => {
  const { findChannels } = await open(["discord:310000000000000001"]);
  expect(await findChannels("support")).toEqual({
    ok: true,
    found: [{ ref: "discord:310000000000000002", name: "#acme-support", hasBot: null }],
    more: false,
  });
});

test("a refusal of Discord is a value with its code, and is not remembered", async () => {
  const { findChannels, findPeople, discord } = await open();
  discord.fail("list_guild_channels", { code: 50001 });
  discord.fail("search_guild_members", { status: 503 });
  expect(await findChannels("acme")).toEqual({ ok: false, why: "50001 MissingAccess" });
  expect(await findPeople("carla")).toEqual({ ok: false, why: "HTTP 503" });
  expect(await findChannels("acme")).toMatchObject({ ok: true, found: [{ name: "#acme-support" }] });
});
