import { limitsOf } from "../../../src/desk/limits-of.ts";
import { cards } from "../../../src/db/schema/delivery-schema.ts";
import { afterEach, describe, expect, it } from "vitest";
import { createDeskCache } from "../../../src/tickets/execute/desk-cache.ts";
import { execute } from "../../../src/tickets/execute/execute.ts";
import { ticketPlaces } from "../../../src/tickets/execute/ticket-places.ts";
import { collected } from "../../../src/db/schema/collected-schema.ts";
import { eq } from "../../../src/db/schema/orm.ts";
import { openPostgres } from "../../../src/db/connection/postgres.ts";
import type { Desk } from "../../../src/desk/desk.ts";
import { freshDatabase } from "../../support/database/database.ts";
import { type GivenCommand, wholeCommand } from "../../support/given.ts";
import { freshPostgres } from "../../support/database/real-postgres.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import {
  startStoryWorld,
  type Name,
  type StoryMessage,
  type StoryWorld,
  type Where,
} from "../../support/story-world/story-world.ts";
import { inEnglish, inOrder, isCollected } from "../../support/sentences.ts";
import { expectCard } from "../../support/expect-card.ts";
import { beginsWith } from "../../support/begins-with.ts";
import { sayIn } from "../../../src/i18n/say.ts";

/** The default limits of a desk. */
const desk: Desk = { ...sampleDesk, limits: limitsOf(undefined) };

let world: StoryWorld;
afterEach(() => world.stop());

interface Door {
  readonly on?: Desk;
  readonly database?: StoryWorld["database"];
}

const does = async (
  asked: GivenCommand,
  number: number | null,
  [who, where]: readonly [Name | number, Where],
  { on = desk, database = world.database }: Door = {},
) => {
  const deps = { database, desk: createDeskCache(() => world.deskHere(on)) };
  const user = typeof who === "number" ? stranger(who) : world.refOf(who);
  const by = { kind: "person", user, name: String(who), channel: world.refOf(where) } as const;
  const outcome = await execute(deps, { key: null, number, command: { ...wholeCommand(asked), by, at: world.now() } });
  if (!outcome.ok) throw new Error(outcome.refusal.reason);
  return outcome.ticket.number;
};

const opens = (title: string, severity: "critical" | "high", where: Where): GivenCommand => ({
  type: "open",
  number: 0,
  title,
  description: "Since nine.",
  severity,
  askedIn: world.refOf(where),
});

/** Some people without an account open a ticket each. */
const strangersOpen = async (count: number, door: Door = {}): Promise<void> => {
  for (let index = 1; index <= count; index++)
    await does(opens(`Trouble ${index}`, "high", "random"), null, [index, "random"], door);
};
const says = (number: number, text: string) =>
  does({ type: "receiveMessage", text, wroteAt: world.now() }, number, [number - 1000, "random"]);
const stranger = (index: number) => `testchat:${900 + index}` as const;
const luis = () => world.user("luis");

const roots = (channel: Where = "triage"): readonly StoryMessage[] =>
  world.channel(channel).filter(({ thread }) => thread === null);
const lines = (channel?: Where) => roots(channel).filter(({ text }) => isCollected(text));
const line = (channel?: Where): StoryMessage => lines(channel)[0] ?? expect.fail("no collected message");
const cardOf = (number: number): StoryMessage | undefined =>
  roots().find((message) => message.text.includes(`T-${number}`) && !isCollected(message.text));
const hasCard = (number: number): boolean => cardOf(number) !== undefined;
const withCards = (...numbers: readonly number[]): readonly number[] => numbers.filter(hasCard);
const below = (number: number): string =>
  world
    .channel("triage")
    .filter(({ thread }) => thread !== null && thread === cardOf(number)?.id)
    .map(({ text }) => text)
    .join("\n");

