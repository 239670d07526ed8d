import { afterEach, expect, test } from "vitest";
import { deskAcross, discordChannels, onDiscord } from "../../support/discord-cast.ts";
import { startWorldAcross, type WorldAcross } from "../../support/world-across.ts";

let world: WorldAcross;
afterEach(async () => {
  await world.stop();
  expect(world.discord.refusals).toEqual([]);
  expect(world.log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
});

const rich = (...elements: readonly object[]) => [
  { type: "rich_text", elements: [{ type: "rich_text_section", elements }] },
];

test("a customer's bold text on Slack is bold for the team on Discord, after an edit too, and notifies no one", async () => {
  world = await startWorldAcross(deskAcross(["discord"], "slack"));
  const carla = world.slack.user("U0CARLA");
  await carla.types("C0ACME", "/ticket El vídeo no se ve");
  await carla.submits({ severity: "high", description: "No se reproduce nada." });
  await world.settle();
  const root = world.slack.channel("C0ACME").messages.find(({ thread }) => thread === null);
  const written = await carla.writes("C0ACME", "*no* va, @everyone", {
    thread: root?.ts,
    blocks: rich({ type: "text", text: "no", style: { bold: true } }, { type: "text", text: " va, @everyone **x**" }),
  });
  await world.settle();
  const inside = () =>
    JSON.stringify(world.thread(world.onlyCard(discordChannels.triage)).map(({ raw }) => raw.components));
  expect(inside()).toContain(String.raw`> **no** va, \\@everyone \\*\\*x\\*\\*`);
  await carla.edits(
    written,
    "ya *va*",
    rich({ type: "text", text: "ya " }, { type: "text", text: "va", style: { italic: true } }),
  );
  await world.settle();
  expect(inside()).toContain("> ya *va*");
  expect((await world.ticket()).lastCustomerMessage).toMatchObject({ text: "ya va" });
});

test("a customer's bold text on Discord is bold for the team on Slack, in the description too", async () => {
  world = await startWorldAcross(deskAcross(["slack"], "discord"));
  const carla = world.discord.user(onDiscord.carla);
  const asked = carla.writes(discordChannels.acme, `<@${world.discord.botUser}> **no** va\n\`\`\`\nerror 42\n\`\`\``);
  await world.settle();
  carla.writes(asked.id, "_nada_ de https://a.example/x");
  await world.settle();
  expect(await world.ticket()).toMatchObject({ title: "no va", description: "no va\nerror 42" });
  const [card, below] = world.slack.channel("C0TRIAGE").messages.map(({ blocks }) => JSON.stringify(blocks));
  expect(card).toContain('{"type":"text","text":"no","style":{"bold":true}}');
  expect(card).toContain('{"type":"rich_text_preformatted","elements":[{"type":"text","text":"error 42"}]}');
  expect(below).toContain('{"type":"text","text":"nada","style":{"italic":true}}');
  expect(below).toContain('{"type":"link","url":"https://a.example/x"}');
});
