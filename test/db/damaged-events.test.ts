import { beforeEach, expect, test } from "vitest";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { areaThread, readAreaMessage, writeAreaMessage } from "../../src/db/access/area-message-store.ts";
import { appendEvents, readEvents, type EventDamageReport } from "../../src/db/event-store.ts";
import { writeDesk } from "../../src/db/desk-store.ts";
import { promptOfEvent, storePrompt } from "../../src/db/prompt-store.ts";
import { readTicket } from "../../src/db/ticket-store.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { allChanges, atOnce, ticketChanges } from "../../src/features/history/ticket-changes.ts";
import { messageSteps, transcriptOf } from "../../src/features/transcript/transcript.ts";
import { withoutMessage } from "../../src/stored/erased-json.ts";
import type { StoredJson } from "../../src/stored/versioned-json.ts";
import { boundedEvents } from "../../src/tickets/execute/bounded-events.ts";
import { conversationPage } from "../../src/tickets/execute/conversation-page.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { execute } from "../../src/tickets/execute/execute.ts";
import { freshDatabase } from "../support/database/database.ts";
import { cast, monday, opening } from "../support/given.ts";
import { sampleDesk } from "../support/sample-desk.ts";

const viewer = { locale: "en", timezone: "Europe/Madrid" } as const;
const secret = "said inside";
const first = { channel: "slack:C0TRIAGE", id: "0.1" } as const;

let database: DatabaseHandle;
/** A ticket that an agent opened from an internal thread, and a change of its severity. */
beforeEach(async () => {
  database = await freshDatabase();
  await writeDesk(database.db, {}, monday);
  const source = { channel: "slack:C0TRIAGE", message: "1.0", root: "0.1", how: "picked" } as const;
  const messages = [
    {
      text: secret,
      format: [],
      by: "Luis",
      user: cast.luis.user,
      company: null,
      at: monday - 9,
      staff: true,
      files: [],
      message: first,
    },
  ];
  const deps = { database, desk: createDeskCache(() => sampleDesk) };
  const command = { ...opening(), by: cast.luis, at: monday, source, earlier: { messages, more: false } } as const;
  expect(await execute(deps, { key: "1", number: null, command })).toMatchObject({ ok: true });
  const assigned = {
    type: "assigned",
    by: cast.luis,
    at: monday + 1,
    person: "luis",
    claimed: false,
    notified: null,
  } as const;
  await database.db.transaction((tx) => appendEvents(tx, [{ ticket: 1001, event: assigned }]));
});

const damage = (type: string) =>
  database.rows(sql`update events set body = jsonb_set(body, '{by}', '"gone"') where type = ${type}`);

test("if the opening cannot be read, the thread before it stays internal", async () => {
  const read = async () => {
    const page = await conversationPage(database.db, 1001, {
      is: "customer",
      wanted: { page: 0 },
      size: 50,
      characters: null,
      onDamagedEvent: null,
    });
    const events = await boundedEvents(database.db, 1001);
    const about = { desk: sampleDesk, is: "customer", viewer } as const;
    return JSON.stringify([page, atOnce(messageSteps({ ...about, events }))]);
  };
  expect(await read()).not.toContain(secret);
  await damage("opened");
  expect(await read()).not.toContain(secret);
  const staff = await conversationPage(database.db, 1001, {
    is: "staff",
    wanted: { page: 0 },
    size: 50,
    characters: null,
    onDamagedEvent: null,
  });
  expect(JSON.stringify(staff)).toContain(secret);
});

test("each damaged event is reported with its ticket and its number, and strict reading refuses it", async () => {
  await damage("assigned");
  const reported: Parameters<EventDamageReport>[0][] = [];
  const events = await boundedEvents(database.db, 1001, { onDamagedEvent: (each) => void reported.push(each) });
  expect(events.map(({ type }) => type)).toEqual(["opened", "threadImported", "unreadable"]);
  expect(reported).toEqual([{ ticket: 1001, event: expect.any(Number) as number, why: expect.any(Error) as Error }]);
  await expect(readEvents(database.db, 1001)).rejects.toThrow("events.body");
});

