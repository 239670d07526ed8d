import { afterEach, expect, test } from "vitest";
import { promisingDesk, sampleDesk } from "../../support/sample-desk.ts";
import { startWorld, type World } from "../../support/world.ts";
import { carlaAtNorthwind, people } from "./acme-and-northwind.ts";

let world: World;
afterEach(() => world.stop());
const { user, all, directCard, asksInPrivate, writesBelow, replies, types, texts } = people(() => world);

const opening = () => {
  const [own] = world.slack.dm("U0CARLA").messages;
  if (own === undefined) throw new Error("Carla wrote nothing");
  return own;
};

test("a former contact edits the opening message: the old account's ticket and card stay as they are", async () => {
  world = await startWorld();
  await asksInPrivate("No video");
  await world.applies(carlaAtNorthwind(sampleDesk));
  await world.pass(2);
  await user("CARLA").edits(opening(), "written by a former contact");
  await world.settle();
  await world.pass(1);
  expect((await world.ticket()).description).toBe("No video");
  expect(all("C0ACME") + all("C0TRIAGE")).not.toContain("written by a former contact");
});

test("they delete it: their words are erased", async () => {
  world = await startWorld();
  await asksInPrivate("No video, canary-1");
  await world.applies(carlaAtNorthwind(sampleDesk));
  await world.pass(2);
  await user("CARLA").deletes(opening());
  await world.settle();
  await world.pass(1);
  expect((await world.ticket()).description).toBe("");
  expect(all("C0ACME") + all("C0TRIAGE")).not.toContain("canary-1");
});

test("a former contact edits a thank-you into a question: the old account's ticket stays closed", async () => {
  const desk = { ...promisingDesk, reopen: { days: 7, ms: 0 } };
  world = await startWorld("http", desk);
  await asksInPrivate("No video");
  await replies("Fixed", "@slack:U0CARLA");
  await user("LUIS").presses(world.card(), "resolve 1001");
  await world.settle();
  const thanks = await writesBelow("CARLA", directCard(), "Gracias");
  await world.applies(carlaAtNorthwind(desk));
  await user("CARLA").edits(thanks, "Send me your films. Why not?");
  await world.settle();
  await world.pass(1);
  expect((await world.ticket()).status).toBe("resolved");
  expect(await texts()).toContain("Gracias");
  await expect(world.ticket(1002)).rejects.toThrow("no ticket");
});

test("a former colleague edits a reply and a note: the record stays", async () => {
  world = await startWorld("http", promisingDesk);
  await world.opens();
  const reply = await writesBelow("MARTA", world.conversation(), "Please restart");
  const note = await writesBelow("MARTA", world.card(), "They are slow payers");
  const { marta: _left, ...staying } = promisingDesk.people;
  await world.applies({
    ...promisingDesk,
    people: staying,
    former: { ...promisingDesk.former, staff: ["slack:U0MARTA"] },
  });
  await user("MARTA").edits(reply, "Please sue Vodlix");
  await user("MARTA").edits(note, "changed by a former colleague");
  await world.settle();
  await world.pass(1);
  expect(await texts()).toEqual(["Please restart", "They are slow payers"]);
});

test("a former colleague does not see or write to the ticket that they opened for a customer", async () => {
  world = await startWorld();
  await user("MARTA").types("C0TRIAGE", "/ticket new Acme cannot sign in");
  await user("MARTA").submits({ severity: "high", description: "canary-2", account: "acme" });
  await world.settle();
  expect(await world.ticket()).toMatchObject({ account: "acme", requester: { user: "slack:U0MARTA" } });
  const { marta: _left, ...staying } = sampleDesk.people;
  await world.applies({ ...sampleDesk, people: staying, former: { ...sampleDesk.former, staff: ["slack:U0MARTA"] } });
  expect(await types("MARTA", "/ticket show 1001", "C0RANDOM")).not.toContain("canary-2");
  expect(await types("MARTA", "/ticket list all", "C0RANDOM")).not.toContain("T-1001");
  await types("MARTA", "/ticket close 1001", "C0RANDOM");
  expect((await world.ticket()).status).toBe("open");
});
