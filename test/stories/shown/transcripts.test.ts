import { afterEach, describe, expect, test } from "vitest";
import { deskAcross, discordChannels as channels, onDiscord as people } from "../../support/discord-cast.ts";
import { limitsOf } from "../../../src/desk/limits-of.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { startWorldAcross, type WorldAcross } from "../../support/world-across.ts";
import { startWorld, type World } from "../../support/world.ts";
import { inEnglish, inSpanish } from "../../support/sentences.ts";

const asks = async (world: World, user: string, channel: string, line: string): Promise<string> => {
  await world.slack.user(user).types(channel, line);
  await world.settle();
  return world.slack.user(user).privates.at(-1)?.text ?? "";
};

describe("a customer's look-ups", () => {
  let world: World;
  afterEach(async () => {
    await world.stop();
  });

  test("are counted: the eleventh transcript and the sixty-first look-up are refused, and staff are not limited", async () => {
    world = await startWorld("http", { ...sampleDesk, limits: limitsOf(undefined) });
    await world.opens();
    for (let time = 0; time < 10; time += 1) await asks(world, "U0CARLA", "C0ACME", "/ticket transcript 1001");
    expect(world.slack.files).toHaveLength(10);
    expect(await asks(world, "U0CARLA", "C0ACME", "/ticket transcript 1001")).toMatch(/10:10|10\.10/);
    expect(world.slack.files).toHaveLength(10);
    for (let time = 0; time < 60; time += 1) await world.slack.user("U0CARLA").types("C0ACME", "/ticket show 1001");
    await world.settle();
    expect(await asks(world, "U0CARLA", "C0ACME", "/ticket list")).toContain("60");
    for (let time = 0; time < 11; time += 1) await asks(world, "U0MARTA", "C0TRIAGE", "/ticket transcript 1001");
    expect(world.slack.files).toHaveLength(21);
    await world.pass(11);
    expect(await asks(world, "U0CARLA", "C0ACME", "/ticket transcript 1001")).toContain("T-1001.md");
  });
});

describe("a transcript on Slack", () => {
  let world: World;
  afterEach(async () => {
    await world.stop();
  });

  const answered = async (): Promise<void> => {
    world = await startWorld();
    await world.opens();
    await world.slack.user("U0LUIS").writes("C0TRIAGE", "canary: the CDN is down", { thread: world.card().ts });
    await world.slack.user("U0LUIS").writes("C0ACME", "Lo *estamos* mirando", { thread: world.conversation().ts });
    await world.settle();
  };

  test("gives a customer the conversation as a file in their direct messages, without anything internal", async () => {
    await answered();
    expect(await asks(world, "U0CARLA", "C0ACME", "/ticket transcript 1001")).toContain("T-1001.md");
    const [file] = world.slack.files;
    expect(file?.sharedIn).toBe(world.slack.dm("U0CARLA").id);
    expect(file?.content).toContain(String.raw`> Lo \*estamos\* mirando`);
    expect(file?.content).toContain("No se reproduce nada desde las diez.");
    expect(file?.content).not.toContain("canary");
    expect(world.log.lines.filter((line) => /^(error|warn)/.test(line))).toEqual([]);
  });

  test("gives staff everything, in the format that they ask for", async () => {
    await answered();
    await asks(world, "U0MARTA", "C0TRIAGE", "/ticket transcript T-1001 JSON");
    const told = JSON.parse(world.slack.files[0]?.content ?? "") as { entries: { text: string; side: string }[] };
    expect(told.entries.map(({ text, side }) => [text, side])).toEqual([
      ["No se reproduce nada desde las diez.", "public"],
      ["canary: the CDN is down", "internal"],
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
    await world.slack.user("U0CARLA").writes("C0ACME", "Así", { thread: world.conversation().ts, files });
    const inside = [{ name: "canary.txt", content: "canary" }];
    await world.slack.user("U0LUIS").writes("C0TRIAGE", "Mira", { thread: world.card().ts, files: inside });
    await world.settle();
    const base64 = (text: string): string => Buffer.from(text).toString("base64");
    await asks(world, "U0CARLA", "C0ACME", "/ticket transcript 1001 html");
    const page = world.slack.files.at(-1)?.content ?? "";
    expect(page).toContain(`<img alt="pantalla.png" src="data:image/png;base64,${base64(png)}"`);
    expect(page).toMatch(/download="&lt;x&gt;\.txt"\s+href="data:application\/octet-stream;base64,/);
    expect(page).toContain("grande.bin");
    expect(page.length).toBeLessThan(100_000);
    expect(page).not.toMatch(/canary|<script/);
    await asks(world, "U0MARTA", "C0TRIAGE", "/ticket transcript 1001 json");
    const told = JSON.parse(world.slack.files.at(-1)?.content ?? "") as { entries: { files: { base64?: string }[] }[] };
    expect(told.entries.flatMap((entry) => entry.files.map((file) => file.base64))).toEqual([
      base64(png),
      base64("<svg onload=alert(1)>"),
      undefined,
    ]);
  });

  test("of another customer's ticket seems not to exist, and no file is made", async () => {
    await answered();
    const theirs = await asks(world, "U0OLIVER", "C0NORTH", "/ticket transcript 1001");
    expect(theirs).toBe(await asks(world, "U0OLIVER", "C0NORTH", "/ticket transcript 1002"));
    expect(theirs).toMatch(inEnglish("refusal.noSuchTicket"));
    expect(world.slack.files).toEqual([]);
  });

  test("that Slack refuses is reported", async () => {
    await answered();
    world.slack.fail("files.completeUploadExternal", { error: "channel_not_found" });
    expect(await asks(world, "U0CARLA", "C0ACME", "/ticket transcript 1001")).toMatch(inSpanish("problem.broken"));
  });
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
