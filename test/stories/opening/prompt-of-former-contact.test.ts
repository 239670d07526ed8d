import { afterEach, expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";

let world: StoryWorld;
afterEach(() => world.stop());

const carla = () => world.user("carla");
const direct = () => world.inDirect("carla");

/** Carla's message waits for her choice, and she moves to another account meanwhile. */
const movesWhileMessageWaits = async (): Promise<void> => {
  world = await startStoryWorld("testchat", sampleDesk);
  await carla().writes("direct", "The films are gone");
  await world.settle();
  await carla().writes("direct", "The captions are gone too");
  await world.settle();
  const { acme, northwind } = sampleDesk.accounts;
  if (acme === undefined || northwind === undefined) throw new Error("no accounts");
  const accounts: Desk["accounts"] = {
    acme: { ...acme, contacts: [] },
    northwind: { ...northwind, contacts: [...northwind.contacts, "slack:U0CARLA"] },
  };
  await world.applies({ ...sampleDesk, accounts });
};

test("a customer whose ticket is no longer theirs is asked at once whether to open a new one", async () => {
  await movesWhileMessageWaits();
  const before = direct().length;
  await world.pass(6);
  const received = direct().slice(before);
  expect(received).toHaveLength(1);
  await world.pass(60);
  expect(direct().slice(before)).toHaveLength(1);
  const [offer] = received;
  if (offer === undefined) throw new Error("no offer");
  await carla().presses(offer, "open-anyway");
  await world.settle();
  expect(await world.ticket(1002)).toMatchObject({ description: "The captions are gone too", account: "northwind" });
  expect((await world.messages(1001)).map(({ text }) => text)).not.toContain("The captions are gone too");
});
