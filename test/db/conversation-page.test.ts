import { usual } from "../cards/samples/usual.ts";
import { beforeEach, expect, test } from "vitest";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { appendEvents, eraseMessage, readEvents } from "../../src/db/event-store.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { holdsMessage } from "../../src/db/schema/schema.ts";
import { atOnce } from "../../src/features/history/ticket-changes.ts";
import { messageSteps } from "../../src/features/transcript/transcript.ts";
import { conversationPage } from "../../src/tickets/execute/conversation-page.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { execute } from "../../src/tickets/execute/execute.ts";
import { writeDesk } from "../../src/db/desk-store.ts";
import type { Event, StoredEvent } from "../../src/tickets/messages.ts";
import { freshDatabase } from "../support/database/database.ts";
import { cast, monday, opening } from "../support/given.ts";
import { pageOf } from "../support/page-of.ts";
import { sampleDesk } from "../support/sample-desk.ts";

const viewer = { locale: "en", timezone: "Europe/Madrid" } as const;
const readers = ["staff", "customer"] as const;

let database: DatabaseHandle;
beforeEach(async () => {
  database = await freshDatabase();
  await writeDesk(database.db, {}, monday);
});

/** A ticket that was opened from a message of a customers' or of an internal thread, with messages that were there before. */
const openFrom = async (channel: "slack:C0ACME" | "slack:C0TRIAGE", imported: number): Promise<void> => {
  const deps = { database, desk: createDeskCache(() => sampleDesk) };
  const source = { channel, message: "1.0", root: "1.0", how: "picked" } as const;
  const messages = Array.from({ length: imported }, (_, index) => ({
    text: `earlier ${index}`,
    format: [],
    by: "Carla",
    user: cast.carla.user,
    company: null,
    at: monday - 100 + index,
    staff: false,
    files: [],
    message: { channel, id: `0.${index}` },
  }));
  const command = { ...opening(), by: cast.luis, at: monday, source, earlier: { messages, more: false } } as const;
  expect(await execute(deps, { key: "1", number: null, command })).toMatchObject({
    ok: true,
    ticket: { number: 1001 },
  });
};

const clocks = { started: [], retargeted: {}, moved: {} };
const file = { id: "F1", name: "a.png", size: 1, type: "image/png", rejectedBecause: null };

/** One event of each kind that may or may not hold a message, and how often that is repeated. */
const talk = (rounds: number): readonly Event[] =>
  Array.from({ length: rounds }, (_, round): readonly Event[] => {
    const at = monday + round * 1_000;
    const key = (id: string) => ({ channel: "slack:C0ACME", id: `${round}.${id}` }) as const;
    const [customer, agent] = [{ by: cast.carla }, { by: cast.luis }];
    const wrote = {
      ...usual.customerWrote,
      type: "customerWrote",
      ...customer,
      at,
      wroteAt: at,
      company: null,
      clocks,
    } as const;
    const edited = { ...usual.messageEdited, type: "messageEdited", at, wroteAt: at } as const;
    return [
      { ...wrote, text: `question ${round}`, message: key("1") },
      { ...wrote, text: "", files: [file], message: key("2") },
      { ...wrote, text: "", message: key("3") },
      { notified: null, type: "assigned", ...agent, at, person: "luis", claimed: false },
      {
        ...usual.replied,
        type: "replied",
        ...agent,
        at,
        text: `answer ${round}`,
        audience: null,
        alreadyPosted: false,
        clocks,
        nextUnanswered: null,
        message: key("4"),
      },
      { type: "noted", ...agent, at, text: `secret ${round}`, alreadyPosted: true, message: key("5") },
      { type: "techAsked", ...agent, at, need: `secret need ${round}`, clocks },
      { type: "techMessaged", ...agent, at, text: `secret message ${round}` },
      { type: "techClaimed", ...agent, at, person: "tom" },
      { type: "techCommented", ...agent, at, text: `secret comment ${round}`, format: [], message: key("6") },
      { type: "techCommented", ...agent, at, text: "", format: [], message: key("7") },
      { type: "techReturned", ...agent, at, findings: `secret finding ${round}`, done: false },
      { type: "techReturned", ...agent, at, findings: "", done: true },
      { ...edited, ...customer, text: `question ${round}!`, message: key("1"), kind: "customerWrote" },
      { ...edited, ...agent, text: `secret ${round}!`, message: key("5"), kind: "noted" },
      { ...edited, ...agent, text: "", message: key("4"), kind: "replied" },
    ];
  }).flat();

