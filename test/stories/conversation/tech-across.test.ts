import { afterEach, expect, test } from "vitest";
import { deskAcross, discordChannels as channels, onDiscord as people } from "../../support/discord-cast.ts";
import { startWorldAcross, type WorldAcross } from "../../support/world-across.ts";

let world: WorldAcross;
afterEach(async () => {
  await world.stop();
  expect(world.discord.refusals).toEqual([]);
  expect(world.log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
});

test("a customer on Slack, support and the technical team on Discord: an agent turns the team's finding into a reply", async () => {
  world = await startWorldAcross(deskAcross(["discord"], "slack"));
  const carla = world.slack.user("U0CARLA");
  await carla.types("C0ACME", "/ticket El vídeo no se ve");
  await carla.submits({ severity: "high", description: "No se reproduce nada." });
  await world.settle();
  const luis = world.discord.user(people.luis);
  await luis.types(channels.triage, "/ticket tech number:1001 words:canary: look at the encoder");
  await world.settle();
  const asked = world.onlyCard(channels.tech);
  expect(asked.text).toContain("canary: look at the encoder");

  const tom = world.discord.user(people.tom);
  await tom.presses(asked, "claimTech");
  await world.settle();
  tom.writes(asked.id, "canary: *v7* has a bad `manifest`\n> really");
  await world.settle();
  const inside = world.thread(world.onlyCard(channels.triage));
  const remark = inside.find(({ text }) => text.includes("manifest"));
  if (remark === undefined) throw new Error("no remark");
  await luis.presses(remark, "clientUpdate");
  expect(luis.seesForm()?.initial["text"] ?? "").toBe("");
  expect(luis.seesForm()?.text).toContain("manifest");
  await luis.submits({ text: "Hemos encontrado la causa." });
  await tom.presses(world.onlyCard(channels.tech), "doneTech");
  await world.settle();
  expect((await world.ticket()).tech?.end?.how).toBe("done");
  const read = JSON.stringify(world.slack.channel("C0ACME").messages);
  expect(read).toContain("Hemos encontrado la causa.");
  expect(read).not.toMatch(/canary|Tom|manifest/);
});
