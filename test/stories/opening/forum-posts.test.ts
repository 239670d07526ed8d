import { afterEach, expect, test } from "vitest";
import {
  deskAcross,
  discordCast,
  discordChannels as channels,
  onDiscord as people,
} from "../../support/discord-cast.ts";
import { startWorldAcross, type WorldAcross } from "../../support/world-across.ts";

let world: WorldAcross;
afterEach(async () => {
  await world.stop();
  expect(world.discord.refusals).toEqual([]);
});

const opens = async (): Promise<void> => {
  const places = discordCast.channels.map((each) =>
    each.id === channels.acme ? ({ ...each, kind: "forum" } as const) : each,
  );
  world = await startWorldAcross(deskAcross(["discord"], "discord"), { channels: places });
};
const texts = (post: string) => (world.discord.thread(post)?.messages ?? []).map(({ text }) => text).join("\n");

test("a customer's post in their forum is a ticket at once, and the post is its conversation", async () => {
  await opens();
  const post = world.discord.user(people.carla).posts(channels.acme, "El vídeo no se ve", "En ninguna tele.");
  await world.settle();
  expect(await world.ticket()).toMatchObject({
    description: "En ninguna tele.",
    account: "acme",
    requester: { name: "carla" },
    conversation: { kind: "channel", thread: post.channel },
    source: { message: post.id, root: post.id, how: "posted" },
  });
  expect(texts(post.channel)).toContain("T-1001");
  world.discord.user(people.carla).writes(post.channel, "Tampoco se oye");
  await world.settle();
  expect((await world.messages()).map(({ text }) => text)).toContain("Tampoco se oye");
  await expect(world.ticket(1002)).rejects.toThrow("no ticket");
});

test("an agent's post opens nothing, and nor does a thread that a customer begins in an ordinary channel", async () => {
  await opens();
  world.discord.user(people.luis).posts(channels.acme, "Mantenimiento", "El domingo a las dos.");
  const root = world.discord.user(people.carla).writes(channels.random, "hola");
  world.discord.user(people.carla).beginsThread(root, "hola");
  await world.settle();
  await expect(world.ticket()).rejects.toThrow("no ticket");
});
