import { afterEach, describe, expect, test } from "vitest";
import { deskAcross, discordChannels as channels, onDiscord as people } from "../../support/discord-cast.ts";
import { limitsOf } from "../../../src/desk/limits-of.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { startWorldAcross, type WorldAcross } from "../../support/world-across.ts";
import { startStoryWorld, type Name, type StoryWorld, type Where } from "../../support/story-world/story-world.ts";
import { startWorld } from "../../support/world.ts";
import { inEnglish, inSpanish } from "../../support/sentences.ts";

const asks = async (world: StoryWorld, user: Name, channel: Where, line: string): Promise<string> => {
  await world.user(user).types(channel, line);
  await world.settle();
  return world.user(user).privates.at(-1)?.text ?? "";
};

describe("a customer's look-ups", () => {
  let world: StoryWorld;
  afterEach(async () => {
    await world.stop();
  });

  test("are counted: the eleventh transcript and the sixty-first look-up are refused, and staff are not limited", async () => {
    world = await startStoryWorld("testchat", { ...sampleDesk, limits: limitsOf(undefined) });
    await world.opens();
    for (let time = 0; time < 10; time += 1) await asks(world, "carla", "acme", "/ticket transcript 1001");
    expect(world.files).toHaveLength(10);
    expect(await asks(world, "carla", "acme", "/ticket transcript 1001")).toMatch(/10:10|10\.10/);
    expect(world.files).toHaveLength(10);
    for (let time = 0; time < 60; time += 1) await world.user("carla").types("acme", "/ticket show 1001");
    await world.settle();
    expect(await asks(world, "carla", "acme", "/ticket list")).toContain("60");
    for (let time = 0; time < 11; time += 1) await asks(world, "marta", "triage", "/ticket transcript 1001");
    expect(world.files).toHaveLength(21);
    await world.pass(11);
    expect(await asks(world, "carla", "acme", "/ticket transcript 1001")).toContain("T-1001.md");
  });
});

describe("a transcript", () => {
  let world: StoryWorld;
  afterEach(async () => {
    await world.stop();
  });

  /** Longer than a line of the history. */
  const need = `canary: ${"look at the CDN ".repeat(12)}and tell`;
  const answered = async (): Promise<void> => {
    world = await startStoryWorld("testchat");
    await world.opens();
    await world.user("luis").writes("triage", "canary: the CDN is down", world.card());
    await world.settle();
    await world.user("luis").types("triage", `/ticket tech 1001 ${need}`);
    await world.user("luis").writes("acme", "Lo *estamos* mirando", world.conversation());
    await world.settle();
  };

  test("gives a customer the conversation as a file in their direct messages, without anything internal", async () => {
    await answered();
    expect(await asks(world, "carla", "acme", "/ticket transcript 1001")).toContain("T-1001.md");
    const [file] = world.files;
    expect(file?.sharedIn).toBe("carla");
    expect(file?.content).toContain(String.raw`> Lo \*estamos\* mirando`);
    expect(file?.content).toContain("No se reproduce nada desde las diez.");
    expect(file?.content).not.toContain("canary");
    expect(world.log.lines.filter((line) => /^(error|warn)/.test(line))).toEqual([]);
  });

  test("gives staff everything, in the format that they ask for", async () => {
    await answered();
    await asks(world, "marta", "triage", "/ticket transcript T-1001 JSON");
    const received = JSON.parse(world.files[0]?.content ?? "") as { entries: { text: string; side: string }[] };
    expect(received.entries.map(({ text, side }) => [text, side])).toEqual([
      ["No se reproduce nada desde las diez.", "public"],
      ["canary: the CDN is down", "internal"],
      [need, "internal"],
      ["Lo *estamos* mirando", "public"],
    ]);
  });

  test("has copied files in HTML and JSON, small ones whole, and not what the team shared internally", async () => {
    await answered();
    const png = "\u0089PNG <b>";
    const files = [
      { name: "pantalla.png", content: png, type: "image/png" },
      { name: "<x>.txt", content: "<svg onload=alert(1)>", type: "text/plain" },
      { name: "grande.bin", content: "x".repeat(2 * 1024 * 1024 + 1) },
    ];
    await world.user("carla").writes("acme", "Así", world.conversation(), files);
    const inside = [{ name: "canary.txt", content: "canary" }];
    await world.user("luis").writes("triage", "Mira", world.card(), inside);
    await world.settle();
    const base64 = (text: string): string => Buffer.from(text).toString("base64");
    await asks(world, "carla", "acme", "/ticket transcript 1001 html");
    const page = world.files.at(-1)?.content ?? "";
    expect(page).toContain(`<img alt="pantalla.png" src="data:image/png;base64,${base64(png)}"`);
    expect(page).toMatch(/download="&lt;x&gt;\.txt"\s+href="data:application\/octet-stream;base64,/);
    expect(page).toContain("grande.bin");
    expect(page.length).toBeLessThan(100_000);
    expect(page).not.toMatch(/canary|<script/);
    await asks(world, "marta", "triage", "/ticket transcript 1001 json");
    const received = JSON.parse(world.files.at(-1)?.content ?? "") as { entries: { files: { base64?: string }[] }[] };
    expect(received.entries.flatMap((entry) => entry.files.map((file) => file.base64))).toEqual([
      base64(png),
      base64("<svg onload=alert(1)>"),
      undefined,
    ]);
  });

  test("of another customer's ticket seems not to exist, and no file is made", async () => {
    await answered();
    const theirs = await asks(world, "oliver", "north", "/ticket transcript 1001");
    expect(theirs).toBe(await asks(world, "oliver", "north", "/ticket transcript 1002"));
    expect(theirs).toMatch(inEnglish("refusal.noSuchTicket"));
    expect(world.files).toEqual([]);
  });
});

test("a transcript that Slack refuses is reported", async () => {
  const world = await startWorld();
  await world.opens();
  world.slack.fail("files.completeUploadExternal", { error: "channel_not_found" });
  const carla = world.slack.user("U0CARLA");
  await carla.types("C0ACME", "/ticket transcript 1001");
  await world.settle();
  expect(carla.privates.at(-1)?.text).toMatch(inSpanish("problem.broken"));
  await world.stop();
});

describe("a transcript on Discord", () => {
  let world: WorldAcross;
  afterEach(async () => {
    await world.stop();
    expect(world.discord.refusals).toEqual([]);
  });

  test("comes as a file with the private answer", async () => {
    world = await startWorldAcross(deskAcross(["discord"], "discord"));
    const carla = world.discord.user(people.carla);
    await carla.types(channels.acme, "/ticket new title:El vídeo no se ve");
    await carla.submits({ severity: "high", description: "No se reproduce <b>nada</b>." });
    await world.settle();
    await carla.types(channels.acme, "/ticket transcript number:1001 format:html");
    await world.settle();
    const last = carla.privates.at(-1);
    expect(last?.text).toContain("T-1001.html");
    expect(last?.files.map(({ name }) => name)).toEqual(["T-1001.html"]);
    expect(last?.files[0]?.content).toContain("No se reproduce &lt;b&gt;nada&lt;/b&gt;.");
  });
});
