import { markAttempts } from "../../src/db/delivery/mark-attempts.ts";
import { beforeEach, expect, test } from "vitest";
import { claimOutbox } from "../../src/db/delivery/claim-outbox.ts";
import { addToOutbox } from "../../src/db/delivery/outbox-store.ts";
import { writeDesk } from "../../src/db/desk-store.ts";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { outbox } from "../../src/db/schema/delivery-schema.ts";
import { asc } from "../../src/db/schema/orm.ts";
import { planBatch } from "../../src/delivery/plan-batch.ts";
import type { SendGate } from "../../src/delivery/send-gate.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { openOne } from "../bench/seed-tickets.ts";
import { stormDesk } from "../bench/storm-desk.ts";
import { freshDatabase } from "../support/database/database.ts";
import { monday } from "../support/given.ts";

const open = (room: number): SendGate => ({
  closed: () => ({ people: [], channels: [], platforms: [] }),
  room: () => room,
  take: () => room > 0,
});
const lease = { token: "ours", until: monday + 15_000 };
const claim = {
  transport: "chat",
  now: monday,
  lease,
  limit: 20,
  urgencies: [0, 1, 2],
  closed: () => ({ people: [], channels: [], platforms: [] }),
  leftToOthers: { people: [], platforms: [] },
  inTurns: <Item>(items: readonly Item[]) => items,
} as const;
const id = (): string => "digest 1";

let database: DatabaseHandle;
let count: number;
beforeEach(async () => {
  database = await freshDatabase();
  await writeDesk(database.db, {}, monday);
  const deps = { database, desk: createDeskCache((_, version) => ({ ...stormDesk, version })) };
  const ticket = await openOne(deps, 1, "low", monday);
  await database.db.delete(outbox);
  count = 5;
  await database.db.transaction((tx) =>
    addToOutbox(
      tx,
      Array.from({ length: count }, (_, step) => ({
        key: `key ${step}`,
        ticket,
        target: { kind: "person", person: "m1" } as const,
        message: {
          type: "reminder",
          notice: {
            to: { how: "direct", person: "m1", as: "manager" },
            clock: "firstResponse",
            cycle: 1,
            target: 1,
            step,
            plannedFor: monday,
            next: [],
            skipped: [],
          },
        } as const,
        lane: `lane ${step}`,
        urgency: 2 as const,
      })),
      monday,
    ),
  );
});

const stored = () =>
  database.db
    .select({
      lease: outbox.lease,
      attemptedAt: outbox.attemptedAt,
      tries: outbox.tries,
      digest: outbox.digest,
    })
    .from(outbox)
    .orderBy(asc(outbox.id));
const asBefore = { lease: null, attemptedAt: null, tries: 0, digest: null };

test("a message that the rate limiter refuses is released unchanged, and does not count as an attempt", async () => {
  const { messages: claimed } = await claimOutbox(database.db, claim);
  expect(claimed).toHaveLength(count);
  const { groups, attempts } = planBatch(claimed, open(0), id);
  expect(groups).toEqual([]);
  expect(await markAttempts(database.db, "outbox", { ...attempts, token: lease.token, now: monday })).toEqual(
    new Set(),
  );
  expect(await stored()).toEqual(Array.from({ length: count }, () => asBefore));
});

test("several reminders for one person become one digest, which gets its id before it is sent", async () => {
  const { messages: claimed } = await claimOutbox(database.db, claim);
  const { groups, attempts } = planBatch(claimed, open(9), id);
  expect(groups.map((group) => group.length)).toEqual([count]);
  // The rows still say that they were not attempted before.
  expect(groups.flat().map(({ attemptedAt, tries }) => [attemptedAt, tries])).toEqual(
    Array.from({ length: count }, () => [null, 0]),
  );
  expect((await markAttempts(database.db, "outbox", { ...attempts, token: lease.token, now: monday })).size).toBe(
    count,
  );
  expect(await stored()).toEqual(
    Array.from({ length: count }, () => ({ lease: "ours", attemptedAt: monday, tries: 1, digest: "digest 1" })),
  );
});

test("a process that lost its claim marks and releases nothing", async () => {
  const { attempts } = planBatch((await claimOutbox(database.db, claim)).messages, open(9), id);
  const later = { ...claim, now: lease.until + 1, lease: { token: "theirs", until: lease.until + 15_000 } };
  expect((await claimOutbox(database.db, later)).messages).toHaveLength(count);
  const givenBack = attempts.sent.map((each) => each.id);
  expect(
    await markAttempts(database.db, "outbox", { ...attempts, givenBack, token: lease.token, now: monday }),
  ).toEqual(new Set());
  expect((await stored()).map((row) => [row.lease, row.attemptedAt])).toEqual(
    Array.from({ length: count }, () => ["theirs", null]),
  );
});

test("a process that ends between claim and mark leaves rows without an attempt, and another process claims them later", async () => {
  await claimOutbox(database.db, claim);
  expect((await claimOutbox(database.db, { ...claim, lease: { ...lease, token: "other" } })).messages).toEqual([]);
  const { messages: again } = await claimOutbox(database.db, { ...claim, now: lease.until + 1 });
  expect(again.map(({ row }) => [row.attemptedAt, row.tries])).toEqual(Array.from({ length: count }, () => [null, 0]));
});
