import { afterEach, beforeEach, expect, test } from "vitest";
import { sql } from "../../../src/db/schema/orm.ts";
import type { Desk } from "../../../src/desk/desk.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { inEnglish } from "../../support/sentences.ts";
import { startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";

const desk: Desk = { ...sampleDesk, reopen: { days: 7, ms: 0 } };
const secret = "canary-1234";

let world: StoryWorld;
beforeEach(async () => {
  world = await startStoryWorld("testchat", desk);
});
afterEach(() => world.stop());

const oliver = () => world.user("oliver");
const closesLongAgo = async (): Promise<void> => {
  await world.opens();
  const luis = world.user("luis");
  await luis.types("triage", "/ticket close 1001");
  if (luis.seesForm()) await luis.submits({});
  await world.settle();
  await world.pass(30 * 24 * 60);
};
const writesBelow = async (who: "carla" | "oliver", text: string) => {
  const message = await world.user(who).writes("acme", text, world.conversation());
  await world.settle();
  return message;
};
const numbers = async () => (await world.database.rows(sql`select number from tickets`)).length;
const texts = async () => (await world.messages()).map(({ text }) => text);

test("a contact of another account is told to open their own ticket, and their message is recorded nowhere", async () => {
  await closesLongAgo();
  await writesBelow("oliver", `It fails again, ${secret}`);
  expect(oliver().privates.at(-1)?.text).toMatch(inEnglish("message.closedForOthers"));
  expect(await texts()).toEqual([]);
  expect(await numbers()).toBe(1);
  const kept = await world.database.rows(sql`select inbound_event::text as text from inbox union all
    select body::text from events union all select message::text from outbox`);
  expect(JSON.stringify(kept)).not.toContain(secret);
});

test("their thank-you that an edit makes a question gets the same answer", async () => {
  await closesLongAgo();
  const wrote = await writesBelow("oliver", "Thanks!");
  expect(oliver().privates).toEqual([]);
  await world.pass(1);
  await oliver().edits(wrote, "Why does it fail?");
  await world.settle();
  expect(oliver().privates.at(-1)?.text).toMatch(inEnglish("message.closedForOthers"));
  expect(await numbers()).toBe(1);
});

/** A desk that Carla left. She is still in the channel. */
const withoutCarla = (): Desk => {
  const { acme } = desk.accounts;
  if (acme === undefined) throw new Error("no acme");
  const carla = "slack:U0CARLA";
  const contacts = acme.contacts.filter((each) => each !== carla);
  const former = { ...desk.former, contacts: { ...desk.former.contacts, [carla]: ["acme"] } };
  return { ...desk, accounts: { ...desk.accounts, acme: { ...acme, contacts } }, former };
};

test.each(["oliver", "carla"] as const)(
  "below a ticket that was closed today, a message of %s, who is no contact of its account, reopens nothing, and neither does an edit",
  async (who) => {
    await world.opens();
    const luis = world.user("luis");
    await luis.types("triage", "/ticket close 1001");
    if (luis.seesForm()) await luis.submits({});
    await world.settle();
    await world.pass(60);
    if (who === "carla") await world.applies(withoutCarla());
    const wrote = await writesBelow(who, "Thanks!");
    await writesBelow(who, `It fails again, ${secret}`);
    expect(world.user(who).privates.at(-1)?.text).toMatch(inEnglish("message.closedForOthers"));
    const answers = world.user(who).privates.length;
    await world.user(who).edits(wrote, "Why does it fail?");
    await world.settle();
    expect(world.user(who).privates.length).toBe(answers + 1);
    expect((await world.ticket()).status).toBe("resolved");
    expect((await texts()).join()).not.toContain(secret);
    expect(await numbers()).toBe(1);
  },
);

test("while the ticket is open, a person of another account in the customer's channel is heard as before", async () => {
  await world.opens();
  await writesBelow("oliver", "It fails for us, too");
  expect(await texts()).toEqual(["It fails for us, too"]);
  expect(oliver().privates).toEqual([]);
});

test("a contact of the account still gets a follow-up", async () => {
  await closesLongAgo();
  await writesBelow("carla", "It fails again");
  expect(await world.ticket(1002)).toMatchObject({ description: "It fails again", links: [{ number: 1001 }] });
});
