import { afterEach, beforeEach, expect, test } from "vitest";
import { startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";
import { inEnglish } from "../../support/sentences.ts";
import { expectCard } from "../../support/expect-card.ts";

let world: StoryWorld;
/** The channel is archived and the customer takes no direct messages when Luis replies. */
beforeEach(async () => {
  world = await startStoryWorld("testchat");
  await world.opens();
  world.fails("acme", "gone");
  world.shutsOut("carla");
  await replies("We are on it");
});
afterEach(() => world.stop());

const luis = () => world.user("luis");
const replies = async (text: string): Promise<void> => {
  await luis().presses(world.card(), "reply");
  await luis().submits({ text });
  await world.settle();
};
const below = (): readonly string[] => world.thread(world.conversation()).map(({ text }) => text);
const arrived = (words: string): number => below().filter((text) => text.includes(words)).length;
const warning = (words: string) => {
  const found = world.thread(world.card()).find(({ text }) => text.includes("⚠") && text.includes(words));
  if (found === undefined) throw new Error("nobody was told");
  return found;
};

test("the team reads which messages no channel accepted, and one press sends them again in the original thread", async () => {
  expect(arrived("We are on it")).toBe(0);
  expectCard(warning("We are on it")).says("message.undelivered").offers("resend");
  await luis().presses(warning("We are on it"), "resend");
  await world.settle();
  expect(arrived("We are on it")).toBe(1);
  expect((await world.ticket()).conversation).toEqual({
    kind: "channel",
    channel: world.refOf("acme"),
    state: "inFirstPlace",
  });
  expect((await world.ticket()).undelivered).toEqual([]);
  await replies("Solved for good");
  expect(arrived("Solved for good")).toBe(1);
  expect(world.conversation().text).toContain("T-1001");
});

test("if they are refused again, the team reads it once more, and nothing is sent twice", async () => {
  world.fails("acme", "gone");
  await luis().presses(warning("We are on it"), "resend");
  await world.settle();
  await world.pass(1);
  expect(arrived("We are on it")).toBe(0);
  const received = world.thread(world.card()).filter(({ text }) => text.includes("⚠") && text.includes("We are on it"));
  expect(received).toHaveLength(2);
  await luis().presses(received[0] ?? expect.fail("not told"), "resend");
  await world.settle();
  expect(arrived("We are on it")).toBe(0);
  await luis().presses(received[1] ?? expect.fail("not told"), "resend");
  await world.settle();
  expect(arrived("We are on it")).toBe(1);
});

test("the undelivered messages are sent as soon as the customer writes there again", async () => {
  await world.user("carla").writes("acme", "¿Hola?", world.conversation());
  await world.settle();
  expect(arrived("We are on it")).toBe(1);
  expect(world.thread(world.card()).at(-1)?.text).toMatch(inEnglish("undelivered.resentByItself"));
  await luis().presses(warning("We are on it"), "resend");
  await world.settle();
  expect(arrived("We are on it")).toBe(1);
});
