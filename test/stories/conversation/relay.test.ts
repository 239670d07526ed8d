import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sql } from "../../../src/db/schema/orm.ts";
import type { ShownMessage } from "../../support/fake-slack/interface.ts";
import { deskAcross, discordChannels, onDiscord } from "../../support/discord-cast.ts";
import type { SharedFile } from "../../support/fake-slack/uploads.ts";
import { startWorldAcross, type WorldAcross } from "../../support/world-across.ts";
import { startWorld, type World } from "../../support/world.ts";
import { zipOf } from "../../support/zip-of.ts";
import { inEnglish, inOrder } from "../../support/sentences.ts";
import { expectCard } from "../../support/expect-card.ts";

describe("a customer's message in the ticket's thread", () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await world.opens();
  });
  afterEach(async () => {
    expect(world.log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
    await world.stop();
  });

  const carla = () => world.slack.user("U0CARLA");
  const writes = async (text: string) => {
    const written = await carla().writes("C0ACME", text, { thread: world.conversation().ts });
    await world.settle();
    return written;
  };
  const inside = (): readonly ShownMessage[] => world.thread(world.card());
  const history = async (): Promise<string> => {
    await world.slack.user("U0LUIS").types("C0TRIAGE", "/ticket history 1001");
    await world.settle();
    return world.slack.user("U0LUIS").privates.at(-1)?.text ?? "";
  };

  test("appears in the team's thread with its author, their company, and a mark that they are a customer", async () => {
    await writes("Sigue sin verse");
    expect(inside()).toHaveLength(1);
    expectCard(inside()[0]).says("author.external", { name: "carla", company: "Acme TV" }).has("Sigue sin verse");
  });

  test("is edited there when it is edited, and the history keeps both versions", async () => {
    const first = await writes("No va el canal 3");
    await writes("¿Hola?");
    await carla().edits(first, "No va el canal 8");
    await world.settle();
    expect(inside()).toHaveLength(2);
    expect(inside()[0]?.text).toContain("No va el canal 8");
    expect(inside()[0]?.text).toMatch(inEnglish("message.editedAt"));
    expect(inside()[0]?.text).not.toContain("canal 3");
    expect((await world.ticket()).lastCustomerMessage?.text).toBe("¿Hola?");
    expect(await history()).toMatch(/canal 3[^]*canal 8/);
  });

  test("is gone from everywhere once deleted, and the history still says that there was one", async () => {
    await writes("Primero");
    const secret = await writes("Mi clave es canary-1234");
    expect(inside()[1]?.text).toContain("canary");
    await carla().deletes(secret);
    await world.settle();
    expect(inside()).toHaveLength(2);
    expect(inside()[1]?.text).toMatch(inEnglish("message.deletedAt"));
    const received = await history();
    expect(received).toMatch(
      inOrder("Slack", inEnglish("history.deletedOnPlatform.customerWrote", { author: "carla" })),
    );
    expect((await world.ticket()).lastCustomerMessage?.text).toBe("Primero");
    const kept = await world.database.rows(sql`
      select body::text as text from events union all select message::text from outbox union all
      select tickets::text from tickets union all select thread_messages::text from thread_messages`);
    for (const place of [received, world.card().text, inside()[1]?.text, JSON.stringify(kept)])
      expect(place).not.toContain("canary");
  });

  test("may arrive six minutes after its own edit, and the history is the same", async () => {
    const thread = world.conversation().ts;
    world.slack.deliverTo(null);
    const first = await carla().writes("C0ACME", "No va el canal 3", { thread });
    world.slack.deliverTo(world.url);
    await carla().edits(first, "No va el canal 8");
    await world.settle();
    expect(inside()).toEqual([]);
    await world.pass(6);
    await world.slack.redeliver();
    await world.settle();
    await world.pass(1);
    expect(inside()).toHaveLength(1);
    expect(inside()[0]?.text).toContain("No va el canal 8");
    expect(await history()).toMatch(/canal 3[^]*canal 8/);
  });

  test("may never arrive: then the edited text is used", async () => {
    const thread = world.conversation().ts;
    world.slack.deliverTo(null);
    const first = await carla().writes("C0ACME", "No va el canal 3", { thread });
    world.slack.deliverTo(world.url);
    await carla().edits(first, "No va el canal 8");
    await world.settle();
    await world.pass(11);
    expect(inside()[0]?.text).toContain("No va el canal 8");
  });

  test("may be edited before it was copied: then the edited text is copied", async () => {
    const thread = world.conversation().ts;
    const first = await carla().writes("C0ACME", "No va el canal 3", { thread });
    await carla().edits(first, "No va el canal 8");
    const second = await carla().writes("C0ACME", "canary", { thread });
    await carla().deletes(second);
    await world.settle();
    expect(
      inside()
        .map(({ text }) => text)
        .join(),
    ).not.toContain("canary");
    expect(inside()[0]?.text).toContain("No va el canal 8");
    expect(await history()).toMatch(/canal 3[^]*canal 8/);
  });
});

