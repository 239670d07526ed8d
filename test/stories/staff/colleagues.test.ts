import { afterEach, beforeEach, expect, test } from "vitest";
import { promisingDesk, sampleDesk } from "../../support/sample-desk.ts";
import { startWorld, type World } from "../../support/world.ts";
import { inEnglish } from "../../support/sentences.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld("http", { ...promisingDesk, reopen: { days: 7, ms: 0 } });
  world.slack.addUser("U0PETER", "peter", { member: true });
  await world.opens();
  await world.slack.user("U0LUIS").writes("C0ACME", "We look into it.", { thread: world.conversation().ts });
  await world.settle();
});
afterEach(() => world.stop());

const writes = async (user: string, text: string): Promise<void> => {
  await world.pass(1);
  await world.slack.user(user).writes("C0ACME", text, { thread: world.conversation().ts });
  await world.settle();
};
const running = async (): Promise<readonly string[]> =>
  (await world.ticket()).sla.clocks.filter(({ end }) => end === null).map(({ kind }) => kind);

test("a colleague who is not in the desk file starts no clock and is not called a customer, and triage reads a hint once", async () => {
  const before = await world.ticket();
  await writes("U0PETER", "Is it the encoder again?");
  await writes("U0PETER", "I have seen that last week");
  expect(await running()).toEqual(["resolution"]);
  const after = await world.ticket();
  expect(after.lastCustomerMessage).toEqual(before.lastCustomerMessage);
  expect(after.unanswered).toBeNull();
  const received = world.thread(world.card()).map(({ text }) => text);
  const peters = received.filter((text) => text.includes("peter"));
  expect(peters).toHaveLength(2);
  for (const text of peters) {
    expect(text).toMatch(inEnglish("author.colleague"));
    expect(text).not.toContain("Acme TV");
  }
  expect(peters.filter((text) => inEnglish("message.colleagueHint").test(text))).toHaveLength(1);
  await writes("U0CARLA", "It is still down");
  expect(await running()).toEqual(["resolution", "nextResponse"]);
});

test("a colleague's message ends no wait and reopens no ticket", async () => {
  await world.slack.user("U0LUIS").presses(world.card(), "resolve");
  await world.settle();
  await world.pass(30);
  await writes("U0PETER", "Why was this closed?");
  expect((await world.ticket()).status).toBe("resolved");
});

test("a colleague who is a contact of an account counts as its customer", async () => {
  const { acme } = sampleDesk.accounts;
  if (acme === undefined) throw new Error("the sample desk has no Acme");
  await world.stop();
  const users = [...acme.contacts, "slack:U0PETER" as const];
  world = await startWorld("http", {
    ...promisingDesk,
    accounts: { ...promisingDesk.accounts, acme: { ...acme, contacts: users } },
  });
  world.slack.addUser("U0PETER", "peter", { member: true });
  await world.opens();
  await world.slack.user("U0LUIS").writes("C0ACME", "We look into it.", { thread: world.conversation().ts });
  await writes("U0PETER", "It is still down");
  expect(await running()).toEqual(["resolution", "nextResponse"]);
});
