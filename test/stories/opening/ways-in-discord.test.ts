import { afterEach, beforeEach, expect, test } from "vitest";
import { deskAcross, discordChannels as channels, onDiscord as people } from "../../support/discord-cast.ts";
import { botRole, likeBotRole } from "../../support/fake-discord/permissions.ts";
import { startWorldAcross, type WorldAcross } from "../../support/world-across.ts";

let world: WorldAcross;
beforeEach(async () => {
  world = await startWorldAcross(deskAcross(["discord"], "discord"));
});
afterEach(async () => {
  await world.stop();
  expect(world.discord.refusals).toEqual([]);
  expect(world.log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
});

const user = (name: keyof typeof people) => world.discord.user(people[name]);
const posted = (place: string) => (world.discord.thread(place)?.messages ?? []).map(({ text }) => text).join("\n");

test("a customer who mentions the bot gets a ticket in a thread below their message, marked with a 🎫", async () => {
  const asked = user("carla").writes(channels.acme, `<@${world.discord.botUser}> el vídeo no se ve`);
  await world.settle();
  expect(await world.ticket()).toMatchObject({
    title: "el vídeo no se ve",
    sla: { claimedSeverity: "medium" },
    requester: { name: "carla" },
    conversation: { thread: asked.id },
  });
  expect(posted(asked.id)).toContain("T-1001");
  const [message] = world.discord.channel(channels.acme).messages;
  expect(message?.reactions).toEqual({ "🎫": [world.discord.botUser] });
  user("carla").writes(asked.id, "y tampoco se oye");
  user("carla").writes(channels.acme, "solo en la tele", { replyTo: asked.id });
  await world.settle();
  expect(posted(world.onlyCard(channels.triage).id)).toMatch(/y tampoco se oye[^]*solo en la tele/);
  user("luis").writes(asked.id, `<@${world.discord.botUser}> lo miramos`);
  await world.settle();
  expect((await world.ticket()).replies).toBe(1);
  await expect(world.ticket(1002)).rejects.toThrow("no ticket");
});

test("a mention of the bot's own role opens a ticket as well, and other roles do not", async () => {
  user("carla").writes(channels.acme, `<@&${likeBotRole}> hola`);
  await world.settle();
  await expect(world.ticket()).rejects.toThrow("no ticket");
  const asked = user("carla").writes(channels.acme, `<@&${botRole}> el vídeo no se ve`);
  await world.settle();
  expect(await world.ticket()).toMatchObject({ title: "el vídeo no se ve", conversation: { thread: asked.id } });
});

test("a 🎫 on a message in a customer's thread makes a ticket of the thread", async () => {
  const root = user("carla").writes(channels.acme, "Buenos días");
  const thread = user("carla").beginsThread(root, "Buenos días");
  const problem = user("carla").writes(thread, "La carga de vídeos falla");
  user("luis").reacts(problem);
  await world.settle();
  expect(await world.ticket()).toMatchObject({
    title: "La carga de vídeos falla",
    requester: { user: `discord:${people.carla}` },
    source: { message: problem.id, root: root.id, how: "reacted" },
  });
  expect(posted(world.onlyCard(channels.triage).id)).toContain("Buenos días");
  expect(posted(thread)).toContain("T-1001");
  expect(world.discord.channel(thread).messages.find(({ id }) => id === problem.id)?.reactions["🎫"]).toContain(
    world.discord.botUser,
  );
});

test("a message's own menu fills the form, and the ticket appears below the message", async () => {
  const wrote = user("carla").writes(channels.acme, "No puedo entrar\nDice «sesión caducada».");
  await user("carla").uses(wrote, "Open ticket from message");
  expect(user("carla").seesForm()?.initial).toMatchObject({
    title: "No puedo entrar",
    description: "No puedo entrar\nDice «sesión caducada».",
  });
  await user("carla").submits({ severity: "high" });
  await world.settle();
  expect(await world.ticket()).toMatchObject({ sla: { claimedSeverity: "high" }, conversation: { thread: wrote.id } });
  expect(posted(wrote.id)).toContain("T-1001");
  expect(user("carla").privates.at(-1)?.text).toContain("T-1001");
});

test("a direct message to the bot opens a ticket, and what follows belongs to it", async () => {
  const direct = world.discord.dm(people.sam);
  user("sam").writes(direct.id, "My videos are gone");
  await world.pass(0);
  expect(await world.ticket()).toMatchObject({ source: { how: "direct" }, conversation: { kind: "person" } });
  expect(direct.messages).toHaveLength(2);
  user("sam").writes(direct.id, "All of them");
  await world.pass(0);
  expect((await world.ticket()).lastCustomerMessage?.text).toBe("All of them");
});

test("the files of a message that becomes a ticket come with it, and its edits and deletions follow", async () => {
  const files = [{ name: "player.log", content: "error 42" }];
  const asked = user("carla").writes(channels.acme, `<@${world.discord.botUser}> mi clave es canary-1`, { files });
  await world.settle();
  const root = world.onlyCard(channels.triage).id;
  expect(world.discord.thread(root)?.messages.map(({ raw }) => raw.files)).toEqual([files]);
  user("carla").edits(asked, "mi clave es canary-2");
  await world.settle();
  expect((await world.ticket()).description).toBe("mi clave es canary-2");
  user("carla").deletes(asked);
  await world.settle();
  expect(await world.ticket()).toMatchObject({ title: "…", description: "" });
  expect(world.onlyCard(channels.triage).text).not.toContain("canary");
});

test("the files of a thread that becomes a ticket come with it too", async () => {
  const root = user("carla").writes(channels.acme, "Buenos días");
  const thread = user("carla").beginsThread(root, "Buenos días");
  user("carla").writes(thread, "Esto sale", { files: [{ name: "a.png", content: "AAA" }] });
  const problem = user("carla").writes(thread, "La carga falla", { files: [{ name: "b.log", content: "BBB" }] });
  user("luis").reacts(problem);
  await world.settle();
  const below = world.discord.thread(world.onlyCard(channels.triage).id)?.messages ?? [];
  expect(below.flatMap(({ raw }) => raw.files ?? []).map(({ name }) => name)).toEqual(["b.log", "a.png"]);
});
