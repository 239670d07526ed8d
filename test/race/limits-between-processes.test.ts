import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { writeDesk } from "../../src/db/desk-store.ts";
import { areaFilesSince, storeAreaFiles } from "../../src/db/access/area-file-store.ts";
import { storeLinkUnlessRecent } from "../../src/db/access/access-store.ts";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import { sql } from "../../src/db/schema/orm.ts";
import type { Actor, NewCommand } from "../../src/tickets/messages.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { execute } from "../../src/tickets/execute/execute.ts";
import { limitsOf } from "../../src/desk/limits-of.ts";
import { patience } from "../support/runner/patience.ts";
import { freshPostgres } from "../support/database/real-postgres.ts";
import { closedGate } from "./gates.ts";
import { cast, monday, opening } from "../support/given.ts";
import { sampleDesk } from "../support/sample-desk.ts";

/** Two processes, each with its own connections, and a third party that makes them meet. */
let processes: readonly DatabaseHandle[];
let holder: DatabaseHandle;
beforeEach(async () => {
  const url = await freshPostgres();
  processes = [openPostgres(url), openPostgres(url)];
  holder = openPostgres(url);
  await writeDesk(holder.db, {}, monday);
});
afterEach(async () => {
  for (const each of [...processes, holder]) await each.close();
});

/** How many transactions of this database wait for a lock. */
const waiting = async (): Promise<number> => {
  const [row] = await holder.rows<{ waiting: number }>(
    sql`select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return row?.waiting ?? 0;
};

/**
 * Does all of this through both processes at once. Until every act waits for a lock, no row can be stored in the table. So an
 * act that checks without a lock has checked before another is stored.
 */
const together = async <Result>(
  table: "customer_use" | "area_files" | "sign_in_links",
  acts: readonly ((database: DatabaseHandle) => Promise<Result>)[],
): Promise<readonly Result[]> => {
  const [locked, ended] = [closedGate(), closedGate()];
  const holding = holder.db.transaction(async (tx) => {
    await tx.execute(sql.raw(`lock table ${table} in share mode`));
    locked.open();
    await ended.pass();
  });
  await locked.pass();
  const running = acts.map((act, n) => act(processes[n % 2] ?? holder));
  await Promise.race([expect.poll(waiting, { timeout: patience }).toBe(acts.length), Promise.all(running)]);
  ended.open();
  await holding;
  return Promise.all(running);
};

/** Opens so many tickets at once, each as one of these people. */
const granted = async (limits: Parameters<typeof limitsOf>[0], people: readonly Actor[]): Promise<number> => {
  const desk = { ...sampleDesk, limits: limitsOf(limits) };
  const outcomes = await together(
    "customer_use",
    people.map((by, n) => (database) => {
      const command = { ...opening("high", "slack:C0ACME"), by, at: monday + n } as NewCommand;
      return execute({ database, desk: createDeskCache(() => desk) }, { key: `open ${n}`, number: null, command });
    }),
  );
  return outcomes.filter(({ ok }) => ok).length;
};

const eight = <Value>(make: (n: number) => Value): readonly Value[] => Array.from({ length: 8 }, (_, n) => make(n));

describe("two processes at once", () => {
  test("grant a person together no more than the limit of a person", async () => {
    expect(
      await granted(
        { tickets: { person: 3, account: 100 } },
        eight(() => cast.carla),
      ),
    ).toBe(3);
  });

  test("grant the people of an account together no more than the limit of the account", async () => {
    const people = eight((n): Actor => ({ ...cast.carla, user: `slack:U0ACME${n}`, name: `Person ${n}` }));
    expect(await granted({ tickets: { person: 3, account: 5 } }, people)).toBe(5);
  });

  test("store no more files of a contact than they may send, and a form that comes twice once", async () => {
    const limit = { most: 4, bytes: 1_000, withinMs: 60_000 };
    const file = (id: string) => ({ id, bytes: Buffer.from("x") });
    const send = (form: number) => (database: DatabaseHandle) => {
      const files = [file(`form${form}.0`), file(`form${form}.1`)];
      return storeAreaFiles(database.db, { owner: "web:nuria", at: monday, files }, limit);
    };
    const stored = await together("area_files", [1, 1, 2, 3, 4].map(send));
    expect((await areaFilesSince(holder.db, "web:nuria", monday - 1)).count).toBe(4);
    expect(stored.filter((each) => !each).length).toBeGreaterThanOrEqual(2);
  });

  test("make one link for a person who asks to sign in many times", async () => {
    const ask = (n: number) => (database: DatabaseHandle) => {
      const link = { hash: `hash ${n}`, person: "slack:U0LUIS", madeAt: monday, expiresAt: monday + 1_000 } as const;
      return storeLinkUnlessRecent(database.db, link, monday - 60_000);
    };
    expect((await together("sign_in_links", eight(ask))).filter(Boolean)).toHaveLength(1);
  });
});
