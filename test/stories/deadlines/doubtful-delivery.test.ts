import { afterEach, beforeEach, expect, test } from "vitest";
import { startWorld, type World } from "../../support/world.ts";
import { inEnglish } from "../../support/sentences.ts";
import { expectCard } from "../../support/expect-card.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld();
  await world.opens();
});
afterEach(() => world.stop());

const luis = () => world.slack.user("U0LUIS");
const customerSees = (): readonly string[] => world.thread(world.conversation()).map(({ text }) => text);
const warning = () => {
  const [message] = world.thread(world.card()).filter(({ text }) => text.includes("⚠"));
  if (message === undefined) throw new Error("nobody was told");
  return message;
};

/** Luis replies, the answer to the call is lost, and Slack refuses the look-up. */
const repliesInDoubt = async (arrives: "before" | "after"): Promise<void> => {
  await luis().presses(world.card(), "reply");
  await luis().submits({ text: "Ya funciona" });
  world.slack.fail("chat.postMessage", { drop: arrives }, { channel: "C0ACME" });
  world.slack.fail("conversations.replies", { status: 502 }, { channel: "C0ACME", times: 500 });
  await world.settle();
  for (let tries = 0; tries < 8; tries++) await world.pass(5);
};

test("a message that may have arrived is not repeated by itself: the team reads so, and one press sends it again", async () => {
  await repliesInDoubt("before");
  expect(customerSees()).toEqual([]);
  expectCard(warning()).says("message.deliveryUnknown").has("Ya funciona").offers("resend", "markDelivered");
  await Promise.all([luis().presses(warning(), "resend"), world.slack.user("U0MARTA").presses(warning(), "resend")]);
  await world.settle();
  await world.pass(60);
  expect(customerSees().filter((text) => text.includes("Ya funciona"))).toHaveLength(1);
  const told = ["U0LUIS", "U0MARTA"].map((who) => world.slack.user(who).privates.at(-1)?.text ?? "");
  expect(told.toSorted()).toEqual([
    expect.stringMatching(inEnglish("refusal.handledAlready")),
    expect.stringMatching(inEnglish("done.resent")),
  ]);
});

test("a message that arrived is not sent again, once an agent says so", async () => {
  await repliesInDoubt("after");
  expect(customerSees()).toHaveLength(1);
  await luis().presses(warning(), "markDelivered");
  await world.settle();
  await luis().presses(warning(), "resend");
  await world.pass(60);
  expect(customerSees()).toHaveLength(1);
  expect((await world.ticket()).undelivered).toEqual([]);
});