describe("a file", () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await world.opens();
  });
  afterEach(() => world.stop());
  const shares = async (files: readonly SharedFile[], text = ""): Promise<void> => {
    const thread = world.conversation().ts;
    await world.slack.user("U0CARLA").writes("C0ACME", text, { thread, files });
    await world.settle();
  };
  const inside = () => world.thread(world.card()).map(({ text }) => text);

  test("that a customer shares reaches the team's thread, and stays with the ticket", async () => {
    await shares([{ name: "player.log", content: "error 42", type: "text/plain" }], "Aquí el registro");
    const [file] = world.slack.files;
    expect(file).toMatchObject({ name: "player.log", content: "error 42", sharedIn: "C0TRIAGE" });
    expect(file?.thread).toBe(world.card().ts);
    expect(inside()).toHaveLength(1);
    expect(inside()[0]).toContain("player.log");
    const kept = await world.database.rows<{ size: number }>(sql`select octet_length(bytes) as size from files`);
    expect(kept).toEqual([{ size: 8 }]);
  });

  test("that is a program, or too large, is not copied, and the team reads why", async () => {
    await shares([
      { name: "clip.exe", content: "MZ", size: 12_000_000 },
      { name: "clip.mp4", content: "x", size: 120_000_000 },
    ]);
    expect(world.slack.files).toEqual([]);
    expect(inside()).toHaveLength(1);
    expect(inside()[0]).toMatch(inOrder("clip.exe (12 MB)", inEnglish("file.why.program")));
    expect(inside()[0]).toMatch(inOrder("clip.mp4 (120 MB)", inEnglish("file.why.tooLarge")));
    expect(world.slack.log.some((each) => each.kind === "call" && each.method === "files.info")).toBe(false);
  });

  test("that runs code, hides it, or cannot be read is not copied", async () => {
    const listed = (names: readonly string[]): string => Buffer.from(zipOf(names)).toString("latin1");
    await shares([
      { name: "page.html", content: "<b>" },
      { name: "logs.7z", content: "7z" },
      { name: "logs.zip", content: listed(["player.log"]) },
      { name: "tools.zip", content: listed(["setup.exe"]) },
      { name: "player.log", content: "MZ..." },
      { name: "photo\u202Etxt.gnp", content: "x" },
    ]);
    expect(world.slack.files.map(({ name }) => name)).toEqual(["logs.zip", "phototxt.gnp"]);
    const why = inside().join("\n");
    expect(why).toMatch(inOrder("page.html ", inEnglish("file.why.active")));
    expect(why).toMatch(inOrder("logs.7z ", inEnglish("file.why.archive")));
    expect(why).toMatch(inOrder("tools.zip ", inEnglish("file.why.packed")));
    expect(why).toMatch(inOrder("player.log ", inEnglish("file.why.program")));
    const kept = await world.database.rows<{ name: string }>(sql`select name from files order by at, file`);
    expect(kept.map(({ name }) => name)).not.toContain("tools.zip");
  });

  test("is read from Slack's own server only, and no further than the size limit", async () => {
    await shares([
      { name: "a.txt", content: "x", address: "https://files.slack.com.evil.example/a.txt" },
      { name: "b.txt", content: "x".repeat(10 * 1024 * 1024 + 1), size: 5 },
    ]);
    expect(world.slack.files).toEqual([]);
    expect(inside().filter((text) => inEnglish("file.notCopied").test(text))).toHaveLength(2);
    expect(inside()[1]).toContain("it is not on Slack’s own server");
    expect(inside()[2]).toMatch(inEnglish("file.why.tooLarge"));
  });

  test("is removed when its message is deleted", async () => {
    const thread = world.conversation().ts;
    const files = [{ name: "player.log", content: "canary" }];
    const written = await world.slack.user("U0CARLA").writes("C0ACME", "Aquí", { thread, files });
    await world.settle();
    await world.slack.user("U0CARLA").deletes(written);
    await world.settle();
    expect(await world.database.rows(sql`select * from files`)).toEqual([]);
    expect(inside()[0]).not.toContain("player.log");
  });
});

