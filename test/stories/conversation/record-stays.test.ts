import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sql } from "../../../src/db/schema/orm.ts";
import { deskAcross, discordChannels as channels, onDiscord as people } from "../../support/discord-cast.ts";
import { startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";
import { startWorldAcross, type WorldAcross } from "../../support/world-across.ts";
import { inEnglish, inOrder } from "../../support/sentences.ts";

const promise = "We will refund you 10,000 EUR by Friday";

describe("an agent's message in the customer's thread on Discord that a moderator deletes", () => {
  let world: WorldAcross;
  beforeEach(async () => {
    world = await startWorldAcross(deskAcross(["discord"], "discord"));
    await user("carla").types(channels.acme, "/ticket new title:El vídeo no se ve");
    await user("carla").submits({ severity: "high", description: "No se reproduce nada." });
    await world.settle();
  });
  afterEach(() => world.stop());

  const user = (name: keyof typeof people) => world.discord.user(people[name]);
  const history = async (): Promise<string> => {
    await user("luis").types(channels.triage, "/ticket history number:1001");
    await world.settle();
    return user("luis").privates.at(-1)?.text ?? "";
  };

  test("stays on record, the history names no person for the deletion, and triage is told", async () => {
    const conversation = world.onlyCard(channels.acme);
    const posted = user("luis").writes(conversation.id, promise);
    await world.settle();
    user("luis").deletes(posted);
    await world.settle();
    expect((await world.messages()).at(-1)?.text).toBe(promise);
    const received = await history();
    expect(received).toContain(promise);
    expect(received).toMatch(inOrder("Discord", inEnglish("history.deletedOnPlatformKept", { author: "Luis Gil" })));
    expect(received).not.toMatch(/deleted (?:a|the|their) /);
    const triage = world.thread(world.onlyCard(channels.triage)).at(-1)?.text;
    expect(triage).toMatch(inEnglish("publicMessage.deletedOnPlatform", { platform: "Discord", name: "Luis Gil" }));
    expect(triage).toContain(promise);
  });

  test("and what people delete while Plazo is offline is found afterwards, also in archived threads, while what went with its thread or channel stays", async () => {
    const conversation = world.onlyCard(channels.acme);
    const triage = world.onlyCard(channels.triage);
    const carla = user("carla");
    const written = {
      reply: user("luis").writes(conversation.id, promise),
      note: user("luis").writes(triage.id, "canary-note"),
      below: carla.writes(conversation.id, "canary-below"),
      inline: carla.writes(channels.acme, "canary-inline", { replyTo: conversation.id }),
      stays: carla.writes(channels.acme, "I can wait", { replyTo: conversation.id }),
    };
    await world.settle();
    const texts = async () =>
      Object.fromEntries((await world.messages()).map(({ message, text }) => [message.id, text]));
    await world.discordAway(() => {
      user("luis").deletes(written.reply);
      carla.deletes(written.below);
      carla.deletes(written.inline);
      world.discord.channel(triage.id).remove();
      world.discord.channel(conversation.id).archive();
    });
    await world.settle();
    expect(await texts()).toEqual({
      [written.reply.id]: promise,
      [written.note.id]: "canary-note",
      [written.below.id]: "",
      [written.inline.id]: "",
      [written.stays.id]: "I can wait",
    });
    const deleted = (await world.messages()).filter(({ deletedAt }) => deletedAt !== null);
    expect(deleted).toHaveLength(3);
    const received = await history();
    expect(received).toMatch(inOrder("Discord", inEnglish("history.deletedOnPlatformKept", { author: "Luis Gil" })));
    expect(received).not.toMatch(/deleted (?:a|the|their) /);

    // A whole channel is deleted while Plazo is online.
    world.discord.channel(channels.acme).remove();
    await world.settle();
    expect((await texts())[written.stays.id]).toBe("I can wait");
  });
});

describe("after a deletion", () => {
  let world: StoryWorld;
  beforeEach(async () => {
    world = await startStoryWorld("testchat");
    await world.opens();
  });
  afterEach(() => world.stop());

  test("a customer's deleted message stays in no table, whether its copy was sent or still waits", async () => {
    const carla = world.user("carla");
    const tables = await world.database.rows<{ name: string }>(
      sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
    );
    const holding = async (text: string): Promise<readonly string[]> => {
      const found: string[] = [];
      for (const { name } of tables) {
        const [row] = await world.database.rows<{ count: number }>(
          sql`select count(*)::int as count from ${sql.identifier(name)} as each where each::text like ${`%${text}%`}`,
        );
        if ((row?.count ?? 0) > 0) found.push(name);
      }
      return found;
    };
    const sent = await carla.writes("acme", "Mi clave es canary-1", world.conversation());
    await world.settle();
    const port = world.ports.get("testchat") ?? expect.fail("no port");
    const failure = { ok: false, failure: { kind: "tryAgain", why: "down" } } as const;
    world.ports.set("testchat", { ...port, post: async () => failure });
    const waits = await carla.writes("acme", "Mi clave es canary-2", world.conversation());
    await world.settle();
    expect(await holding("canary-1")).toContain("outbox");
    expect(await holding("canary-2")).toContain("outbox");
    for (const each of [sent, waits]) await carla.deletes(each);
    await world.settle();
    world.ports.set("testchat", port);
    for (let times = 0; times < 6; times += 1) await world.pass(3);
    expect([await holding("canary-1"), await holding("canary-2")]).toEqual([[], []]);
  });

  const stored = async (): Promise<string> =>
    JSON.stringify(await world.database.rows(sql`select body::text as text from events`));

  test("an agent's public message stays with every earlier version, and an internal note is removed", async () => {
    const luis = world.user("luis");
    const posted = await luis.writes("acme", promise, world.conversation());
    await world.settle();
    await luis.edits(posted, "We will look into it");
    await world.settle();
    await luis.deletes(posted);
    const note = await luis.writes("triage", "canary-4711", world.card());
    await world.settle();
    await luis.deletes(note);
    await world.settle();
    expect(await stored()).toContain(promise);
    expect(await stored()).toContain("We will look into it");
    expect(await stored()).not.toContain("canary-4711");
    await luis.types("triage", "/ticket history 1001");
    await world.settle();
    expect(luis.privates.at(-1)?.text).toMatch(
      inOrder(
        "refund",
        "look into it",
        inEnglish("history.deletedOnPlatformKept", { author: "Luis Gil" }),
        inEnglish("history.deletedOnPlatform.noted", { author: "Luis Gil" }),
      ),
    );
  });
});
