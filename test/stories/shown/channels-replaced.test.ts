import { afterEach, beforeEach, expect, test } from "vitest";
import { sampleDesk } from "../../support/sample-desk.ts";
import {
  startStoryWorld,
  type StoryMessage,
  type StoryWorld,
  type Where,
} from "../../support/story-world/story-world.ts";
import { inEnglish, inOrder } from "../../support/sentences.ts";
import { expectCard } from "../../support/expect-card.ts";

let world: StoryWorld;
beforeEach(async () => {
  world = await startStoryWorld("testchat");
});
afterEach(() => world.stop());

const inChannels = (triage: readonly `slack:${string}`[], tech: readonly `slack:${string}`[] = ["slack:C0TECH"]) => ({
  ...sampleDesk,
  channels: { triage, tech },
});
const cards = (channel: Where): readonly StoryMessage[] => world.cards(channel);
const only = (channel: Where): StoryMessage => {
  const [card] = cards(channel);
  if (card === undefined || cards(channel).length !== 1)
    throw new Error(`${cards(channel).length} cards in ${channel}`);
  return card;
};
const carlaWrites = async (text: string): Promise<void> => {
  await world.user("carla").writes("acme", text, world.conversation());
  await world.settle();
};

test("the triage channel is archived and replaced: each open ticket has one card in the new one, with the waiting messages below", async () => {
  await world.opens();
  await world.opens({ severity: "low" });
  world.loses("triage");
  await world.user("carla").writes("acme", "¿Hay alguien?", cards("acme")[0]);
  await world.settle();
  await world.applies(inChannels(["slack:C0RANDOM"]));
  expect(cards("random").map(({ text }) => text.includes("T-1001"))).toHaveLength(2);
  expect(cards("random").filter(({ text }) => text.includes("T-1001"))).toHaveLength(1);
  const card = cards("random").find(({ text }) => text.includes("T-1001"));
  if (card === undefined) throw new Error("no card");
  expect(
    world
      .thread(card)
      .map(({ text }) => text)
      .join("\n"),
  ).toContain("¿Hay alguien?");
  await world.user("luis").presses(card, "claim");
  await world.settle();
  expect((await world.ticket()).assignee).toBe("luis");
  await world.pass(12 * 60);
  expect(cards("random")).toHaveLength(2);
  expect(world.log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
});

test("the old channel still exists: its card says where the ticket went and loses its buttons; a breach goes to the new one", async () => {
  await world.opens();
  const old = only("triage");
  await world.applies(inChannels(["slack:C0RANDOM"]));
  expect(only("triage").text).toMatch(
    inOrder(inEnglish("message.cardMoved", { ticket: "T-1001" }), world.idOf("random")),
  );
  expect(only("triage").text).not.toContain("[");
  await carlaWrites("¿Y bien?");
  expect(only("triage").text).toMatch(inEnglish("message.cardMoved"));
  expect(world.thread(old)).toEqual([]);
  expect(world.thread(only("random")).at(-1)?.text).toContain("¿Y bien?");
  await world.pass(4 * 60);
  expect(world.thread(only("random")).at(-1)?.text).toMatch(inEnglish("reminder.mentionBreached"));
  // A message of staff below the old card is still a note.
  await world.user("luis").writes("triage", "still here", old);
  await world.settle();
  expect((await world.ticket()).notes).toBe(1);
});

test("an added channel shows a card of each open ticket and gets its messages; a channel that comes back shows its card again", async () => {
  await world.opens();
  await world.applies(inChannels(["slack:C0TRIAGE", "slack:C0RANDOM"]));
  await carlaWrites("¿Y bien?");
  for (const channel of ["triage", "random"] as const) {
    expectCard(only(channel)).offers("claim");
    expect(world.thread(only(channel)).filter(({ text }) => text.includes("¿Y bien?"))).toHaveLength(1);
  }
  await world.applies(inChannels(["slack:C0RANDOM"]));
  expect(only("triage").text).toMatch(inEnglish("message.cardMoved"));
  expect(world.thread(only("random")).filter(({ text }) => text.includes("¿Y bien?"))).toHaveLength(1);
  await world.applies(inChannels(["slack:C0TRIAGE"]));
  expectCard(only("triage")).offers("claim");
  expect(only("random").text).toMatch(inEnglish("message.cardMoved"));
});

test("the technical team's channel is replaced: its tickets move, questions wait there, and other tickets stay", async () => {
  await world.opens();
  await world.opens();
  await world.user("luis").types("triage", "/ticket tech 1001 Please look at the encoder");
  await world.settle();
  const old = only("tech");
  world.loses("tech");
  await world.user("luis").types("triage", "/ticket tech 1001 It is urgent");
  await world.settle();
  await world.applies(inChannels(["slack:C0TRIAGE"], ["slack:C0RANDOM"]));
  expect(only("random").text).toContain("encoder");
  expect(
    world
      .thread(only("random"))
      .map(({ text }) => text)
      .join("\n"),
  ).toContain("It is urgent");
  await world.user("tom").writes("random", "On it", only("random"));
  await world.settle();
  const triage = cards("triage").find(({ text }) => text.includes("T-1001")) ?? old;
  expect(world.thread(triage).at(-1)?.text).toContain("On it");
});

test("a ticket that was resolved before moves when a person writes again, and not earlier", async () => {
  await world.opens();
  await world.user("luis").presses(world.card(), "resolve");
  await world.settle();
  await world.applies({ ...inChannels(["slack:C0RANDOM"]), reopen: { days: 7, ms: 0 } });
  expect(cards("random")).toEqual([]);
  await world.pass(1);
  await carlaWrites("Sigue sin verse nada");
  expect((await world.ticket()).status).toBe("open");
  expect(
    world
      .thread(only("random"))
      .map(({ text }) => text)
      .join("\n"),
  ).toContain("Sigue sin verse nada");
});
