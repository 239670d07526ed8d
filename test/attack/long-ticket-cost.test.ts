import { expect, test } from "vitest";
import { writeDesk } from "../../src/db/desk-store.ts";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { execute, type AppDeps, type Request } from "../../src/tickets/execute/execute.ts";
import { executeDue } from "../../src/tickets/execute/execute-due.ts";
import { addMessages } from "../bench/seed-tickets.ts";
import { freshDatabase } from "../support/database/database.ts";
import { cast, minutes, monday, opening, type Wish } from "../support/given.ts";
import { promisingDesk } from "../support/sample-desk.ts";

const message = (id: string) => ({ channel: "slack:C0ACME", id }) as const;

/** How many rows of thread messages were read so far, by any scan. */
const rowsRead = async (database: DatabaseHandle): Promise<number> => {
  await database.rows(sql`select pg_stat_force_next_flush()`);
  const [row] = await database.rows<{ read: number }>(sql`
    select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as read
    from pg_stat_user_tables where relname = 'thread_messages'`);
  return row?.read ?? 0;
};

/** How many messages each command reads on a ticket with `count` messages. Another ticket has as many, so that the table is large. */
const ticketWith = async (messages: number) => {
  const database = await freshDatabase();
  await writeDesk(database.db, {}, monday);
  const deps: AppDeps = { database, desk: createDeskCache(() => promisingDesk) };
  const run = async (wish: Wish, by: (typeof cast)[keyof typeof cast], after: number, number: number | null) => {
    const command = { ...wish, by, at: monday + after * minutes } as Request["command"];
    const outcome = await execute(deps, { key: null, number, command });
    if (!outcome.ok) throw new Error(`${wish.type} was refused: ${outcome.refusal.reason}`);
    return outcome.ticket;
  };
  const { number } = await run(opening(), cast.carla, 0, null);
  const hear = (id: string, after: number) =>
    run(
      { type: "receiveMessage", text: `it is ${id}`, wroteAt: monday + after * minutes, message: message(id) },
      cast.carla,
      after,
      number,
    );
  await hear("first", 1);
  await hear("second", 2);
  await addMessages(database, number, messages);
  await addMessages(database, (await run(opening(), cast.carla, 2, null)).number, 5_000);
  await database.rows(sql`analyze`);
  const counted = async (work: () => Promise<unknown>): Promise<number> => {
    const before = await rowsRead(database);
    await work();
    return (await rowsRead(database)) - before;
  };
  const at = monday + 24 * 60 * minutes;
  const remind = { type: "remind", by: cast.clock, at, clock: "firstResponse", cycle: 1 } as const;
  return {
    "an inbound message": await counted(() => hear("third", 3)),
    "an edit": await counted(() =>
      run({ type: "editMessage", message: message("third"), text: "no" }, cast.carla, 4, number),
    ),
    "a deletion": await counted(() => run({ type: "deleteMessage", message: message("third") }, cast.carla, 5, number)),
    "a note": await counted(() =>
      run({ type: "note", text: "CDN", alreadyPosted: true, message: message("note") }, cast.luis, 6, number),
    ),
    "a press": await counted(() => run({ type: "claim" }, cast.luis, 7, number)),
    "a reminder": await counted(() => executeDue(deps, [{ number, command: remind }], at)),
    "a reply": await counted(() =>
      run({ type: "reply", text: "Soon", alreadyPosted: true, message: message("reply") }, cast.luis, 1_500, number),
    ),
    last: (await run({ type: "resolve" }, cast.luis, 1_501, number)).lastCustomerMessage?.text,
  };
};

test("a command on a ticket with 5,000 messages reads as many messages as on a ticket with five", async () => {
  const few = await ticketWith(5);
  const many = await ticketWith(5_000);
  expect(many).toEqual(few);
  expect(few).toMatchObject({ "a press": 0, "a reminder": 0, last: "it is second" });
  for (const read of Object.values(many)) if (typeof read === "number") expect(read).toBeLessThan(10);
});
