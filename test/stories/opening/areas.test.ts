import { afterEach, beforeEach, expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import {
  startStoryWorld,
  type StoryMessage,
  type StoryWorld,
  type Where,
} from "../../support/story-world/story-world.ts";
import { inEnglish, inOrder, inSpanish } from "../../support/sentences.ts";
import { expectCard } from "../../support/expect-card.ts";

const withAreas: Desk = {
  ...sampleDesk,
  assignment: "roundRobin",
  areas: {
    player: {
      key: "player",
      title: { en: "Player", es: "Reproductor", pt: "Reprodutor" },
      agents: ["luis"],
      tech: "slack:C0RANDOM",
    },
    payments: { key: "payments", title: { en: "Payments", es: "Pagos", pt: "Pagamentos" }, agents: [], tech: null },
  },
};

let world: StoryWorld;
beforeEach(async () => {
  world = await startStoryWorld("testchat", withAreas);
});
afterEach(() => world.stop());

/** The cards of tickets in a channel. */
const cards = (channel: Where): readonly StoryMessage[] => world.cards(channel);
const luis = () => world.user("luis");
const carla = () => world.user("carla");

test("a ticket of an area goes to its team and its tech channel; staff change the area, and the tech card follows", async () => {
  await carla().types("acme", "/ticket El reproductor se para");
  await carla().submits({ severity: "high", description: "Se para a los dos minutos.", area: "player" });
  await world.settle();
  expect(await world.ticket()).toMatchObject({ area: "player", assignee: "luis" });
  expect(world.card().text).toMatch(inOrder(inEnglish("fact.area"), "Player"));
  expect(world.conversation().text).toMatch(inOrder(inSpanish("fact.area"), "Reproductor"));

  await luis().presses(world.card(), "tech");
  await luis().submits({ text: "Look at the encoder" });
  await world.settle();
  expect(cards("tech")).toEqual([]);
  expect(cards("random").map(({ text }) => text)).toEqual([
    expect.stringMatching(inOrder("T-1001", inEnglish("fact.area"), "Player")),
  ]);

  await luis().presses(world.card(), "area");
  await luis().submits({ area: "payments" });
  await world.settle();
  expect((await world.ticket()).area).toBe("payments");
  expect(cards("tech").map(({ text }) => text)).toEqual([
    expect.stringMatching(inOrder("T-1001", inEnglish("fact.area"), "Payments")),
  ]);
  expect(cards("random")).toHaveLength(1);
  expect(cards("random")[0]?.text).toMatch(new RegExp(`T-1001[^]*${world.idOf("tech")}`));
  expectCard(cards("random")[0]).offersNot("claimTech");
  expect(world.conversation().text).toMatch(inOrder(inSpanish("fact.area"), "Pagos"));

  await luis().types("triage", "/ticket history 1001");
  await world.settle();
  expect(luis().privates.at(-1)?.text).toMatch(
    inOrder("Luis Gil", inEnglish("history.areaChanged", { from: "Player", to: "Payments" })),
  );
  await luis().types("triage", "/ticket list pagos");
  await world.settle();
  expect(luis().privates.at(-1)?.text).toContain("T-1001");
  await luis().types("triage", "/ticket list player");
  await world.settle();
  expect(luis().privates.at(-1)?.text).not.toContain("T-1001");
});

test("a tech channel that the desk file adds to an area gets the area's cards, and the search ends", async () => {
  await carla().types("acme", "/ticket No puedo pagar");
  await carla().submits({ severity: "high", description: "La tarjeta falla.", area: "payments" });
  await world.settle();
  await luis().presses(world.card(), "tech");
  await luis().submits({ text: "Look at the gateway" });
  await world.settle();
  expect(cards("tech")).toHaveLength(1);
  const { payments } = withAreas.areas;
  if (payments === undefined) throw new Error("no payments");
  await world.applies({
    ...withAreas,
    areas: { ...withAreas.areas, payments: { ...payments, tech: "slack:C0RANDOM" } },
  });
  expect(cards("random")).toHaveLength(1);
  expectCard(cards("random")[0]).has("T-1001").offers("claimTech");
  expectCard(cards("tech")[0]).offersNot("claimTech");
});

test("a ticket from a message keeps the area that was chosen in its form", async () => {
  const message = await carla().writes("acme", "El vídeo no se ve");
  await carla().picks(message);
  await carla().submits({ severity: "high", area: "player" });
  await world.settle();
  expect(await world.ticket()).toMatchObject({ area: "player", assignee: "luis", source: { how: "picked" } });
});
