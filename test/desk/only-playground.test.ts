import { expect, test } from "vitest";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { execute } from "../../src/tickets/execute/execute.ts";
import { writeDesk } from "../../src/db/desk-store.ts";
import { tickets } from "../../src/db/schema/schema.ts";
import { onlyPlayground } from "../../src/desk/checks/only-playground.ts";
import type { Desk } from "../../src/desk/desk.ts";
import { freshDatabase } from "../support/database.ts";
import { cast, monday, opening } from "../support/given.ts";
import { sampleDesk } from "../support/sample-desk.ts";

const demo = JSON.parse(JSON.stringify(sampleDesk).replaceAll("slack:", "playground:")) as Desk;

test("a running playground does nothing to a desk of real people that is applied meanwhile", async () => {
  const database = await freshDatabase();
  await writeDesk(database.db, {}, monday);
  const desk = createDeskCache(onlyPlayground((_, version) => ({ ...(version === 1 ? demo : sampleDesk), version })));
  const command = { ...opening(), by: cast.carla, at: monday } as Parameters<typeof execute>[1]["command"];
  const open = () => execute({ database, desk }, { key: null, number: null, command });
  expect((await open()).ok).toBe(true);
  await writeDesk(database.db, {}, monday);
  await expect(open()).rejects.toThrow("real people");
  await expect(open()).rejects.toThrow("real people");
  expect(await database.db.select().from(tickets)).toHaveLength(1);
});

test("a playground that started with a desk file of real names continues", () => {
  const read = onlyPlayground(() => sampleDesk);
  expect(read(null, 1, null)).toBe(sampleDesk);
  expect(read(null, 2, null)).toBe(sampleDesk);
});
