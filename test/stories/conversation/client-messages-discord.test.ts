import { afterEach, beforeEach, expect, test } from "vitest";
import { deskAcross, discordChannels as channels, onDiscord as people } from "../../support/discord-cast.ts";
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
const direct = () => world.discord.dm(people.sam).id;
const attachment = { id: "7", filename: "error.txt", size: 3, content_type: "text/plain", url: "", proxy_url: "" };

/** What Discord sends of a forwarded message, which does not include its author. */
const forwarded = (content: string, more: object = {}) => ({
  message_reference: { type: 1, message_id: "1", channel_id: "2" },
  message_snapshots: [{ message: { type: 0, content, mentions: [], attachments: [], embeds: [], ...more } }],
});
const poll = {
  poll: {
    question: { text: "¿Os va?" },
    answers: [
      { answer_id: 1, poll_media: { text: "sí", emoji: { name: "👍" } } },
      { answer_id: 2, poll_media: { text: "no" } },
    ],
    expiry: null,
    allow_multiselect: false,
    layout_type: 1,
  },
};
const sticker = { sticker_items: [{ id: "1", name: "Wave", format_type: 1 }] };
const shapes = [
  ["a forwarded message", forwarded("Error 502\nsince nine"), "↪ Fwd: Error 502\n> since nine"],
  ["a poll", poll, "📊 ¿Os va?\n• 👍 sí\n• no"],
  ["a sticker", sticker, ":Wave:"],
  ["a forwarded poll", forwarded("", poll), "↪ Fwd: 📊 ¿Os va?\n> • 👍 sí\n> • no"],
  ["a forwarded sticker", forwarded("", sticker), "↪ Fwd: :Wave:"],
] as const;

test.each(shapes)("a direct message that holds only %s opens a ticket with its text", async (_, shows, words) => {
  user("sam").writes(direct(), "", { shows });
  await world.pass(0);
  expect(await world.ticket()).toMatchObject({
    title: words.split("\n")[0],
    description: words,
    requester: { user: `discord:${people.sam}` },
    source: { how: "direct" },
  });
  expect(
    world.discord
      .dm(people.sam)
      .messages.map(({ text }) => text)
      .join("\n"),
  ).toContain("T-1001");
});

test("the team sees each of them quoted from the ticket's thread, below a comment too", async () => {
  const asked = user("carla").writes(channels.acme, `<@${world.discord.botUser}> el vídeo no se ve`);
  await world.settle();
  const inside = () => world.thread(world.onlyCard(channels.triage)).at(-1)?.text ?? "";
  for (const [, shows, words] of shapes) {
    user("carla").writes(asked.id, "", { shows });
    await world.settle();
    expect((await world.ticket()).lastCustomerMessage?.text).toBe(words);
    expect(inside()).toContain(words.split("\n")[0]?.replace(/^↪ Fwd: /, ""));
    user("carla").writes(asked.id, "mirad", { shows });
    await world.settle();
    expect((await world.ticket()).lastCustomerMessage?.text).toBe(`mirad\n${words}`);
  }
});

test("a 🎫 on a forwarded message, and the message's own menu, use its text", async () => {
  user("carla").reacts(user("carla").writes(channels.acme, "", { shows: forwarded("Error 502") }));
  await world.settle();
  expect(await world.ticket()).toMatchObject({ description: "↪ Fwd: Error 502" });
  await user("carla").uses(
    user("carla").writes(channels.acme, "", { shows: forwarded("Error 503") }),
    "Open ticket from message",
  );
  expect(user("carla").seesForm()?.initial).toMatchObject({ description: "↪ Fwd: Error 503" });
});

test("the files of a forwarded message and a voice message are named like other files", async () => {
  user("sam").writes(direct(), "", { shows: forwarded("", { attachments: [attachment] }) });
  await world.pass(0);
  const files = async () => (await world.messages()).flatMap((posted) => posted.files);
  expect(await files()).toMatchObject([{ name: "error.txt", rejectedBecause: null }]);
  user("sam").writes(direct(), "", {
    files: [{ name: "voice-message.ogg", content: "OggS" }],
    shows: { flags: 8192 },
  });
  await world.pass(0);
  expect((await files()).map(({ name, rejectedBecause: not }) => [name, not])).toEqual([
    ["error.txt", null],
    ["voice-message.ogg", null],
  ]);
});
