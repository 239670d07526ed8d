import { markAttempts } from "../../src/db/delivery/mark-attempts.ts";
import { beforeEach, expect, test } from "vitest";
import { claimCards, type CardClaim } from "../../src/db/delivery/claim-cards.ts";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { writeDesk } from "../../src/db/desk-store.ts";
import { cards } from "../../src/db/schema/delivery-schema.ts";
import { asc, sql } from "../../src/db/schema/orm.ts";
import { planCards, type CardGate } from "../../src/delivery/plan-cards.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { openOne } from "../bench/seed-tickets.ts";
import { stormDesk } from "../bench/storm-desk.ts";
import { freshDatabase } from "../support/database/database.ts";
import { monday } from "../support/given.ts";

/** A gate with room for so many cards. */
const withRoom = (room: number): CardGate => {
  let left = room;
  return { closedForCards: () => ({ posts: [], edits: [] }), takeCard: () => left-- > 0 };
};
const lease = { token: "ours", until: monday + 15_000 };
const claim: CardClaim = {
  now: monday,
  lease,
  limit: 10,
  closed: () => ({ posts: [], edits: [] }),
  inTurns: (items) => items,
};

let database: DatabaseHandle;
beforeEach(async () => {
  database = await freshDatabase();
  await writeDesk(database.db, {}, monday);
  const deps = { database, desk: createDeskCache((_, version) => ({ ...stormDesk, version })) };
  for (let number = 1; number <= 3; number++) await openOne(deps, number, "low", monday);
});

const stored = () =>
  database.db
    .select({ lease: cards.lease, attemptedAt: cards.attemptedAt, tries: cards.tries })
    .from(cards)
    .orderBy(asc(cards.id));
const asBefore = { lease: null, attemptedAt: null, tries: 0 };

test("a claim uses no room of the limit and marks no attempt", async () => {
  const { cards: claimed } = await claimCards(database.db, claim);
  expect(claimed.length).toBeGreaterThan(2);
  expect(await stored()).toEqual(claimed.map(() => ({ ...asBefore, lease: "ours" })));
});

test("a card that the rate limiter refuses is released unchanged, and does not count as an attempt", async () => {
  const { cards: claimed } = await claimCards(database.db, claim);
  const { rows, attempts } = planCards(claimed, withRoom(2));
  expect(rows.map(({ id }) => id)).toEqual(claimed.slice(0, 2).map(({ row }) => row.id));
  // The rows still say that they were not attempted before.
  expect(rows.map(({ attemptedAt, tries }) => [attemptedAt, tries])).toEqual(rows.map(() => [null, 0]));
  const marked = await markAttempts(database.db, "cards", { ...attempts, token: lease.token, now: monday });
  expect(marked).toEqual(new Set(attempts.sent.map(({ id }) => id)));
  const ours = { lease: "ours", attemptedAt: monday, tries: 1 };
  expect(await stored()).toEqual(claimed.map(({ row }) => (marked.has(row.id) ? ours : asBefore)));
});

test("a process that lost its claim marks and releases nothing", async () => {
  const { attempts } = planCards((await claimCards(database.db, claim)).cards, withRoom(2));
  const later = { ...claim, now: lease.until + 1, lease: { token: "theirs", until: lease.until + 15_000 } };
  const { cards: claimed } = await claimCards(database.db, later);
  expect(claimed.length).toBeGreaterThan(2);
  expect(await markAttempts(database.db, "cards", { ...attempts, token: lease.token, now: monday })).toEqual(new Set());
  expect(await stored()).toEqual(claimed.map(() => ({ ...asBefore, lease: "theirs" })));
});

test("a process that ends between claim and mark leaves cards without an attempt, and another process claims them later", async () => {
  await claimCards(database.db, claim);
  expect((await claimCards(database.db, { ...claim, lease: { ...lease, token: "other" } })).cards).toEqual([]);
  const { cards: again } = await claimCards(database.db, { ...claim, now: lease.until + 1 });
  expect(again.map(({ row }) => [row.attemptedAt, row.tries])).toEqual(again.map(() => [null, 0]));
});

test("a damaged row without a place is claimed, so that it is reported, and hides no other", async () => {
  const all = await database.rows<{ id: number }>(sql`select id::int as id from cards order by id`);
  const [damaged] = all;
  await database.rows(sql`update cards set place = '{}' where id = ${damaged?.id}`);
  const { cards: claimed, unreadable } = await claimCards(database.db, claim);
  expect(unreadable.map(({ id }) => id)).toEqual([damaged?.id]);
  expect(claimed).toHaveLength(all.length - 1);
});
