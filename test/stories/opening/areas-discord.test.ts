import { afterEach, beforeEach, expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { useEmbedded } from "../../support/database/database.ts";
import { deskAcross, discordChannels as channels, onDiscord as people } from "../../support/discord-cast.ts";
import { startWorldAcross, type WorldAcross } from "../../support/world-across.ts";
import { expectCard } from "../../support/expect-card.ts";
import { inEnglish, inOrder, inSpanish } from "../../support/sentences.ts";

useEmbedded();

const desk: Desk = {
  ...deskAcross(["discord"], "discord"),
  assignment: "roundRobin",
  areas: {
    player: {
      key: "player",
      title: { en: "Player", es: "Reproductor", pt: "Reprodutor" },
      agents: ["luis"],
      tech: `discord:${channels.random}`,
    },
    payments: { key: "payments", title: { en: "Payments", es: "Pagos", pt: "Pagamentos" }, agents: [], tech: null },
  },
};

let world: WorldAcross;
beforeEach(async () => {
  world = await startWorldAcross(desk);
});
afterEach(async () => {
  await world.stop();
  expect(world.discord.refusals).toEqual([]);
  expect(world.log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
});

const user = (name: keyof typeof people) => world.discord.user(people[name]);
const card = () => world.onlyCard(channels.triage);

test("a customer chooses the area in the form, and its team and tech channel get the ticket; staff change the area", async () => {
  await user("carla").types(channels.acme, "/ticket new title:El reproductor se para");
  expect(user("carla").seesForm()?.fields).toEqual(["title", "severity", "description", "area"]);
  await user("carla").submits({ severity: "high", description: "Se para a los dos minutos.", area: "player" });
  await world.settle();
  expect(card().text).toMatch(inOrder(inEnglish("fact.area"), "Player"));
  expect(card().text).toContain("Luis Gil");
  expect(world.onlyCard(channels.acme).text).toMatch(inOrder(inSpanish("fact.area"), "Reproductor"));

  await user("luis").presses(card(), "tech");
  await user("luis").submits({ text: "Look at the encoder" });
  await world.settle();
  expect(world.onlyCard(channels.random).text).toMatch(inOrder(inEnglish("fact.area"), "Player"));
  expectCard(world.onlyCard(channels.random)).offers("claimTech");

  await user("luis").presses(card(), "area");
  await user("luis").submits({ area: "payments" });
  await world.settle();
  expect(world.onlyCard(channels.tech).text).toMatch(inOrder(inEnglish("fact.area"), "Payments"));
  expectCard(world.onlyCard(channels.tech)).offers("claimTech");
  expectCard(world.onlyCard(channels.random)).offersNot("claimTech");
  expect(world.onlyCard(channels.acme).text).toMatch(inOrder(inSpanish("fact.area"), "Pagos"));
});

test("a customer who leaves the area out opens a ticket without one", async () => {
  await user("carla").types(channels.acme, "/ticket new title:El vídeo no se ve");
  await user("carla").submits({ severity: "high", description: "No se reproduce nada." });
  await world.settle();
  expect(card().text).toContain("T-1001");
  expect(card().text).not.toMatch(/Area\b/);
});
