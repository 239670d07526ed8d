import { expect, test } from "vitest";
import { writeDesk } from "../../src/db/desk-store.ts";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { execute, type AppDeps, type Request } from "../../src/tickets/execute/execute.ts";
import { executeDue } from "../../src/tickets/execute/execute-due.ts";
import { addMessages, addWaits } from "../bench/seed-tickets.ts";
import { readTicket } from "../../src/db/ticket-store.ts";
import { freshDatabase } from "../support/database/database.ts";
import { cast, minutes, monday, opening, type GivenCommand, wholeCommand } from "../support/given.ts";
import { promisingDesk } from "../support/sample-desk.ts";

const message = (number: number, id: string) => ({ channel: "slack:C0ACME", id: `${number} ${id}` }) as const;

/** How many rows of messages, unanswered times and pauses were read so far, by any scan. */
const rowsRead = async (database: DatabaseHandle): Promise<number> => {
  await database.rows(sql`select pg_stat_force_next_flush()`);
  const [row] = await database.rows<{ read: number }>(sql`
    select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as read
    from pg_stat_user_tables where relname in ('thread_messages', 'unanswered', 'pauses')`);
  return row?.read ?? 0;
};

/** The length of the ticket's row as JSON. */
const bytesOf = async (database: DatabaseHandle, number: number): Promise<number> => {
  const [row] = await database.rows<{ bytes: number }>(
    sql`select length(row_to_json(tickets)::text) as bytes from tickets where number = ${number}`,
  );
  return row?.bytes ?? 0;
};

type Person = (typeof cast)[keyof typeof cast];

const openDesk = async () => {
  const database = await freshDatabase();
  await writeDesk(database.db, {}, monday);
  const deps: AppDeps = { database, desk: createDeskCache(() => promisingDesk) };
  const run = async (asked: GivenCommand, by: Person, after: number, number: number | null) => {
    const command = { ...wholeCommand(asked), by, at: monday + after * minutes } as Request["command"];
    const outcome = await execute(deps, { key: null, number, command });
    if (!outcome.ok) throw new Error(`${asked.type} was refused: ${outcome.refusal.reason}`);
    return outcome.ticket;
  };
  const hear = (number: number, id: string, after: number) =>
    run(
      { type: "receiveMessage", text: `it is ${id}`, wroteAt: monday + after * minutes, message: message(number, id) },
      cast.carla,
      after,
      number,
    );
  /** Opens a ticket with so many messages, as many of them unanswered, and as many pauses. */
  const ticketWith = async (many: number): Promise<number> => {
    const { number } = await run(opening(), cast.carla, 0, null);
    await hear(number, "first", 1);
    await hear(number, "second", 2);
    await addMessages(database, number, many);
    await addWaits(database, number, many, monday + 2 * minutes);
    return number;
  };
  return { database, deps, run, hear, ticketWith };
};

/** How many rows each command reads on this ticket. */
const readOn = async ({ database, deps, run, hear }: Awaited<ReturnType<typeof openDesk>>, number: number) => {
  const counted = async (work: () => Promise<unknown>): Promise<number> => {
    const before = await rowsRead(database);
    await work();
    return (await rowsRead(database)) - before;
  };
  // The first reply deletes the unanswered times, each of them once.
  const answerAll = async () =>
    (await run({ type: "reply", text: "Soon", alreadyPosted: false }, cast.luis, 1_500, number)).unanswered;
  const at = monday + 24 * 60 * minutes;
  const remind = { type: "remind", by: cast.clock, at, clock: "firstResponse", cycle: 1 } as const;
  return {
    "an inbound message": await counted(() => hear(number, "third", 3)),
    "an edit": await counted(() =>
      run({ type: "editMessage", message: message(number, "third"), text: "no" }, cast.carla, 4, number),
    ),
    "a deletion": await counted(() =>
      run({ type: "deleteMessage", message: message(number, "third") }, cast.carla, 5, number),
    ),
    last: (await readTicket(database.db, number))?.lastCustomerMessage?.text,
    "a note": await counted(() =>
      run({ type: "note", text: "CDN", alreadyPosted: true, message: message(number, "note") }, cast.luis, 6, number),
    ),
    "a press": await counted(() => run({ type: "claim" }, cast.luis, 7, number)),
    "a reminder": await counted(() => executeDue(deps, [{ number, command: remind }], at)),
    "a wait": await counted(() => run({ type: "wait" }, cast.luis, 1_442, number)),
    "the message that ends it": await counted(() => hear(number, "fourth", 1_443)),
    "bytes of the ticket": await bytesOf(database, number),
    answered: await answerAll(),
    "a message after a reply": await counted(() => hear(number, "fifth", 1_501)),
    "a reply": await counted(() =>
      run(
        { type: "reply", text: "Soon", alreadyPosted: true, message: message(number, "reply") },
        cast.luis,
        1_502,
        number,
      ),
    ),
    "a resolution": await counted(() => run({ type: "resolve" }, cast.luis, 1_503, number)),
  };
};

test("a command on a ticket with 5,000 messages, unanswered times and pauses reads as many rows as on a ticket with five", async () => {
  // Both are in one database, so the tables are large for the short ticket as well.
  const desk = await openDesk();
  const [short, long] = [await desk.ticketWith(5), await desk.ticketWith(5_000)];
  await desk.database.rows(sql`analyze`);
  const few = await readOn(desk, short);
  const many = await readOn(desk, long);
  expect(many).toEqual(few);
  expect(few).toMatchObject({ "a press": 0, "a reminder": 0, "a wait": 0, last: "it is second", answered: null });
  for (const [act, read] of Object.entries(many))
    if (typeof read === "number" && !act.startsWith("bytes")) expect(read, act).toBeLessThan(10);
});