describe("tickets of people without an account", () => {
  it("are collected in one message after the first three, and get their own card when staff act", async () => {
    world = await startStoryWorld("testchat", desk);
    await strangersOpen(8);
    await world.settle();
    expect(withCards(1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008)).toEqual([1001, 1002, 1003]);
    expect(roots()).toHaveLength(4);
    expect(line().text).toMatch(inEnglish("collected.many", { total: "5", first: "T-1004", last: "T-1008" }));
    expect(line().text).toContain("Trouble 8");

    await luis().presses(line(), "claim 1005");
    await world.settle();
    expect(hasCard(1005)).toBe(true);
    expect((await world.ticket(1005)).assignee).toBe("luis");
    expect(line().text).toMatch(inEnglish("collected.many", { total: "4", first: "T-1004", last: "T-1008" }));
    expect(line().text).not.toContain("T-1005");

    // A customer's message does not give the ticket its own card, and appears below the card once there is one.
    await says(1006, "It got worse.");
    await luis().presses(line(), "account 1007");
    await luis().submits({ account: "acme" });
    await does({ type: "note", text: "I know them.", alreadyPosted: false }, 1008, ["luis", "triage"]);
    await world.settle();
    expect(withCards(1004, 1006, 1007, 1008)).toEqual([1007, 1008]);
    expect(cardOf(1007)?.text).toContain("Acme TV");
    expect(below(1008)).toContain("I know them.");
    expect(line().text).toMatch(inEnglish("collected.many", { total: "2", first: "T-1004", last: "T-1006" }));

    await luis().presses(line(), "show 1006");
    await world.settle();
    expect(luis().privates.at(-1)?.text).toContain("It got worse.");
    expect(hasCard(1006)).toBe(true);
    expect(below(1006)).toContain("It got worse.");

    await luis().types("triage", "/ticket show 1004");
    await world.settle();
    expect(hasCard(1004)).toBe(true);
    expect(lines().map(({ text }) => text)).toEqual([sayIn("en")("collected.empty")]);
    expect(roots()).toHaveLength(9);
    expect(world.log.lines.filter((each) => each.startsWith("error"))).toEqual([]);
  });

  it("leave the collection when their customer closes them, and lists link to the collection until then", async () => {
    world = await startStoryWorld("testchat", desk);
    await strangersOpen(5);
    await world.settle();
    await luis().types("triage", "/ticket list unassigned");
    await world.settle();
    expect(luis().privates.at(-1)?.text).toContain("T-1005");
    // Links in reminders lead there too.
    expect((await ticketPlaces(world.database.db, 1005)).triage?.id).toBe(line().id);
    await does({ type: "resolve" }, 1005, [5, "random"]);
    await world.settle();
    expect(withCards(1004, 1005)).toEqual([1005]);
    expect(line().text).toMatch(inEnglish("collected.one", { first: "T-1004" }));
  });

  it("are collected in a new message after an hour, since people notice a post and not an edit", async () => {
    world = await startStoryWorld("testchat", desk);
    await strangersOpen(5);
    await world.settle();
    world.sleepThrough(61);
    await strangersOpen(5);
    await world.settle();
    expect(lines().map(({ text }) => /T-\d+( … T-\d+)?/.exec(text)?.[0])).toEqual([
      "T-1004 … T-1005",
      "T-1009 … T-1010",
    ]);
  });

  it("come to triage with their reminders, below a card of their own", async () => {
    world = await startStoryWorld("testchat", desk);
    await strangersOpen(4);
    await world.settle();
    expect(hasCard(1004)).toBe(false);
    for (let hour = 0; hour < 24 && !hasCard(1004); hour++) await world.pass(60);
    for (let passed = 0; passed < 20; passed++) await world.pass(1);
    expect(hasCard(1004)).toBe(true);
    expect(below(1004)).toContain("T-1004");
    expect(await world.reminders(1004)).toContain("50 sent");
    await world.pass(24 * 60);
    expect(await world.reminders(1004)).toEqual(await world.reminders(1001));
    expect(await world.reminders(1004)).toContain("100 sent");
  });

  it("share one message when thirty come at once, while a customer's critical card comes at once and all can be reached", async () => {
    world = await startStoryWorld("testchat", desk);
    await strangersOpen(30);
    await does(opens("Nothing plays", "critical", "acme"), null, ["carla", "acme"]);
    world.sleepThrough(5 / 60);
    for (let done = 1; done > 0;) done = await world.steps.refreshCards();
    expect(hasCard(1031)).toBe(true);
    await world.settle();
    expect(roots()).toHaveLength(5);
    expect(withCards(1001, 1002, 1003, 1031)).toEqual([1001, 1002, 1003, 1031]);
    expect(line().text).toMatch(inEnglish("collected.many", { total: "27", first: "T-1004", last: "T-1030" }));
    expect(line().text).toMatch(inEnglish("collected.more", { count: 12 }));

    const waiting = await world.database.db.select({ ticket: collected.ticket }).from(collected);
    expect(waiting.map(({ ticket }) => ticket).toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 27 }, (_, index) => 1004 + index),
    );
    await luis().types("triage", "/ticket show 1030");
    await luis().presses(line(), "claim 1004");
    await world.settle();
    expect(withCards(1004, 1030)).toEqual([1004, 1030]);
    // The next ticket moves up.
    expect(line().text).toMatch(inEnglish("collected.many", { total: "25", first: "T-1005", last: "T-1029" }));
    expectCard(line()).offers("claim 1019").has("T-1019 Trouble 19");
    expect(world.log.lines.filter((each) => each.startsWith("error"))).toEqual([]);
  });

  it("get a card each at a desk without accounts, and so do all tickets of accounts and of staff", async () => {
    const plain: Desk = { ...desk, accounts: {} };
    world = await startStoryWorld("testchat", plain);
    await strangersOpen(5, { on: plain });
    await world.settle();
    expect(withCards(1001, 1002, 1003, 1004, 1005)).toHaveLength(5);
    await world.stop();

    world = await startStoryWorld("testchat", desk);
    await strangersOpen(3);
    for (let index = 0; index < 4; index++) {
      await does(opens("Ours", "high", "north"), null, ["oliver", "north"]);
      await does(opens("For a guest", "high", "random"), null, ["luis", "random"]);
    }
    await world.settle();
    expect(lines()).toEqual([]);
    expect(roots()).toHaveLength(11);
  });

  it("take no notes from the thread of the collection", async () => {
    world = await startStoryWorld("testchat", desk);
    await strangersOpen(5);
    await world.settle();
    await luis().writes("triage", "Who are these people?", line());
    await world.settle();
    expect((await world.ticket(1004)).notes).toBe(0);
    expect(line().text).toMatch(inEnglish("collected.many", { total: "2", first: "T-1004", last: "T-1005" }));
  });

  it("stay collected in the new channel when triage moves", async () => {
    world = await startStoryWorld("testchat", desk);
    await strangersOpen(6);
    await says(1006, "It got worse.");
    await world.settle();
    await world.applies({ ...desk, version: 2, channels: { ...desk.channels, triage: ["slack:C0NORTH"] } });
    await world.pass(2);
    expect(lines("north")).toHaveLength(1);
    expect(line("north").text).toMatch(inEnglish("collected.many", { total: "3", first: "T-1004", last: "T-1006" }));
    expect(roots("north")).toHaveLength(4);
    expect(line().text).toMatch(inOrder(inEnglish("collected.moved"), world.idOf("north")));
    expect(line().text).not.toContain("Take");
    await luis().presses(line("north"), "claim 1006");
    await world.settle();
    expect((await world.ticket(1006)).assignee).toBe("luis");
    const card = roots("north").find(
      ({ text, actions }) => text.includes("T-1006") && actions.some((each) => beginsWith(each, "reply")),
    );
    const inside = world.thread(card ?? expect.fail("no card")).map(({ text }) => text);
    expect(inside.join("\n")).toContain("It got worse.");
  });

  it("stay collected after a restart, and after their message was deleted", async () => {
    const database = await freshDatabase();
    world = await startStoryWorld("testchat", desk, database);
    await strangersOpen(5);
    world = await startStoryWorld("testchat", desk, database);
    await world.settle();
    expect(withCards(1001, 1002, 1003, 1004, 1005)).toEqual([1001, 1002, 1003]);
    expect(line().text).toMatch(inEnglish("collected.many", { total: "2", first: "T-1004", last: "T-1005" }));

    const gone = line();
    world.vanishes(gone);
    await world.steps.cleanUp();
    await world.pass(1);
    expect(lines()).toHaveLength(1);
    expect(line().id).not.toBe(gone.id);
    await luis().presses(line(), "claim 1005");
    await world.settle();
    expect(hasCard(1005)).toBe(true);
    expect(line().text).toMatch(inEnglish("collected.one", { first: "T-1004" }));
  });

  it("are collected in one message although two processes open them at once", async () => {
    const url = await freshPostgres();
    const database = openPostgres(url);
    const another = openPostgres(url);
    world = await startStoryWorld("testchat", desk, database);
    await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        does(opens(`Trouble ${index}`, "high", "random"), null, [index, "random"], {
          database: index % 2 === 0 ? database : another,
        }),
      ),
    );
    expect(await database.db.select().from(cards).where(eq(cards.side, "collected"))).toHaveLength(1);
    const waiting = await database.db.select().from(collected);
    expect(waiting).toHaveLength(21);
    // Two agents take and show while others leave: no transaction waits for another for ever.
    await Promise.all(
      waiting.map(({ ticket }, index) =>
        does({ type: "claim" }, ticket, ["luis", "triage"], {
          database: index % 2 === 0 ? database : another,
        }),
      ),
    );
    expect(await database.db.select().from(collected)).toEqual([]);
    await another.close();
    await world.settle();
    expect(roots().filter(({ actions }) => actions.some((each) => beginsWith(each, "reply")))).toHaveLength(24);
  });
});
