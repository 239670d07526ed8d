import { afterEach, beforeEach, describe, expect, test } from "vitest";
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
  const received = ["U0LUIS", "U0MARTA"].map((who) => world.slack.user(who).privates.at(-1)?.text ?? "");
  expect(received.toSorted()).toEqual([
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

describe("a reminder in doubt", () => {
  const direct = (user: string) => world.slack.dm(user).messages;
  const inDoubt = async (looks: number): Promise<void> => {
    world.slack.fail("chat.postMessage", { drop: "after" }, { channel: world.slack.dm("U0ANA").id });
    world.slack.fail("conversations.history", { error: "token_revoked" }, { times: looks });
    await world.pass(120);
  };

  test("is looked up before another person is notified", async () => {
    await inDoubt(1);
    await world.passSeconds(1);
    await world.passSeconds(31);
    expect([direct("U0ANA").length, direct("U0LUIS").length]).toEqual([1, 0]);
    expect(await world.reminders()).toContain("50 sent");
  });

  test("that cannot be looked up goes to the next person after a minute, and to no person twice", async () => {
    await inDoubt(99);
    for (let second = 0; second < 120; second += 5) await world.passSeconds(5);
    expect([direct("U0ANA").length, direct("U0LUIS").length]).toEqual([1, 1]);
    expect(await world.reminders()).toContain("50 fallbackTaken");
  });
});
