import { afterEach, expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { promisingDesk, sampleDesk } from "../../support/sample-desk.ts";
import { startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";
import { carlaAtNorthwind, people } from "./acme-and-northwind.ts";

let world: StoryWorld;
afterEach(() => world.stop());
const { user, all, directCard, asksInPrivate, replies, texts, types, writesBelow, writesBelowDirect } = people(
  () => world,
);

test("a former contact edits the opening message: the old account's ticket and card stay as they are", async () => {
  world = await startStoryWorld("testchat");
  const opening = await asksInPrivate("No video");
  await world.applies(carlaAtNorthwind(sampleDesk));
  await world.pass(2);
  await user("carla").edits(opening, "written by a former contact");
  await world.settle();
  await world.pass(1);
  expect((await world.ticket()).description).toBe("No video");
  expect(all("acme") + all("triage")).not.toContain("written by a former contact");
});

test("they delete it: their words are erased", async () => {
  world = await startStoryWorld("testchat");
  const opening = await asksInPrivate("No video, canary-1");
  await world.applies(carlaAtNorthwind(sampleDesk));
  await world.pass(2);
  await user("carla").deletes(opening);
  await world.settle();
  await world.pass(1);
  expect((await world.ticket()).description).toBe("");
  expect(all("acme") + all("triage")).not.toContain("canary-1");
});

test("a former contact edits a thank-you into a question: the old account's ticket stays closed", async () => {
  const desk = { ...promisingDesk, reopen: { days: 7, ms: 0 } };
  world = await startStoryWorld("testchat", desk);
  await asksInPrivate("No video");
  await replies("Fixed", `@${world.refOf("carla")}`);
  await user("luis").presses(world.card(), "resolve 1001");
  await world.settle();
  const thanks = await writesBelowDirect("carla", directCard(), "Gracias");
  await world.applies(carlaAtNorthwind(desk));
  await user("carla").edits(thanks, "Send me your films. Why not?");
  await world.settle();
  await world.pass(1);
  expect((await world.ticket()).status).toBe("resolved");
  expect(await texts()).toContain("Gracias");
  await expect(world.ticket(1002)).rejects.toThrow("no ticket");
});

test("a former colleague edits a reply and a note: the record stays", async () => {
  world = await startStoryWorld("testchat", promisingDesk);
  await world.opens();
  const reply = await writesBelow("marta", "acme", world.conversation(), "Please restart");
  const note = await writesBelow("marta", "triage", world.card(), "They are slow payers");
  const { marta: _left, ...staying } = promisingDesk.people;
  await world.applies({
    ...promisingDesk,
    people: staying,
    former: { ...promisingDesk.former, staff: ["slack:U0MARTA"] },
  });
  await user("marta").edits(reply, "Please sue Vodlix");
  await user("marta").edits(note, "changed by a former colleague");
  await world.settle();
  await world.pass(1);
  expect(await texts()).toEqual(["Please restart", "They are slow payers"]);
});

test("a former colleague does not see or write to the ticket that they opened for a customer", async () => {
  world = await startStoryWorld("testchat");
  await user("marta").types("triage", "/ticket new Acme cannot sign in");
  await user("marta").submits({ severity: "high", description: "canary-2", account: "acme" });
  await world.settle();
  expect(await world.ticket()).toMatchObject({ account: "acme", requester: { user: world.refOf("marta") } });
  const { marta: _left, ...staying } = sampleDesk.people;
  await world.applies({ ...sampleDesk, people: staying, former: { ...sampleDesk.former, staff: ["slack:U0MARTA"] } });
  expect(await types("marta", "/ticket show 1001", "random")).not.toContain("canary-2");
  expect(await types("marta", "/ticket list all", "random")).not.toContain("T-1001");
  await types("marta", "/ticket close 1001", "random");
  expect((await world.ticket()).status).toBe("open");
});

/** Acme with Sam as its only contact, or with Carla too, and Sam limited to his own tickets. */
const acmeIn = (desk: Desk, contacts: "sam" | "both"): Desk => ({
  ...desk,
  accounts: {
    ...desk.accounts,
    acme: {
      ...(desk.accounts["acme"] ?? expect.fail("no account")),
      contacts: contacts === "sam" ? ["slack:U0SAM"] : ["slack:U0CARLA", "slack:U0SAM"],
      ownTicketsOnly: contacts === "sam" ? [] : ["slack:U0SAM"],
    },
  },
  former: { ...desk.former, contacts: contacts === "sam" ? { "slack:U0CARLA": ["acme"] } : {} },
});
const looks = ["show 1001", "show 1002", "list all", "find canary", "transcript 1001", "transcript 1002"];

test("a contact who was removed is a stranger in the account's channel, and may still write below its tickets", async () => {
  world = await startStoryWorld("testchat", acmeIn(promisingDesk, "both"));
  await asksInPrivate("My invoice canary-1 is wrong");
  await user("sam").types("acme", "/ticket new Audio canary-2");
  await user("sam").submits({ severity: "high", description: "None." });
  await user("carla").types("acme", "/ticket new Video canary-3");
  await user("carla").submits({ severity: "high", description: "None." });
  await world.settle();
  await world.applies(acmeIn(promisingDesk, "sam"));
  await world.pass(5);
  const seen = [];
  for (const look of looks) if (/canary-\d/.test(await types("carla", `/ticket ${look}`, "acme"))) seen.push(look);
  expect([seen, world.files]).toEqual([[], []]);
  const refused = await types("carla", "/ticket close 4711", "acme");
  for (const act of ["close 1002", "escalate 1002", "call 1002 +34 600 000 009"])
    expect(await types("carla", `/ticket ${act}`, "acme"), act).toContain(refused);
  expect((await world.ticket(1002)).status).toBe("open");
  expect(await types("carla", "/ticket manager", "acme")).not.toContain("Ana Ruiz");

  // What she asked for goes on, without a mention of her.
  const conversation = world.cards("acme").find(({ text }) => text.includes("canary-3")) ?? expect.fail("no card");
  await writesBelow("carla", "acme", conversation, "I am gone, canary-4");
  expect(await texts(1003)).toContain("I am gone, canary-4");
  await writesBelow("sam", "acme", conversation, "Me too");
  await user("luis").presses(
    world.cards("triage").at(-1) ?? expect.fail("no card"),
    `reply 1003 ${world.refOf("acme")}`,
  );
  await user("luis").submits({ text: "Mended, canary-5" });
  await world.settle();
  const answer = world.channel("acme").find(({ text }) => text.includes("canary-5"))?.text;
  expect(answer).toContain(`@${world.idOf("sam")}`);
  expect(answer).not.toContain(`@${world.idOf("carla")}`);

  // A new ticket is a stranger's: the account's people do not see it.
  await user("carla").types("acme", "/ticket new Question canary-6");
  await user("carla").submits({ severity: "high", description: "None." });
  await world.settle();
  expect(await world.ticket(1004)).toMatchObject({ account: null, conversation: { kind: "person" } });
  expect(all("acme") + (await types("sam", "/ticket list all", "acme"))).not.toContain("canary-6");
});
