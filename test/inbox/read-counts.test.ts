import { beforeEach, expect, test } from "vitest";
import { sql } from "../../src/db/schema/orm.ts";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { readLimitReached } from "../../src/inbox/read-counts.ts";
import { freshDatabase } from "../support/database/database.ts";
import { monday } from "../support/given.ts";
import { sampleDesk } from "../support/sample-desk.ts";

const hour = 3_600_000;
const desk = {
  ...sampleDesk,
  limits: {
    ...sampleDesk.limits,
    lookups: { most: 2, withinMs: hour },
    transcripts: { most: 1, withinMs: hour },
  },
};
const carla = { user: "slack:U0CARLA", channel: "slack:C0ACME" } as const;
const stranger = { user: "slack:U0STRANGER", channel: "slack:C0ELSEWHERE" } as const;

let database: DatabaseHandle;
beforeEach(async () => {
  database = await freshDatabase();
});

/** A process that has just started: it has nothing in memory, and its own handle on the database that all share. */
const newProcess = (): Pick<DatabaseHandle, "rows"> => ({ rows: (query) => database.rows(query) });

test("a person's reads are counted across processes, also in a process that has just started", async () => {
  const reads = (asker: typeof carla | typeof stranger, at: number, what: "lookups" | "transcripts" = "lookups") =>
    readLimitReached(newProcess(), what, { desk, asker, at });
  expect(await reads(carla, monday)).toBeNull();
  expect(await reads(carla, monday + 1)).toBeNull();
  const refusal = { reason: "askedTooOften", what: "lookups", limit: desk.limits.lookups, until: monday + hour };
  expect(await reads(carla, monday + 2)).toEqual(refusal);
  expect(await reads(carla, monday + hour - 1)).toEqual(refusal);
  // A refused read is not counted.
  expect(await reads(carla, monday + hour)).toBeNull();
  expect(await reads(carla, monday + hour)).toEqual({ ...refusal, until: monday + hour + 60_000 });
  // Other reads and other people have limits of their own, also without an account.
  expect(await reads(carla, monday + hour, "transcripts")).toBeNull();
  expect(await reads(carla, monday + hour, "transcripts")).toMatchObject({ what: "transcripts" });
  expect(await reads(stranger, monday + hour)).toBeNull();
  const [row] = await database.rows<{ count: number }>(
    sql`select count(*)::int from customer_use where person = ${carla.user} and refused_until is null`,
  );
  expect(row).toEqual({ count: 4 });
});

test("staff are not limited, and their reads are not stored", async () => {
  const luis = { user: "slack:U0LUIS", channel: "slack:C0TRIAGE" } as const;
  for (let n = 0; n < 5; n += 1)
    expect(await readLimitReached(newProcess(), "lookups", { desk, asker: luis, at: monday })).toBeNull();
  expect(await database.rows(sql`select id from customer_use where person = ${luis.user}`)).toEqual([]);
});
