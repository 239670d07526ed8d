import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startWorld, type World } from "../support/world.ts";
import { inEnglish } from "../support/sentences.ts";
import { expectCard } from "../support/expect-card.ts";

describe("while a platform is in trouble", () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const below = (root: Parameters<World["thread"]>[0], words: string): readonly string[] =>
    world
      .thread(root)
      .map(({ text }) => text)
      .filter((text) => text.includes(words));
  const repliesWith = async (text: string): Promise<void> => {
    await world.slack.user("U0LUIS").presses(world.card(), "reply");
    await world.slack.user("U0LUIS").submits({ text });
  };
  const passInSteps = async (steps: number): Promise<void> => {
    for (let step = 0; step < steps; step++) await world.pass(1);
  };

  test("a customer's message reaches triage although its channel refused it for a moment", async () => {
    await world.opens();
    await world.slack.user("U0CARLA").writes("C0ACME", "It is worse now", { thread: world.conversation().ts });
    world.slack.fail("chat.postMessage", { error: "not_in_channel" }, { channel: "C0TRIAGE" });
    await world.settle();
    await passInSteps(2);
    expect(below(world.card(), "It is worse now")).toHaveLength(1);
  });

  test("one sentence tells staff that a channel is archived, and the answer still reaches the customer", async () => {
    await world.opens();
    world.slack.fail("chat.postMessage", { error: "is_archived" }, { channel: "C0ACME", times: 99 });
    await repliesWith("We are on it");
    await world.settle();
    await passInSteps(3);
    const received = below(world.card(), "the channel is archived");
    expect(received).toHaveLength(1);
    expect(received[0]).toMatch(inEnglish("trouble.moved"));
    const direct = world.slack.dm("U0CARLA").messages.filter(({ text }) => text.includes("We are on it"));
    expect(direct).toHaveLength(1);
  });

  test("a card that was posted without a confirmation shows the ticket's newest state", async () => {
    world.slack.fail("chat.postMessage", { drop: "after" }, { channel: "C0TRIAGE" });
    await world.opens();
    expectCard(world.card()).offersNot("reopen");
    await world.slack.user("U0CARLA").types("C0ACME", "/ticket close 1001");
    await world.settle();
    await passInSteps(15);
    expect(world.slack.channel("C0TRIAGE").messages.filter(({ thread }) => thread === null)).toHaveLength(1);
    expectCard(world.card()).offers("reopen");
  });

  test("Plazo looks up a delivery in doubt, however often the platform refused the call before", async () => {
    await world.opens();
    await repliesWith("We are on it");
    world.slack.fail("chat.postMessage", { error: "service_unavailable" }, { channel: "C0ACME", times: 8 });
    world.slack.fail("chat.postMessage", { drop: "before" }, { channel: "C0ACME" });
    await world.settle();
    await passInSteps(15);
    expect(below(world.conversation(), "We are on it")).toHaveLength(1);
    expect(world.thread(world.card())).toEqual([]);
  });

  test("a reply and a customer's message are delivered after an outage of a quarter of an hour", async () => {
    await world.opens();
    await repliesWith("We are on it");
    await world.slack.user("U0CARLA").writes("C0ACME", "It is worse now", { thread: world.conversation().ts });
    for (const channel of ["C0ACME", "C0TRIAGE"]) {
      world.slack.fail("chat.postMessage", { status: 502 }, { channel, times: 15 });
      world.slack.fail("conversations.replies", { status: 502 }, { channel, times: 15 });
    }
    await world.settle();
    await passInSteps(30);
    expect(below(world.conversation(), "We are on it")).toHaveLength(1);
    expect(below(world.card(), "It is worse now")).toHaveLength(1);
  });
});