const store = (events: readonly Event[]) =>
  database.db.transaction((tx) =>
    appendEvents(
      tx,
      events.map((event) => ({ ticket: 1001, event })),
    ),
  );

const tell = (is: (typeof readers)[number], events: readonly StoredEvent[]) =>
  atOnce(messageSteps({ events, desk: sampleDesk, is, viewer }));

test.each([
  { from: "slack:C0ACME", imported: 7, rounds: 3 },
  { from: "slack:C0ACME", imported: 3, rounds: 0 },
  { from: "slack:C0ACME", imported: 0, rounds: 2 },
  { from: "slack:C0TRIAGE", imported: 7, rounds: 3 },
] as const)(
  "each page is the same as a page cut from all messages: $imported before the ticket, from $from, and $rounds rounds",
  async ({ from, imported, rounds }) => {
    await openFrom(from, imported);
    await store(talk(rounds));
    const events = await readEvents(database.db, 1001);
    for (const is of readers) {
      const whole = tell(is, events);
      for (let page = 0; page <= Math.ceil(whole.length / 5) + 1; page += 1) {
        const { messages, ...about } = pageOf(whole, page);
        const read = await conversationPage(database.db, 1001, {
          is,
          wanted: { page },
          size: 5,
          characters: null,
          onDamagedEvent: null,
        });
        expect({ messages: tell(is, read.events), earlier: read.earlier, all: read.all, page }).toEqual({
          messages,
          ...about,
        });
      }
    }
  },
);

test("support's words and the technical team's stand in order among the messages for staff alone, until they are deleted", async () => {
  await openFrom("slack:C0ACME", 0);
  await store(talk(1));
  const read = async (is: (typeof readers)[number]) => {
    const bounds = { wanted: { page: 0 }, size: 50, characters: null, onDamagedEvent: null };
    return (await conversationPage(database.db, 1001, { is, ...bounds })).events;
  };
  const told = tell("staff", await read("staff"));
  expect(told.filter(({ kind }) => kind.startsWith("tech")).map(({ side, says, text }) => [side, says, text])).toEqual([
    ["internal", "asked the technical team:", "secret need 0"],
    ["internal", "wrote to the technical team:", "secret message 0"],
    ["internal", "wrote for the technical team:", "secret comment 0"],
    ["internal", "gave the ticket back to support:", "secret finding 0"],
  ]);
  expect(told.map(({ text }) => text).slice(3, 6)).toEqual(["secret 0", "secret need 0", "secret message 0"]);
  // The page's reading alone keeps it from customers, and so does the telling of all events.
  expect(JSON.stringify(await read("customer"))).not.toContain("secret");
  expect(JSON.stringify(tell("customer", await readEvents(database.db, 1001)))).not.toContain("secret");
  await database.db.transaction((tx) => eraseMessage(tx, { channel: "slack:C0ACME", id: "0.6" }));
  expect(JSON.stringify(tell("staff", await read("staff")))).not.toContain("secret comment");
});

test("the index of messages counts and finds them, however many other events the ticket has", async () => {
  await openFrom("slack:C0ACME", 0);
  await store(talk(200));
  await database.rows(sql`vacuum analyze events`);
  const plan = await database.db.transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    await tx.execute(sql`set local enable_bitmapscan = off`);
    return database.rows<Record<string, string>>(
      sql`explain select count(*) from events where ticket = 1001 and ${holdsMessage}`,
      tx,
    );
  });
  expect(JSON.stringify(plan)).toContain("events_of_messages");
});
