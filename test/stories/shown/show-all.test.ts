import { afterEach, expect, test } from "vitest";
import { deskAcross, discordChannels as channels, onDiscord as people } from "../../support/discord-cast.ts";
import { startWorldAcross, type WorldAcross } from "../../support/world-across.ts";
import { inEnglish } from "../../support/sentences.ts";

let world: WorldAcross;
afterEach(async () => {
  await world.stop();
  expect(world.discord.refusals).toEqual([]);
});

const log = (lines: number) => Array.from({ length: lines }, (_, line) => `line ${line + 1} of the log`).join("\n");
const luis = () => world.discord.user(people.luis);

test("the team on Discord reads all of a long description and message from Slack", async () => {
  world = await startWorldAcross(deskAcross(["discord"], "slack"));
  const carla = world.slack.user("U0CARLA");
  await carla.types("C0ACME", "/ticket");
  await carla.submits({ title: "No se ve", severity: "high", description: log(60) });
  await world.settle();
  const card = world.onlyCard(channels.triage);
  await luis().presses(card, "show 1001 all");
  await world.settle();
  expect(luis().privates.at(-1)?.text).toContain("line 60 of the log");
  const shown = world.slack.channel("C0ACME").messages.flatMap(({ actions }) => actions);
  expect(shown).toContain("show 1001 all");
});

test("the customer reads all of what they wrote, and longer texts come as a file", async () => {
  world = await startWorldAcross(deskAcross(["discord"], "discord"));
  const carla = world.discord.user(people.carla);
  await carla.types(channels.acme, "/ticket new title:No se ve");
  await carla.submits({ severity: "high", description: log(100) });
  await world.settle();
  await carla.presses(world.onlyCard(channels.acme), "show 1001 all");
  await world.settle();
  expect(carla.privates.at(-1)?.files).toEqual([{ name: "T-1001.txt", content: log(100) }]);
  const { id } = world.onlyCard(channels.acme);
  carla.writes(id, log(110));
  await world.settle();
  const received = world.discord.thread(world.onlyCard(channels.triage).id)?.messages.at(-1);
  if (received === undefined) throw new Error("nothing was told");
  await luis().presses(received, "show 1001 all");
  await world.settle();
  expect(
    luis()
      .privates.at(-1)
      ?.files.map(({ content }) => content),
  ).toEqual([log(110)]);
});

test("a message longer than a ticket holds is shown and counted whole", async () => {
  world = await startWorldAcross(deskAcross(["discord"], "slack"));
  const carla = world.slack.user("U0CARLA");
  await carla.types("C0ACME", "/ticket");
  await carla.submits({ title: "No se ve", severity: "high", description: "Nada." });
  await world.settle();
  const root = world.slack.channel("C0ACME").messages.find((each) => each.thread === null);
  await carla.writes("C0ACME", "x".repeat(9_000), { thread: root?.ts ?? "" });
  await world.settle();
  const received = world.discord.thread(world.onlyCard(channels.triage).id)?.messages.at(-1);
  if (received === undefined) throw new Error("nothing was told");
  expect(received.text).toMatch(inEnglish("text.leftOut", { characters: "6,500" }));
  await luis().presses(received, "show 1001 all");
  await world.settle();
  expect(luis().privates.at(-1)?.files).toEqual([{ name: "T-1001.txt", content: "x".repeat(9_000) }]);
});
