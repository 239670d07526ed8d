import { expect, test } from "vitest";
import { applyDesk } from "../../src/app/apply-desk.ts";
import { readDesk } from "../../src/db/desk-store.ts";
import { openPostgres } from "../../src/db/postgres.ts";
import { monday } from "../support/given.ts";
import { freshPostgres } from "../support/real-postgres.ts";

test("of several desk files applied at the same time, each builds on the one before", async () => {
  const url = await freshPostgres();
  const processes = await Promise.all(Array.from({ length: 4 }, () => openPostgres(url)));
  const adds = (name: string) => (current: unknown) =>
    ({ ok: true, changed: true, document: [...((current as string[] | null) ?? []), name] }) as const;
  const names = ["a", "b", "c", "d", "e", "f", "g", "h"];
  const applied = await Promise.all(
    names.map((name, at) => applyDesk(processes[at % 4] ?? processes[0]!, adds(name), monday)),
  );
  expect(applied.map((each) => each.ok && each.version).toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  const last = await readDesk(processes[0]!.db);
  expect((last?.document as string[]).toSorted()).toEqual(names);
  await Promise.all(processes.map((each) => each.close()));
});
