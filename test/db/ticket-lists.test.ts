import { afterAll, beforeAll, expect, test } from "vitest";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { writeDesk } from "../../src/db/desk-store.ts";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { tickets } from "../../src/db/schema/schema.ts";
import { searchOwnTickets } from "../../src/db/search/search-own-tickets.ts";
import type { Visible } from "../../src/db/search/visible-tickets.ts";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import { countTickets, listTickets, type TicketFilter } from "../../src/db/ticket-lists.ts";
import { openOne } from "../bench/seed-tickets.ts";
import { stormDesk } from "../bench/storm-desk.ts";
import type { Place } from "../../src/tickets/refs.ts";
import { freshPostgres } from "../support/database/real-postgres.ts";

const accounts = [null, "a0", "a1", String.raw`a "2\{`] as const;
const users = ["slack:U0A0", "slack:U0A1"] as const;
const others = Array.from({ length: 200 }, (_, n) => `b${n}`);

const conversations = [
  { kind: "channel", channel: "slack:C0ACME" },
  { kind: "person", user: "slack:U0A0" },
  { kind: "person", user: "web:nuria" },
] as const satisfies readonly Place[];

/** A ticket for each requester, account, account that it was asked for, and place of the conversation. */
const all = users
  .flatMap((user) =>
    accounts.flatMap((account) =>
      accounts.flatMap((requesterAccount) =>
        conversations.map((conversation) => ({ user, account, requesterAccount, conversation })),
      ),
    ),
  )
  .map((each, n) => ({ ...each, number: 2001 + n }));

let database: DatabaseHandle;
beforeAll(async () => {
  database = openPostgres(await freshPostgres());
  await writeDesk(database.db, {}, 0);
  const like = await openOne({ database, desk: createDeskCache(() => stormDesk) }, 1, "low", Date.now());
  for (const { number, user, account, requesterAccount, conversation } of all) {
    const changed = JSON.stringify({
      number,
      requester_user: user,
      account,
      requester_account: requesterAccount,
      conversation,
    });
    await database.rows(
      sql`insert into tickets select (jsonb_populate_record(ticket, ${changed}::text::jsonb)).*
        from tickets ticket where number = ${like}`,
    );
  }
  await database.rows(sql`delete from reminders`);
  await database.rows(
    sql`insert into ticket_words (ticket, words) select number, to_tsvector('simple', 'rare') from tickets
      where number > 2000`,
  );
  await database.rows(
    sql`update tickets set account = 'other', requester_user = 'slack:U0OTHER' where number = ${like}`,
  );
});
afterAll(() => database.close());

const isShown = ({ account, ownOnly, users, askedFor }: Visible, ticket: (typeof all)[number]): boolean => {
  const isPrivate = ticket.conversation.kind === "person" && !ticket.conversation.user.startsWith("web:");
  const isTheirs = users.includes(ticket.user);
  const mayRead = isTheirs || (!ownOnly && !isPrivate);
  if (account !== null && ticket.account === account && mayRead) return true;
  const asked = ticket.requesterAccount ?? ticket.account;
  return isTheirs && (asked === null || askedFor.includes(asked));
};

const customers: readonly (readonly [string, Visible])[] = [
  ["a customer of one account", { account: "a0", ownOnly: false, users: ["slack:U0A0"], askedFor: ["a0"] }],
  [
    "a customer who moved to another account",
    { account: "a1", ownOnly: false, users: ["slack:U0A0"], askedFor: ["a1"] },
  ],
  ["a contact of two accounts", { account: "a1", ownOnly: false, users: ["slack:U0A0"], askedFor: ["a1", "a0"] }],
  ["a customer whose account is not shown", { account: "a1", ownOnly: false, users: ["slack:U0A0"], askedFor: [] }],
  ["a customer without an account", { account: null, ownOnly: false, users: ["slack:U0A0"], askedFor: ["a0", "a1"] }],
  [
    "a customer without an account at a desk of many accounts",
    { account: null, ownOnly: false, users: ["slack:U0A0"], askedFor: ["a0", ...others] },
  ],
  [
    "a customer of an account with an unusual name",
    { account: null, ownOnly: false, users: ["slack:U0A1"], askedFor: [accounts[3], ...others] },
  ],
  ["a limited customer", { account: "a0", ownOnly: true, users: ["slack:U0A0"], askedFor: ["a0"] }],
  [
    "a limited customer with two identities",
    { account: "a0", ownOnly: true, users: ["slack:U0A0", "slack:U0A1"], askedFor: ["a0"] },
  ],
  [
    "a customer with two identities",
    { account: "a1", ownOnly: false, users: ["slack:U0A0", "slack:U0A1"], askedFor: ["a1"] },
  ],
  ["a limited customer who moved", { account: "a1", ownOnly: true, users: ["slack:U0A0"], askedFor: ["a1", "a0"] }],
  [
    "a customer at a desk of many accounts",
    { account: "a0", ownOnly: false, users: ["slack:U0A1"], askedFor: ["a1", ...others] },
  ],
];

