import { afterEach, beforeEach, expect, test } from "vitest";
import { createIsHome } from "../../../adapters/discord/gateway/homes.ts";
import { createListener } from "../../../adapters/discord/gateway/listen.ts";
import type { ChannelInfo } from "../../../adapters/discord/gateway/channels.ts";
import { recordingCore } from "../../adapters/recording-core.ts";
import { deskAcross, discordChannels as channels, onDiscord as people } from "../../support/discord-cast.ts";
import { startWorldAcross, type WorldAcross } from "../../support/world-across.ts";

let world: WorldAcross;
beforeEach(async () => {
  world = await startWorldAcross(deskAcross(["discord"], "discord"));
});
afterEach(() => world.stop());

const other = "400000000000000666";

test("in a server without a channel of the desk a command opens no form and no ticket, and says so in private", async () => {
  const carla = world.discord.user(people.carla);
  world.discord.actIn(other);
  await carla.types(channels.random, "/ticket new title:El vídeo no se ve");
  await world.settle();
  expect(carla.seesForm()).toBeNull();
  expect(carla.privates.at(-1)?.text).toMatch(/server|servidor/);
  world.discord.actIn(null);
  await carla.types(channels.random, "/ticket new title:El vídeo no se ve");
  expect(carla.seesForm()).not.toBeNull();
});

test("a form that was opened in the desk's server is refused from another server, and so is a button", async () => {
  const carla = world.discord.user(people.carla);
  await carla.types(channels.acme, "/ticket new title:El vídeo no se ve");
  world.discord.actIn(other);
  await carla.submits({ severity: "high", description: "No se reproduce nada." });
  await world.settle();
  expect(world.discord.channel(channels.triage).messages).toEqual([]);
});

const isHomeWith = (find: (id: string) => Promise<ChannelInfo>) => {
  const core = { ...recordingCore(), channels: () => ["discord:1", "discord:2"] as const };
  return createIsHome(core, { known: () => null, learn: () => {}, find }, () => 0);
};

test("a server is refused only once Discord has named the servers of all channels", async () => {
  const at = (guild: string): ChannelInfo => ({ is: "channel", guild, takesThreads: true });
  const known = isHomeWith(async (id) => at(id === "1" ? "10" : "20"));
  expect([await known("10"), await known("20"), await known("30")]).toEqual([true, true, false]);
  const silent = isHomeWith((id) => (id === "1" ? Promise.resolve(at("10")) : Promise.reject(new Error("no answer"))));
  expect(await silent("30")).toBe(true);
});

test("a server without a channel of the desk stores no message, edit, deletion or emoji", async () => {
  const core = recordingCore();
  const room = (channel: string): ChannelInfo => ({
    is: "thread",
    guild: channel === "31" ? "10" : "66",
    parent: "30",
  });
  const ears = {
    core,
    channels: { known: () => null, learn: () => {}, find: async (channel: string) => room(channel) },
    retry: (_: string, work: () => Promise<unknown>) => work(),
    now: () => 0,
    self: () => "99",
    ownRoles: () => [],
    replies: { write: () => async () => {} },
    isHome: async (guild: string) => guild === "10",
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  };
  const listener = createListener(ears as unknown as Parameters<typeof createListener>[0]);
  const author = { id: "20", username: "sam" };
  for (const channel_id of ["61", "31"]) {
    const message = { id: `${channel_id}00`, channel_id, type: 0, author, content: "words", mentions: [] };
    await listener.message(message);
    await listener.edit({ ...message, edited_timestamp: "2026-01-12T09:00:00.000Z" });
    await listener.deletion({ id: message.id, channel_id });
    await listener.reaction({ user_id: "20", channel_id, message_id: message.id, emoji: { name: "🎫" } });
  }
  expect(core.met.map(({ kind, key }) => [kind, key.includes("3100")])).toEqual([
    ["message", true],
    ["edited", true],
    ["deleted", true],
    ["react", true],
  ]);
});
