import { afterEach, beforeEach, expect, test } from "vitest";
import { sampleDesk } from "../../support/sample-desk.ts";
import type { ShownMessage } from "../../support/fake-slack/interface.ts";
import { startWorld, type World } from "../../support/world.ts";
import { inEnglish, inOrder } from "../../support/sentences.ts";
import { expectCard } from "../../support/expect-card.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

const inChannels = (triage: readonly `slack:${string}`[], tech: readonly `slack:${string}`[] = ["slack:C0TECH"]) => ({
  ...sampleDesk,
  channels: { triage, tech },
});
/** The cards of tickets in a channel. */
const cards = (channel: string): readonly ShownMessage[] =>
  world.slack.channel(channel).messages.filter(({ thread, user }) => thread === null && user === world.slack.botUser);
const only = (channel: string): ShownMessage => {
  const [card] = cards(channel);
  if (card === undefined || cards(channel).length !== 1)
    throw new Error(`${cards(channel).length} cards in ${channel}`);
  return card;
};
const carlaWrites = async (text: string): Promise<void> => {
  await world.slack.user("U0CARLA").writes("C0ACME", text, { thread: world.conversation().ts });
  await world.settle();
};

test("the triage channel is archived and replaced: each open ticket has one card in the new one, with the waiting messages below", async () => {
  await world.opens();
  await world.opens({ severity: "low" });
  world.slack.channel("C0TRIAGE").archive();
  await world.slack.user("U0CARLA").writes("C0ACME", "¿Hay alguien?", { thread: cards("C0ACME")[0]?.ts });
  await world.settle();
  await world.applies(inChannels(["slack:C0RANDOM"]));
  expect(cards("C0RANDOM").map(({ text }) => text.includes("T-1001"))).toHaveLength(2);
  expect(cards("C0RANDOM").filter(({ text }) => text.includes("T-1001"))).toHaveLength(1);
  const card = cards("C0RANDOM").find(({ text }) => text.includes("T-1001"));
  if (card === undefined) throw new Error("no card");
  expect(
    world
      .thread(card)
      .map(({ text }) => text)
      .join("\n"),
  ).toContain("¿Hay alguien?");
  await world.slack.user("U0LUIS").presses(card, "claim");
  await world.settle();
  expect((await world.ticket()).assignee).toBe("luis");
  await world.pass(12 * 60);
  expect(cards("C0RANDOM")).toHaveLength(2);
  expect(world.log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
});

test("the old channel still exists: its card says where the ticket went and loses its buttons; a breach goes to the new one", async () => {
  await world.opens();
  const old = only("C0TRIAGE");
  await world.applies(inChannels(["slack:C0RANDOM"]));
  expect(only("C0TRIAGE").text).toMatch(inOrder(inEnglish("message.cardMoved", { ticket: "T-1001" }), "C0RANDOM"));
  expect(only("C0TRIAGE").text).not.toContain("[");
  await carlaWrites("¿Y bien?");
  expect(only("C0TRIAGE").text).toMatch(inEnglish("message.cardMoved"));
  expect(world.thread(old)).toEqual([]);
  expect(world.thread(only("C0RANDOM")).at(-1)?.text).toContain("¿Y bien?");
  await world.pass(4 * 60);
  expect(world.thread(only("C0RANDOM")).at(-1)?.text).toMatch(inEnglish("reminder.mentionBreached"));
  // A message of staff below the old card is still a note.
  await world.slack.user("U0LUIS").writes("C0TRIAGE", "still here", { thread: old.ts });
  await world.settle();
  expect((await world.ticket()).notes).toBe(1);
});

test("an added channel shows a card of each open ticket and gets its messages; a channel that comes back shows its card again", async () => {
  await world.opens();
  await world.applies(inChannels(["slack:C0TRIAGE", "slack:C0RANDOM"]));
  await carlaWrites("¿Y bien?");
  for (const channel of ["C0TRIAGE", "C0RANDOM"]) {
    expectCard(only(channel)).offers("claim");
    expect(world.thread(only(channel)).filter(({ text }) => text.includes("¿Y bien?"))).toHaveLength(1);
  }
  await world.applies(inChannels(["slack:C0RANDOM"]));
  expect(only("C0TRIAGE").text).toMatch(inEnglish("message.cardMoved"));
  expect(world.thread(only("C0RANDOM")).filter(({ text }) => text.includes("¿Y bien?"))).toHaveLength(1);
  await world.applies(inChannels(["slack:C0TRIAGE"]));
  expectCard(only("C0TRIAGE")).offers("claim");
  expect(only("C0RANDOM").text).toMatch(inEnglish("message.cardMoved"));
});

test("the technical team's channel is replaced: its tickets move, questions wait there, and other tickets stay", async () => {
  await world.opens();
  await world.opens();
  await world.slack.user("U0LUIS").types("C0TRIAGE", "/ticket tech 1001 Please look at the encoder");
  await world.settle();
  const old = only("C0TECH");
  world.slack.channel("C0TECH").archive();
  await world.slack.user("U0LUIS").types("C0TRIAGE", "/ticket tech 1001 It is urgent");
  await world.settle();
  await world.applies(inChannels(["slack:C0TRIAGE"], ["slack:C0RANDOM"]));
  expect(only("C0RANDOM").text).toContain("encoder");
  expect(
    world
      .thread(only("C0RANDOM"))
      .map(({ text }) => text)
      .join("\n"),
  ).toContain("It is urgent");
  await world.slack.user("U0TOM").writes("C0RANDOM", "On it", { thread: only("C0RANDOM").ts });
  await world.settle();
  const triage = cards("C0TRIAGE").find(({ text }) => text.includes("T-1001")) ?? old;
  expect(world.thread(triage).at(-1)?.text).toContain("On it");
});

test("a ticket that was resolved before moves when a person writes again, and not earlier", async () => {
  await world.opens();
  await world.slack.user("U0LUIS").presses(world.card(), "resolve");
  await world.settle();
  await world.applies({ ...inChannels(["slack:C0RANDOM"]), reopen: { days: 7, ms: 0 } });
  expect(cards("C0RANDOM")).toEqual([]);
  await world.pass(1);
  await carlaWrites("Sigue sin verse nada");
  expect((await world.ticket()).status).toBe("open");
  expect(
    world
      .thread(only("C0RANDOM"))
      .map(({ text }) => text)
      .join("\n"),
  ).toContain("Sigue sin verse nada");
});
