import { afterEach, beforeEach, expect, test } from "vitest";
import { deskAcross, discordChannels as channels, onDiscord as people } from "../../support/discord-cast.ts";
import { inEnglish } from "../../support/sentences.ts";
import { startWorldAcross, type WorldAcross } from "../../support/world-across.ts";

const month = 30 * 24 * 60;

let world: WorldAcross;
beforeEach(async () => {
  world = await startWorldAcross({ ...deskAcross(["discord"], "discord"), reopen: { days: 7, ms: 0 } });
});
afterEach(async () => {
  await world.stop();
  expect(world.discord.refusals).toEqual([]);
  expect(world.log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
});

const carla = () => world.discord.user(people.carla);
const closesLongAgo = async (channel: string): Promise<void> => {
  await carla().types(channel, "/ticket close number:T-1001");
  await world.settle();
  expect((await world.ticket()).status).toBe("resolved");
  await world.pass(month);
};
const shownIn = (channel: string): string => JSON.stringify(world.discord.channel(channel).messages);

test("a message below a long closed ticket can be edited and deleted after it opened a follow-up, and brings its files", async () => {
  const asked = carla().writes(channels.acme, `<@${world.discord.botUser}> el vídeo no se ve`);
  await world.settle();
  await closesLongAgo(channels.acme);
  const files = [{ name: "player.log", content: "error 42" }];
  const again = carla().writes(asked.id, "Otra vez, mi clave es canary-1", { files });
  await world.settle();
  expect(await world.ticket(1002)).toMatchObject({ title: "el vídeo no se ve", links: [{ how: "follows" }] });
  expect((await world.messages(1002)).flatMap((each) => each.files)).toMatchObject([{ name: "player.log" }]);
  carla().edits(again, "Otra vez");
  await world.settle();
  expect((await world.ticket(1002)).description).toBe("Otra vez");
  expect(shownIn(channels.triage)).not.toContain("canary");
  carla().deletes(again);
  await world.settle();
  expect(await world.ticket(1002)).toMatchObject({ title: "el vídeo no se ve", description: "" });
});

test("a follow-up of a ticket in direct messages is not shown in the account's channel", async () => {
  const direct = world.discord.dm(people.carla);
  carla().writes(direct.id, "Private: films");
  await world.settle();
  await closesLongAgo(direct.id);
  const card = direct.messages.find(({ text }) => text.includes("T-1001"));
  carla().writes(direct.id, "Private again, about my boss", { replyTo: card?.id ?? "" });
  await world.pass(1);
  expect(await world.ticket(1002)).toMatchObject({
    description: "Private again, about my boss",
    conversation: { kind: "person", user: `discord:${people.carla}` },
  });
  expect(shownIn(channels.acme)).not.toContain("Private");
  expect(direct.messages.some(({ text }) => text.includes("T-1002"))).toBe(true);
});

test("a contact of another account who writes below a long closed ticket is told to open their own, and nothing is recorded", async () => {
  const asked = carla().writes(channels.acme, `<@${world.discord.botUser}> el vídeo no se ve`);
  await world.settle();
  await closesLongAgo(channels.acme);
  const before = (await world.messages()).length;
  world.discord.user(people.oliver).writes(asked.id, "No se ve, canary-2");
  await world.settle();
  expect(world.discord.dm(people.oliver).messages.at(-1)?.text).toMatch(inEnglish("message.closedForOthers"));
  expect(await world.messages()).toHaveLength(before);
  await expect(world.ticket(1002)).rejects.toThrow("no ticket");
  expect(shownIn(channels.triage)).not.toContain("canary");
});
