import { afterEach, expect, test } from "vitest";
import { promisingDesk, sampleDesk } from "../../support/sample-desk.ts";
import { startWorld, type World } from "../../support/world.ts";
import { people } from "./acme-and-northwind.ts";

let world: World;
afterEach(() => world.stop());
const { user, givesTo, types, running, writesBelow } = people(() => world);

test("with `reopen: never` a customer's answer below a solved ticket opens a follow-up", async () => {
  world = await startWorld("http", { ...promisingDesk, reopen: null });
  await world.opens();
  await user("LUIS").presses(world.card(), "resolve 1001");
  await world.settle();
  await world.pass(1);
  const card = world.conversation();
  await writesBelow("CARLA", card, "Gracias");
  await expect(world.ticket(1002)).rejects.toThrow("no ticket");
  await writesBelow("CARLA", card, "No, it is still broken");
  expect((await world.ticket(1001)).status).toBe("resolved");
  expect(await running(1002)).toContain("firstResponse");
  const told = world.thread(card).map(({ text }) => text);
  expect(told.join()).toContain("está cerrado y abrimos un ticket nuevo");
  expect(told.join()).not.toContain("hace tiempo");
});

test("a follow-up keeps the account that staff gave to a stranger's ticket", async () => {
  world = await startWorld("http", { ...sampleDesk, reopen: { days: 7, ms: 0 } });
  world.slack.dm("U0SAM");
  await user("SAM").writes("D0SAM", "No films, I am from Acme");
  await world.settle();
  await givesTo("acme");
  await types("LUIS", "/ticket close 1001");
  await world.pass(30 * 24 * 60);
  const card = world.slack.dm("U0SAM").messages.find(({ text }) => text.includes("T-1001 ·"));
  if (card === undefined) throw new Error("no card");
  await writesBelow("SAM", card, "It fails again");
  expect(await world.ticket(1002)).toMatchObject({ account: "acme", conversation: { kind: "person" } });
});
