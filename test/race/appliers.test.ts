import { expect, test } from "vitest";
import { applyDesk } from "../../src/tickets/execute/apply-desk.ts";
import { readDesk } from "../../src/db/desk-store.ts";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import { monday } from "../support/given.ts";
import { freshPostgres } from "../support/database/real-postgres.ts";

test("of several desk files that are applied at the same time, each builds on the one before", async () => {
  const url = await freshPostgres();
  const names = ["a", "b", "c", "d", "e", "f"];
  const processes = names.map((name) => ({ name, database: openPostgres(url) }));
  const applied = await Promise.all(
    processes.map(({ name, database }) =>
      applyDesk(
        database,
        (current) => ({
          ok: true,
          changed: true,
          sortsContacts: () => ({ withdrawn: [], kept: [] }),
          formerStaff: [],
          removed: { leftKeys: [], leftIds: {} },
          document: { ...(current as object | null), [name]: true },
        }),
        monday,
      ),
    ),
  );
  const versions = applied.map((each) => (each.ok ? each.version : 0));
  expect(versions.toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6]);
  const [first] = processes;
  const last = await readDesk(first?.database.db ?? expect.fail());
  expect(new Set(Object.keys(last?.document ?? {}))).toEqual(new Set(names));
  await Promise.all(processes.map(({ database }) => database.close()));
});