test("after a damaged event the history shows no changes, because the state is unknown", async () => {
  const also = {
    type: "assigned",
    by: cast.luis,
    at: monday + 2,
    person: "ana",
    claimed: false,
    notified: null,
  } as const;
  await database.db.transaction((tx) => appendEvents(tx, [{ ticket: 1001, event: also }]));
  const changes = async () =>
    allChanges(await boundedEvents(database.db, 1001)).map(
      (each) => ticketChanges(each, sampleDesk, viewer).length > 0,
    );
  const whole = await changes();
  expect(whole.at(-1)).toBe(true);
  await database.rows(
    sql`update events set body = '{"v":99}'::jsonb where id = (select min(id) from events where type = 'assigned')`,
  );
  expect(await changes()).toEqual([...whole.slice(0, -2), false, false]);
});

test("a transcript of staff says where an entry is missing, and a customer's does not", async () => {
  await damage("assigned");
  const found = await readTicket(database.db, 1001);
  if (found === null) throw new Error("no ticket");
  const events = await boundedEvents(database.db, 1001);
  const kinds = (is: "staff" | "customer") =>
    transcriptOf(found, events, { desk: sampleDesk, is, viewer, madeAt: monday }).entries.map(({ kind }) => kind);
  expect(kinds("staff")).toContain("unreadable");
  expect(kinds("customer")).not.toContain("unreadable");
});

test.each([
  ["a message of the thread", { messages: [{ message: first, text: secret, files: [1] }, { text: "kept" }] }, []],
  ["a message whose key is damaged", { messages: [{ message: 7, text: secret }, { text: "kept" }] }, []],
  ["the opening", { openingMessage: { message: first, text: secret }, title: secret, kept: "kept" }, ["title"]],
  ["a damaged opening", { openingMessage: secret, description: secret, kept: "kept" }, ["description"]],
] as const)("a damaged event loses the text of a deleted message: %s", (_, body, fields) => {
  const left = JSON.stringify(withoutMessage(body as unknown as StoredJson<object>, first, fields));
  expect(left).not.toContain(secret);
  expect(left).toContain("kept");
});

test("a damaged event keeps the texts of other messages", () => {
  const body = {
    openingMessage: { message: { ...first, id: "9" }, text: "one" },
    title: "two",
    messages: [{ text: "three" }],
  };
  expect(withoutMessage(body as unknown as StoredJson<object>, first, ["title"])).toEqual(body);
});

test("a damaged message of the client area hides no other, and can still be found and edited", async () => {
  const card = { summary: "words", parts: [] };
  const to = { channel: "web:nuria.direct", thread: null } as const;
  const write = (key: string, thread: string | null = null) =>
    writeAreaMessage(database.db, key, { ...to, ...(thread === null ? {} : { thread }) } as never, {
      card,
      at: monday,
    });
  const root = await write("1");
  await write("2", root.ref.id);
  await database.rows(sql`update area_messages set card = '{"v":1}'::jsonb where key = '2'`);
  expect(await areaThread(database.db, to.channel, root.ref.id, 9)).toMatchObject([{ ref: root.ref }]);
  expect((await write("2", root.ref.id)).ref).not.toEqual(root.ref);
  const again = await write("2", root.ref.id);
  expect(await readAreaMessage(database.db, to.channel, again.ref.id)).toMatchObject({ ref: again.ref });
});

test("an inbound event that comes again finds its prompt although its question is damaged", async () => {
  const about = { kind: "whichTicket", number: 1001 } as const;
  const asked = { key: "event", byUser: "slack:U0SAM", about, dueAt: monday } as const;
  const { id } = await storePrompt(database.db, asked);
  await database.rows(sql`update prompts set about = '{"v":99}'::jsonb`);
  expect(await promptOfEvent(database.db, "event")).toEqual({ id, dueAt: monday });
  expect(await storePrompt(database.db, asked)).toEqual({ id, dueAt: monday });
});
