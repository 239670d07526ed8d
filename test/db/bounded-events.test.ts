import { usual } from "../cards/samples/usual.ts";
import { pageOf } from "../support/page-of.ts";
import { atOnce } from "../../src/features/history/ticket-changes.ts";
import { beforeEach, expect, test } from "vitest";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { appendEvents, readEvents } from "../../src/db/event-store.ts";
import { messageSteps } from "../../src/features/transcript/transcript.ts";
import { lastMessages } from "../../src/features/ticket-cards/last-messages.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { execute } from "../../src/tickets/execute/execute.ts";
import { writeDesk } from "../../src/db/desk-store.ts";
import { boundedEvents } from "../../src/tickets/execute/bounded-events.ts";
import type { Event, StoredEvent } from "../../src/tickets/messages.ts";
import { freshDatabase } from "../support/database/database.ts";
import { cast, monday, opening } from "../support/given.ts";
import { sampleDesk } from "../support/sample-desk.ts";

let database: DatabaseHandle;
beforeEach(async () => {
  database = await freshDatabase();
  await writeDesk(database.db, {}, monday);
  const deps = { database, desk: createDeskCache(() => sampleDesk) };
  const opened = await execute(deps, { key: "1", number: null, command: { ...opening(), by: cast.carla, at: monday } });
  expect(opened).toMatchObject({ ok: true, ticket: { number: 1001 } });
});

/** The events of a ticket in memory, without its opening. */
const held = async (bound?: { readonly whole: number; readonly ofOlder: number }) =>
  (await boundedEvents(database.db, 1001, bound)).filter(({ type }) => type === "noted" || type === "threadImported");

const noted = (index: number, length: number): Event => ({
  type: "noted",
  by: cast.luis,
  at: monday + index,
  text: `${index}`.padEnd(length, "x"),
  alreadyPosted: true,
  message: { channel: "slack:C0TRIAGE", id: `${index}` },
});

const store = (events: readonly Event[]) =>
  database.db.transaction((tx) =>
    appendEvents(
      tx,
      events.map((event) => ({ ticket: 1001, event })),
    ),
  );

const heldOf = (events: readonly StoredEvent[]): number =>
  events.reduce((sum, event) => sum + ("text" in event ? event.text.length : 0), 0);

test("of hours of the longest messages, the newest two million characters are whole, and older messages are shortened", async () => {
  const all = Array.from({ length: 300 }, (_, index) => noted(index, 40_000));
  await store(all);
  const events = await held();
  expect(events).toHaveLength(300);
  expect(heldOf(events)).toBe(50 * 40_000 + 250 * 1_000);
  expect(events.slice(250)).toEqual(all.slice(250));
  expect(events[249]).toEqual({ ...all[249], text: "249".padEnd(1_000, "x"), cut: 39_000 });
  expect(heldOf(await readEvents(database.db, 1001))).toBe(300 * 40_000);
});

test("a card of an old page says how many characters of the whole message are missing", async () => {
  const all = Array.from({ length: 10 }, (_, index) => noted(index, 2_000));
  await store(all);
  const viewer = { locale: "en", timezone: "Europe/Madrid" } as const;
  const page = async (bound: { whole: number; ofOlder: number }) => {
    const events = await held(bound);
    const messages = atOnce(messageSteps({ events, desk: sampleDesk, is: "staff", viewer }));
    return lastMessages({ number: 1001 }, pageOf(messages, 1), viewer);
  };
  const whole = await page({ whole: 1_000_000, ofOlder: 1_000 });
  expect(JSON.stringify(whole)).toContain("1,6");
  expect(await page({ whole: 4_000, ofOlder: 1_000 })).toEqual(whole);
});

test("messages that were there before the ticket are shortened too, and short messages are unchanged", async () => {
  const word = (text: string) => ({
    ...usual.imported,
    text,
    by: "Carla",
    company: null,
    at: monday,
    staff: false,
    files: [],
  });
  const imported = {
    type: "threadImported",
    by: cast.luis,
    at: monday,
    messages: [word("a".repeat(50)), word("short")],
    more: false,
  } as unknown as Event;
  await store([imported, noted(1, 5), noted(2, 100)]);
  expect(await held({ whole: 100, ofOlder: 10 })).toEqual([
    { ...imported, messages: [word("a".repeat(10)), word("short")] },
    noted(1, 5),
    noted(2, 100),
  ]);
});

test("what support asks the technical team and what they found counts and is shortened like other messages", async () => {
  const made = { by: cast.luis, at: monday } as const;
  const clocks = { started: [], retargeted: {}, moved: {} };
  await store([
    { type: "techAsked", ...made, need: "a".repeat(50), clocks },
    { type: "techReturned", ...made, findings: "b".repeat(50), done: false },
    noted(1, 60),
  ]);
  const events = await boundedEvents(database.db, 1001, { whole: 60, ofOlder: 10 });
  expect(events.slice(1)).toEqual([
    { type: "techAsked", ...made, need: "a".repeat(10), clocks, cut: 40 },
    { type: "techReturned", ...made, findings: "b".repeat(10), done: false, cut: 40 },
    noted(1, 60),
  ]);
});
