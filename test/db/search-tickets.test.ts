import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { searchTickets, type TicketSearch } from "../../src/db/search/search-tickets.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { startWorld, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

const found = async (text: string, also: Partial<TicketSearch> = {}): Promise<readonly number[]> => {
  const search = { text, people: [], accounts: [], before: null, ...also };
  return (await searchTickets(world.database.db, search, 20)).tickets.map(({ number }) => number);
};

const opens = async (title: string, description = "Nothing else."): Promise<void> => {
  await world.slack.user("U0CARLA").types("C0ACME", "/ticket");
  await world.slack.user("U0CARLA").submits({ title, severity: "high", description });
  await world.settle();
};

/** What Carla writes below her newest ticket. */
const writes = async (text: string) => {
  const root = world.slack
    .channel("C0ACME")
    .messages.findLast(({ thread, user }) => thread === null && user === world.slack.botUser);
  const message = await world.slack.user("U0CARLA").writes("C0ACME", text, { thread: root?.ts ?? "" });
  await world.settle();
  return message;
};

describe("the search", () => {
  test.each([
    ["a title", "playback"],
    ["a description", "Samsung"],
    ["any order", "Samsung playback"],
    ["the stem of an English word", "televisions"],
    ["the beginning of the last word", "Samsung telev"],
    ["capitals", "PLAYBACK"],
    ["words that stand together", '"Samsung television"'],
    ["a number in a text", "4042"],
    ["an address in a text", "player.example.com"],
    ["the requester's name", "Carla"],
    ["the ticket's number", "1001"],
    ["the ticket's name", "t-1001"],
  ])("finds a ticket by %s", async (_, text) => {
    await opens("Playback fails", "On each Samsung television: error 4042 at player.example.com");
    await opens("Another thing");
    expect(await found(text)).toContain(1001);
    if (text !== "Carla") expect(await found(text)).toEqual([1001]);
  });

  test.each([
    ["vídeo", "video"],
    ["VÍDEO", "vídeos"],
    ["los vídeos no cargan", "cargar vídeo"],
    ["as notificações falham", "NOTIFICAÇÃO"],
    ["as notificações falham", "notificacoes"],
    ["El año", "ano"],
  ])("finds %s by %s", async (title, text) => {
    await opens(title);
    expect(await found(text)).toEqual([1001]);
  });

  test("survives what no person would look for", async () => {
    await opens("Playback fails");
    const odd = ["", "  ", "-", "''", "the & ! ( :*", "\\", "\0", '"', "or", "|".repeat(300), "a ".repeat(300)];
    for (const text of odd) expect([text, await found(text)]).toEqual([text, []]);
    expect(await found("-playback")).toEqual([1001]);
  });

  test("finds messages of customers and staff, and internal notes, by their words and their author", async () => {
    await opens("One");
    await opens("Two");
    await writes("The encoder is a Teradek");
    expect(await found("Teradek")).toEqual([1002]);
    expect(await found("Carla Teradek")).toEqual([1002]);
  });

  test("does not find what was deleted or changed away", async () => {
    await opens("One");
    const carla = world.slack.user("U0CARLA");
    const message = await writes("The password is tangerine");
    expect(await found("tangerine")).toEqual([1001]);
    await carla.edits(message, "The password is secret");
    await world.settle();
    expect([await found("tangerine"), await found("secret")]).toEqual([[], [1001]]);
    await carla.deletes(message);
    await world.settle();
    expect(await found("secret")).toEqual([]);
    const rows = await world.database.rows(
      sql`select words::text from ticket_words where words::text like '%tangerine%'`,
    );
    expect(rows).toEqual([]);
  });

  test("finds what is assigned to a person and what belongs to an account, newest first, page by page", async () => {
    for (const title of ["One", "Two", "Three"]) await opens(title);
    await world.database.rows(sql`update tickets set assignee = 'luis' where number <> 1002`);
    expect(await found("", { people: ["luis"] })).toEqual([1003, 1001]);
    expect(await found("", { accounts: ["acme"] })).toEqual([1003, 1002, 1001]);
    expect(await found("", { accounts: ["acme"], before: 1003 })).toEqual([1002, 1001]);
    const first = await searchTickets(
      world.database.db,
      { text: "nothing", people: [], accounts: [], before: null },
      2,
    );
    expect([first.tickets.map(({ number }) => number), first.more]).toEqual([[1003, 1002], true]);
  });
});
