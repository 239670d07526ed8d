import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { searchOwnTickets } from "../../src/db/search/search-own-tickets.ts";
import { searchTickets, type TicketSearch } from "../../src/db/search/search-tickets.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { startWorld, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

const found = async (text: string, also: Partial<TicketSearch> = {}): Promise<readonly number[]> => {
  const search = { text, people: [], accounts: [], after: null, ...also };
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

/** What Carla finds, who may see the tickets of Acme. */
const foundByCarla = async (text: string): Promise<readonly number[]> => {
  const visibleTo = { account: "acme", ownOnly: false, users: ["slack:U0CARLA"], askedFor: ["acme"] } as const;
  return (await searchOwnTickets(world.database.db, { text, after: null, visibleTo }, 20)).tickets.map(
    ({ number }) => number,
  );
};

describe("the search of a customer", () => {
  test("finds titles, descriptions and public messages of their own tickets, and no internal note", async () => {
    await opens("Playback fails", "On each Samsung television");
    await opens("Other thing");
    await writes("The encoder is a Teradek");
    await world.database.rows(sql`update thread_messages set kind = 'noted' where text like '%Teradek%'`);
    expect(await found("Teradek")).toEqual([1002]);
    expect(await foundByCarla("Teradek")).toEqual([]);
    await world.database.rows(sql`update thread_messages set kind = 'replied' where text like '%Teradek%'`);
    expect(await foundByCarla("Teradek")).toEqual([1002]);
    expect([await foundByCarla("televisions"), await foundByCarla("1001")]).toEqual([[1001], [1001]]);
    await world.database.rows(sql`update tickets set account = 'northwind', requester_user = 'slack:U0OLIVER'`);
    expect([await foundByCarla("Teradek"), await foundByCarla("samsung"), await foundByCarla("1001")]).toEqual([
      [],
      [],
      [],
    ]);
  });

  test("finds a word that over a thousand tickets of others have", async () => {
    await opens("Playback fails", "Nothing else");
    await writes("Frequent words, too");
    const copied = sql`update tickets set requester_user = 'slack:U0CARLA' where number = 1001`;
    await world.database.rows(copied);
    await world.database.rows(
      sql`insert into tickets select (jsonb_populate_record(ticket, jsonb_build_object('number', 2000 + n, 'account', 'northwind', 'requester_user', 'slack:U0OLIVER'))).*
        from tickets ticket cross join generate_series(1, 1100) as n where number = 1001`,
    );
    await world.database.rows(
      sql`insert into ticket_words select 2000 + n, words || to_tsvector('simple', 'frequent') from ticket_words cross join generate_series(1, 1100) as n where ticket = 1001`,
    );
    await world.database.rows(sql`delete from reminders where ticket > 2000`);
    expect(await found("playback")).toHaveLength(20);
    expect(await foundByCarla("playback")).toEqual([1001]);
    expect(await foundByCarla("frequent")).toEqual([1001]);
    await world.database.rows(sql`delete from ticket_words where ticket > 2000`);
    await world.database.rows(sql`delete from tickets where number > 2000`);
  });
});

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

  test("puts what stands in a title before what stands in a description, and that before messages", async () => {
    await opens("Teradek is dark");
    await opens("One", "It may be the Teradek");
    await opens("Two");
    await writes("Or the Teradek");
    await opens("Three", "Teradek? Teradek!");
    expect(await found("teradek")).toEqual([1001, 1004, 1002, 1003]);
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
    expect(await found("", { accounts: ["acme"], after: { rank: 0, number: 1003 } })).toEqual([1002, 1001]);
    const first = await searchTickets(world.database.db, { text: "nothing", people: [], accounts: [], after: null }, 2);
    expect(first.tickets.map(({ number }) => number)).toEqual([1003, 1002]);
    expect(first.next?.number).toBe(1002);
    expect(await found("nothing", { after: first.next })).toEqual([1001]);
  });
});
