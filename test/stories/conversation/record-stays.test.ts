import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sql } from "../../../src/db/schema/orm.ts";
import { deskAcross, discordChannels as channels, onDiscord as people } from "../../support/discord-cast.ts";
import { startWorld, type World } from "../../support/world.ts";
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
    const said = user("luis").writes(conversation.id, promise);
    await world.settle();
    user("luis").deletes(said);
    await world.settle();
    expect((await world.messages()).at(-1)?.text).toBe(promise);
    const told = await history();
    expect(told).toContain(promise);
    expect(told).toMatch(inOrder("Discord", inEnglish("history.deletedOnPlatformKept", { author: "Luis Gil" })));
    expect(told).not.toMatch(/deleted (?:a|the|their) /);
    const triage = world.thread(world.onlyCard(channels.triage)).at(-1)?.text;
    expect(triage).toMatch(inEnglish("publicMessage.deletedOnPlatform", { platform: "Discord", name: "Luis Gil" }));
    expect(triage).toContain(promise);
  });
});

describe("on Slack after a deletion", () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await world.opens();
  });
  afterEach(() => world.stop());

  test("a customer's deleted message stays in no table, whether its copy was sent or still waits", async () => {
    const carla = world.slack.user("U0CARLA");
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
    const sent = await carla.writes("C0ACME", "Mi clave es canary-1", { thread: world.conversation().ts });
    await world.settle();
    const port = world.ports.get("slack") ?? expect.fail("no Slack");
    const failure = { ok: false, failure: { kind: "tryAgain", why: "down" } } as const;
    world.ports.set("slack", { ...port, post: async () => failure });
    const waits = await carla.writes("C0ACME", "Mi clave es canary-2", { thread: world.conversation().ts });
    await world.settle();
    expect(await holding("canary-1")).toContain("outbox");
    expect(await holding("canary-2")).toContain("outbox");
    for (const each of [sent, waits]) await carla.deletes(each);
    await world.settle();
    world.ports.set("slack", port);
    for (let times = 0; times < 6; times += 1) await world.pass(3);
    expect([await holding("canary-1"), await holding("canary-2")]).toEqual([[], []]);
  });

  const stored = async (): Promise<string> =>
    JSON.stringify(await world.database.rows(sql`select body::text as text from events`));

  test("an agent's public message stays with every earlier version, and an internal note is removed", async () => {
    const luis = world.slack.user("U0LUIS");
    const said = await luis.writes("C0ACME", promise, { thread: world.conversation().ts });
    await world.settle();
    await luis.edits(said, "We will look into it");
    await world.settle();
    await luis.deletes(said);
    const note = await luis.writes("C0TRIAGE", "canary-4711", { thread: world.card().ts });
    await world.settle();
    await luis.deletes(note);
    await world.settle();
    expect(await stored()).toContain(promise);
    expect(await stored()).toContain("We will look into it");
    expect(await stored()).not.toContain("canary-4711");
    await luis.types("C0TRIAGE", "/ticket history 1001");
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