test.for(customers)("a list shows a customer's own tickets and no others: %s", async ([, visibleTo]) => {
  const shown = all.filter((ticket) => isShown(visibleTo, ticket)).map(({ number }) => number);
  expect(shown.length).toBeGreaterThan(0);
  for (const filter of [
    { byDue: false, visibleTo },
    { byDue: true, open: true, visibleTo },
    { byDue: true, open: true, visibleTo, like: "20" },
    { byDue: true, open: true, visibleTo, like: "ticket of" },
  ] satisfies readonly TicketFilter[]) {
    const listed = await listTickets(database.db, filter, 100);
    expect(listed.map(({ number }) => number).toSorted((one, other) => one - other)).toEqual(shown);
    expect(await countTickets(database.db, { byDue: filter.byDue, visibleTo }, 100)).toBe(shown.length);
  }
});

test.for(customers)("a search finds a customer's own tickets and no others: %s", async ([, visibleTo]) => {
  const finds = async (text: string): Promise<readonly number[]> =>
    (await searchOwnTickets(database.db, { text, after: null, visibleTo }, 100)).tickets.map(({ number }) => number);
  const shown = all.filter((ticket) => isShown(visibleTo, ticket)).map(({ number }) => number);
  expect((await finds("rare")).toSorted((one, other) => one - other)).toEqual(shown);
  const numbers = all.filter(({ account }) => account === visibleTo.account).slice(0, 6);
  for (const ticket of numbers)
    expect(await finds(String(ticket.number)), String(ticket.number)).toEqual(
      shown.filter((number) => number === ticket.number),
    );
});

const lists: readonly (readonly [string, TicketFilter])[] = [
  ["by due time", { byDue: true, open: true }],
  ["newest first", { byDue: false }],
  [
    "of a customer",
    {
      byDue: true,
      open: true,
      visibleTo: { account: "a0", ownOnly: false, users: ["slack:U0A1"], askedFor: ["a0", ...others] },
    },
  ],
  ["of a manager", { byDue: true, open: true, person: { person: "ana", accounts: ["a0", "a1"] } }],
];

test.for(lists)("pages neither skip nor repeat a ticket while others close, forth and back: %s", async ([, filter]) => {
  await database.db
    .transaction(async (tx) => {
      // Some are due at the same time, and some have no due time.
      await tx.execute(sql`delete from ticket_words`);
      await tx.execute(
        sql`update tickets set next_clock = case when number % 5 > 0 then next_clock end,
        next_due = case when number % 5 > 0 then now() + (number % 7) * interval '1 hour' end`,
      );
      const rows = await tx.select({ number: tickets.number, due: tickets.nextDue }).from(tickets);
      const due = new Map(rows.map((row) => [row.number, row.due]));
      const whole = (await listTickets(tx, filter, 100)).map(({ number }) => number);
      expect(whole.length).toBeGreaterThan(7);
      const size = 3;
      const page = async (side: "after" | "before", from: number | undefined) =>
        (
          await listTickets(
            tx,
            from === undefined ? filter : { ...filter, place: { side, due: due.get(from) ?? null, number: from } },
            size,
          )
        ).map(({ number }) => number);
      const seen: number[] = [];
      const gone: number[] = [];
      for (let shown = await page("after", undefined); shown.length > 0; shown = await page("after", seen.at(-1))) {
        seen.push(...shown);
        // A ticket of the page that was just read closes. The one that the others were copied from has rows of its own.
        const closed = shown.find((number) => number >= 2001) ?? 0;
        gone.push(closed);
        await tx.execute(sql`delete from tickets where number = ${closed}`);
      }
      expect(seen).toEqual(whole);
      const left = whole.filter((number) => !gone.includes(number));
      const back: number[] = [];
      for (let shown = await page("before", whole.at(-1)); shown.length > 0; shown = await page("before", back[0]))
        back.unshift(...shown);
      expect(back).toEqual(left.filter((number) => number !== whole.at(-1)));
      tx.rollback();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Error) || error.constructor.name !== "TransactionRollbackError") throw error;
    });
});

test("a person who manages hundreds of accounts sees the tickets of each, and no others", async () => {
  const managed = { users: [], person: "ana", accounts: [accounts[3], "a0", ...others] };
  const theirs = all.filter(({ account }) => account === "a0" || account === accounts[3]);
  for (const filter of [
    { byDue: true, open: true, mine: managed },
    { byDue: false, person: managed },
  ] satisfies readonly TicketFilter[]) {
    const listed = await listTickets(database.db, filter, 100);
    expect(listed.map(({ number }) => number).toSorted((one, other) => one - other)).toEqual(
      theirs.map(({ number }) => number),
    );
    expect(await countTickets(database.db, filter, 100)).toBe(theirs.length);
  }
});