describe("after a card was deleted", () => {
  test("messages in its thread still arrive, and the answers appear below the new card", async () => {
    const across = await startWorldAcross(deskAcross(["slack"], "discord"));
    const carla = across.discord.user(onDiscord.carla);
    await carla.types(discordChannels.acme, "/ticket new title:El vídeo no se ve");
    await carla.submits({ severity: "high", description: "No se reproduce nada." });
    await across.settle();
    const root = across.onlyCard(discordChannels.acme);
    across.discord.channel(discordChannels.acme).removeMessage(root.id);
    const card = () => across.slack.channel("C0TRIAGE").messages.filter(({ thread }) => thread === null)[0];
    await across.slack.user("U0LUIS").presses(card() ?? { channel: "", ts: "" }, "claim");
    await across.settle();
    expect(across.onlyCard(discordChannels.acme).id).not.toBe(root.id);
    carla.writes(root.id, "¿Sigue alguien ahí?");
    await across.settle();
    const inside = across.slack.channel("C0TRIAGE").messages.filter(({ thread }) => thread === card()?.ts);
    expect(inside.at(-1)?.text).toContain("¿Sigue alguien ahí?");
    await across.stop();
  });
});

describe("across the platforms", () => {
  let across: WorldAcross;
  afterEach(async () => {
    await across.stop();
    expect(across.discord.refusals).toEqual([]);
    expect(across.log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
  });

  test("a customer's edit or deletion on Discord changes the message for the team on Slack", async () => {
    across = await startWorldAcross(deskAcross(["slack"], "discord"));
    const carla = across.discord.user(onDiscord.carla);
    await carla.types(discordChannels.acme, "/ticket new title:El vídeo no se ve");
    await carla.submits({ severity: "high", description: "No se reproduce nada." });
    await across.settle();
    const root = across.onlyCard(discordChannels.acme);
    const first = carla.writes(root.id, "No va el canal 3");
    const second = carla.writes(root.id, "canary-1234");
    await across.settle();
    carla.edits(first, "No va el canal 8");
    carla.deletes(second);
    await across.settle();
    const card = across.slack.channel("C0TRIAGE").messages.find(({ thread }) => thread === null);
    const inside = across.slack.channel("C0TRIAGE").messages.filter(({ thread }) => thread === card?.ts);
    expect(inside).toHaveLength(2);
    expect(inside[0]?.text).toContain("No va el canal 8");
    expect(inside[0]?.text).toMatch(inEnglish("message.editedAt"));
    expect(inside[1]?.text).toMatch(inEnglish("message.deletedAt"));
    expect(JSON.stringify(inside)).not.toContain("canary");
  });

  test("a file shared on Discord reaches the team on Slack", async () => {
    across = await startWorldAcross(deskAcross(["slack"], "discord"));
    const carla = across.discord.user(onDiscord.carla);
    await carla.types(discordChannels.acme, "/ticket new title:El vídeo no se ve");
    await carla.submits({ severity: "high", description: "No se reproduce nada." });
    await across.settle();
    const files = [{ name: "player.log", content: "error 42" }];
    carla.writes(across.onlyCard(discordChannels.acme).id, "Aquí", { files });
    await across.settle();
    expect(across.slack.files.map(({ name, content }) => [name, content])).toEqual([["player.log", "error 42"]]);
  });

  test("a file shared on Slack reaches the team on Discord", async () => {
    across = await startWorldAcross(deskAcross(["discord"], "slack"));
    const carla = across.slack.user("U0CARLA");
    await carla.types("C0ACME", "/ticket El vídeo no se ve");
    await carla.submits({ severity: "high", description: "No se reproduce nada." });
    await across.settle();
    const root = across.slack.channel("C0ACME").messages.find(({ thread }) => thread === null);
    const files = [{ name: "mi registro (1).log", content: "error 42" }];
    await carla.writes("C0ACME", "Aquí", { thread: root?.ts, files });
    await across.settle();
    const inside = across.thread(across.onlyCard(discordChannels.triage));
    expect(inside.at(-1)?.raw.files).toEqual([{ name: "mi_registro_1_.log", content: "error 42" }]);
    expect(inside.at(-1)?.text).toContain("mi registro (1).log");
  });

  test("a customer's edit or deletion on Slack changes the message for the team on Discord", async () => {
    across = await startWorldAcross(deskAcross(["discord"], "slack"));
    const carla = across.slack.user("U0CARLA");
    await carla.types("C0ACME", "/ticket El vídeo no se ve");
    await carla.submits({ severity: "high", description: "No se reproduce nada." });
    await across.settle();
    const root = across.slack.channel("C0ACME").messages.find(({ thread }) => thread === null);
    const first = await carla.writes("C0ACME", "No va el canal 3", { thread: root?.ts });
    const second = await carla.writes("C0ACME", "canary-1234", { thread: root?.ts });
    await across.settle();
    await carla.edits(first, "No va el canal 8");
    await carla.deletes(second);
    await across.settle();
    const inside = across.thread(across.onlyCard(discordChannels.triage));
    expect(inside.map(({ edits }) => edits)).toEqual([1, 1]);
    expect(inside[0]?.text).toContain("No va el canal 8");
    expect(JSON.stringify(inside)).not.toContain("canary");
  });
});
