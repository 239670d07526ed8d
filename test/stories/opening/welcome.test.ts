import { afterEach, beforeEach, expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { inSpanish } from "../../support/sentences.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { startWorld, type World } from "../../support/world.ts";

const welcoming: Desk = { ...sampleDesk, welcome: true };

let world: World;
beforeEach(async () => {
  world = await startWorld("http", welcoming);
});
afterEach(() => world.stop());

const shown = (channel: string) => world.slack.channel(channel).messages.map(({ text }) => text);
const edits = () => world.slack.channel("C0ACME").messages[0]?.edits;
const withManager = (manager: string): Desk => {
  const acme = welcoming.accounts["acme"];
  if (acme === undefined) throw new Error("no account");
  return { ...welcoming, accounts: { ...welcoming.accounts, acme: { ...acme, manager } } };
};

test("each customer's channel reads once how to ask, what is promised and whom to ring, in the account's language", async () => {
  await world.settle();
  const [welcome, ...more] = shown("C0ACME");
  expect(more).toEqual([]);
  expect(welcome).toMatch(inSpanish("welcome.title", { account: "Acme TV" }));
  expect(welcome).toMatch(inSpanish("welcome.mention"));
  expect(welcome).toMatch(inSpanish("welcome.others"));
  expect(welcome).toMatch(/Crítica[^]*30 min/);
  expect(welcome).toContain("Ana Ruiz");
  expect(shown("C0NORTH")[0]).toContain("Northwind");
  expect(shown("C0TRIAGE")).toEqual([]);
});

test("the message is kept true, and left alone while nothing changes in it", async () => {
  await world.settle();
  await world.applies(withManager("luis"));
  await world.settle();
  expect(shown("C0ACME")).toHaveLength(1);
  expect(shown("C0ACME")[0]).toContain("Luis Gil");
  expect(edits()).toBe(1);
  await world.applies({ ...withManager("luis"), reopen: { days: 9, ms: 0 } });
  await world.settle();
  expect(edits()).toBe(1);
  world.sleepThrough(60 * 24 * 500);
  await world.steps.cleanUp();
  await world.applies(withManager("ana"));
  await world.settle();
  expect(shown("C0ACME").filter((text) => inSpanish("welcome.ways").test(text))).toHaveLength(1);
});

test("where the bot may not write yet, it posts the message when it may", async () => {
  await world.stop();
  world = await startWorld("http", { ...welcoming, welcome: false });
  world.slack.fail("chat.postMessage", { error: "not_in_channel" }, { times: 2 });
  await world.applies(welcoming);
  await world.settle();
  expect(shown("C0ACME")).toEqual([]);
  await world.pass(16);
  expect(shown("C0ACME")).toHaveLength(1);
});

test("a desk that switches it off posts nothing", async () => {
  await world.stop();
  world = await startWorld("http", sampleDesk);
  await world.settle();
  expect(shown("C0ACME")).toEqual([]);
});
