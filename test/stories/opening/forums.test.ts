import { afterEach, expect, test } from "vitest";
import {
  deskAcross,
  discordCast,
  discordChannels as channels,
  onDiscord as people,
} from "../../support/discord-cast.ts";
import type { FakeDiscordOptions } from "../../support/fake-discord/interface.ts";
import { startWorldAcross, type WorldAcross } from "../../support/world-across.ts";
import { inSpanish } from "../../support/sentences.ts";

type Tag = NonNullable<NonNullable<FakeDiscordOptions["channels"]>[number]["tags"]>[number];

let world: WorldAcross;
afterEach(async () => {
  await world.stop();
  expect(world.discord.refusals).toEqual([]);
  expect(world.log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
});

/** Acme's channel is a forum. */
const opens = async (
  forum: { readonly tags?: readonly Tag[]; readonly needsTag?: boolean } = {},
  team: "slack" | "discord" = "discord",
): Promise<void> => {
  const places = discordCast.channels.map((each) =>
    each.id === channels.acme ? ({ ...each, ...forum, kind: "forum" } as const) : each,
  );
  world = await startWorldAcross(deskAcross([team], "discord"), { channels: places });
};
const user = (name: keyof typeof people) => world.discord.user(people[name]);
const posted = (place: string) => (world.discord.thread(place)?.messages ?? []).map(({ text }) => text);
const fills = { severity: "high", description: "No se reproduce nada." };
const asks = async (place: string, title = "El vídeo no se ve"): Promise<void> => {
  await user("carla").types(place, `/ticket new title:${title}`);
  await user("carla").submits(fills);
  await world.settle();
};
const receipt = () => user("carla").privates.at(-1)?.text ?? "";
const postOf = async (number = 1001): Promise<string> => {
  const { conversation } = await world.ticket(number);
  expect(conversation).toEqual({ kind: "channel", channel: `discord:${channels.acme}`, state: "inFirstPlace" });
  const shown = [...posted(channels.acme)];
  expect(shown).toEqual([]);
  const made = world.discord.calls.filter(({ operation }) => operation === "create_thread");
  expect(made).toHaveLength(1);
  const post = world.discord.posts(channels.acme).findLast(({ owner }) => owner === world.discord.botUser);
  return post?.id ?? "";
};

test("/ticket new in a customer's forum creates a post, in which the customer and the desk talk", async () => {
  await opens();
  await asks(channels.acme);
  const post = await postOf();
  expect(world.discord.channel(post).name).toContain("El vídeo no se ve");
  expect(posted(post)[0]).toContain("T-1001");
  expect(receipt()).toMatch(inSpanish("receipt.inChannel", { channel: `#${channels.acme}` }));
  expect(world.discord.channel(post).members).toContain(people.carla);
  expect(world.discord.dm(people.carla).messages).toEqual([]);
  user("carla").writes(post, "tampoco se oye");
  await world.settle();
  expect((await world.ticket()).lastCustomerMessage?.text).toBe("tampoco se oye");
  await user("luis").presses(world.onlyCard(channels.triage), "reply");
  await user("luis").submits({ text: "Lo estamos mirando" });
  await world.settle();
  expect(posted(post).at(-1)).toContain("Lo estamos mirando");
});

test("/ticket new in a post uses that post with its earlier messages, and the receipt says so", async () => {
  await opens();
  const post = user("carla").posts(channels.acme, "Problemas", "Desde ayer va lento").channel;
  await asks(post);
  expect(await world.ticket()).toMatchObject({
    title: "El vídeo no se ve",
    requester: { user: `discord:${people.carla}` },
    conversation: { channel: `discord:${channels.acme}`, thread: post },
  });
  expect(world.discord.posts(channels.acme)).toHaveLength(1);
  expect(posted(post).at(-1)).toMatch(/T-1001[^]*No se reproduce nada/);
  expect(receipt()).toMatch(inSpanish("receipt.inThread"));
  expect(posted(world.onlyCard(channels.triage).id).join("\n")).toContain("Desde ayer va lento");
  expect(world.onlyCard(channels.triage).text).toContain("No se reproduce nada");
  user("carla").writes(post, "tampoco se oye");
  await world.settle();
  expect((await world.ticket()).lastCustomerMessage?.text).toBe("tampoco se oye");
});

test("/ticket new in a post that belongs to a ticket creates another post", async () => {
  await opens();
  const post = user("carla").posts(channels.acme, "Problemas", "Desde ayer va lento").channel;
  await asks(post);
  await asks(post, "Otra cosa");
  expect(await world.ticket(1002)).toMatchObject({
    title: "Otra cosa",
    source: null,
    conversation: { kind: "channel", channel: `discord:${channels.acme}` },
  });
  const [, own] = world.discord.posts(channels.acme);
  expect(posted(own?.id ?? "")[0]).toContain("T-1002");
});

test("a ticket that staff open on another platform for an account gets a post in its forum, tagged", async () => {
  await opens({ needsTag: true, tags: [{ id: "510000000000000001", name: "ask", moderated: false }] }, "slack");
  await world.slack.user("U0LUIS").types("C0TRIAGE", "/ticket");
  await world.slack
    .user("U0LUIS")
    .submits({ title: "Nos llamaron", severity: "high", description: "Va mal", account: "acme" });
  await world.settle();
  const post = await postOf();
  expect(posted(post)[0]).toContain("Nos llamaron");
});

test("if the forum refuses a post, direct messages are used, and the receipt and triage say so", async () => {
  await opens();
  world.discord.channel(channels.acme).allow({ send: false });
  await asks(channels.acme);
  await world.pass(0);
  expect(receipt()).toMatch(inSpanish("receipt.directInstead"));
  expect(receipt()).not.toMatch(inSpanish("receipt.inChannel"));
  expect(world.discord.posts(channels.acme)).toEqual([]);
  expect(
    world.discord
      .dm(people.carla)
      .messages.map(({ text }) => text)
      .join("\n"),
  ).toContain("T-1001");
  expect((await world.ticket()).conversation).toMatchObject({ kind: "person" });
});

test.each([
  ["the first tag that everybody may choose", [true, false], [1]],
  ["no tag if only moderators may choose them", [true], null],
  ["no tag if there is none", [], null],
] as const)("a forum that requires a tag gets %s", async (_, moderated, applied) => {
  const tags = moderated.map((each, n) => ({ id: `51000000000000000${n}`, name: `tag ${n}`, moderated: each }));
  await opens({ needsTag: true, tags });
  await asks(channels.acme);
  await world.pass(0);
  expect(world.discord.posts(channels.acme)).toHaveLength(applied === null ? 0 : 1);
  expect(receipt()).toMatch(inSpanish(applied === null ? "receipt.directInstead" : "receipt.inChannel"));
  const tagged = world.discord.shown
    .map(({ what }) => JSON.stringify(what))
    .find((each) => each.includes("applied_tags"));
  if (applied !== null) expect(tagged).toContain(tags[applied[0]]?.id);
});

test("after a restart an answer goes to the post without a search of the forum, and no message of the meantime is missed", async () => {
  await opens();
  await asks(channels.acme);
  const bots = await postOf();
  const carlas = user("carla").posts(channels.acme, "Otro", "Otro problema").channel;
  await asks(carlas, "Otro");
  world.discord.channel(bots).archive();
  const calls = world.discord.calls.length;
  await world.discordAway(() => {
    world.sleepThrough(5);
    user("carla").writes(carlas, "¿Hay alguien?");
    world.discord.channel(bots).archive();
  });
  await world.settle();
  expect((await world.ticket(1002)).lastCustomerMessage?.text).toBe("¿Hay alguien?");
  const [card] = world.discord.channel(channels.triage).messages.filter(({ text }) => text.includes("T-1001"));
  if (card === undefined) throw new Error("no card");
  await user("luis").presses(card, "reply");
  await user("luis").submits({ text: "Lo estamos mirando" });
  await world.settle();
  expect(posted(bots).at(-1)).toContain("Lo estamos mirando");
  const inForum = world.discord.calls
    .slice(calls)
    .filter(({ operation, channel }) => channel === channels.acme && operation !== "get_channel");
  expect(inForum).toEqual([]);
});

test("if the post was deleted, the ticket and the answer appear in a new one", async () => {
  await opens();
  await asks(channels.acme);
  const post = await postOf();
  world.discord.channel(post).remove();
  await user("luis").presses(world.onlyCard(channels.triage), "reply");
  await user("luis").submits({ text: "Lo estamos mirando" });
  await world.settle();
  const [fresh] = world.discord.posts(channels.acme);
  expect(fresh?.id).not.toBe(post);
  expect(posted(fresh?.id ?? "").join("\n")).toMatch(/T-1001[^]*Lo estamos mirando/);
});

test("a 🎫 on a post makes a ticket in that post", async () => {
  await opens();
  const post = user("carla").posts(channels.acme, "Problemas", "Desde ayer va lento");
  user("carla").reacts(post);
  await world.settle();
  expect(await world.ticket()).toMatchObject({ title: "Desde ayer va lento", conversation: { thread: post.channel } });
  expect(posted(post.channel).at(-1)).toContain("T-1001");
  expect(world.discord.channel(post.channel).messages[0]?.reactions["🎫"]).toContain(world.discord.botUser);
});
