import { afterEach, beforeEach, expect, test } from "vitest";
import { deskAcross, discordChannels as channels, onDiscord as people } from "../../support/discord-cast.ts";
import { startWorldAcross, type WorldAcross } from "../../support/world-across.ts";

let world: WorldAcross;
beforeEach(async () => {
  world = await startWorldAcross(deskAcross(["discord"], "discord"));
});
afterEach(async () => {
  await world.stop();
  expect(world.discord.violations).toEqual([]);
  expect(world.discord.refusals).toEqual([]);
  expect(world.log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
});

const opens = async (): Promise<void> => {
  const carla = world.discord.user(people.carla);
  await carla.types(channels.acme, "/ticket new title:No sound");
  await carla.submits({ severity: "high", description: "Since nine." });
  await world.settle();
};
const threadOf = (channel: string) => world.discord.thread(world.onlyCard(channel).id);

test("a thread that could not begin under a rate limit begins by itself, and the customer can write there", async () => {
  for (const channel of [channels.acme, channels.triage])
    world.discord.fail("create_thread_from_message", { rateLimit: 40, scope: "shared" }, { channel });
  await opens();
  expect([threadOf(channels.acme), threadOf(channels.triage)]).toEqual([null, null]);
  await world.pass(1);
  expect(threadOf(channels.acme)).not.toBeNull();
  expect(threadOf(channels.triage)).not.toBeNull();
  world.discord.user(people.carla).writes(world.onlyCard(channels.acme).id, "And no picture");
  await world.settle();
  expect((await world.messages()).map(({ text }) => text)).toEqual(["And no picture"]);
  const { edits } = world.onlyCard(channels.acme);
  await world.pass(2);
  expect(world.onlyCard(channels.acme).edits).toBe(edits);
});

test("a thread that Discord refuses for good is not tried again and again", async () => {
  world.discord.fail("create_thread_from_message", { code: 50013 }, { channel: channels.acme, times: 100 });
  await opens();
  for (let minute = 0; minute < 10; minute += 1) await world.pass(1);
  const tries = world.discord.calls.filter(({ operation }) => operation === "create_thread_from_message");
  expect(tries.length).toBeLessThanOrEqual(3);
});
