import { afterAll, expect, test } from "vitest";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import { readPresence, writePresence } from "../../src/db/presence-store.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { freshPostgres } from "../support/database/real-postgres.ts";
import { monday } from "../support/given.ts";

const url = await freshPostgres();
const processes = [openPostgres(url), openPostgres(url)];
const [{ db } = expect.fail()] = processes;
// No ticket is needed to lock the rows.
await db.execute(sql`alter table web_presence disable trigger all`);
afterAll(async () => void (await Promise.all(processes.map((each) => each.close()))));

test("two processes write who looks at the same tickets, each in its own order, and Postgres ends neither", async () => {
  const present = Array.from({ length: 800 }, (_, index) => ({ ticket: 1_000 + (index % 40), person: `p${index}` }));
  const orders = [present, present.toReversed()];
  for (let round = 0; round < 4; round += 1) {
    const now = monday + round * 60_000;
    await Promise.all(
      processes.map(({ db }, index) => writePresence(db, orders[index] ?? [], { now, forgetBefore: now - 30_000 })),
    );
  }
  expect(await readPresence(db, [1_000, 1_039], monday + 3 * 60_000 - 1)).toHaveLength(40);
});

test("a person who stopped looking is forgotten, and one who still looks is not", async () => {
  const [gone, here] = [
    { ticket: 1, person: "gone" },
    { ticket: 1, person: "here" },
  ];
  await writePresence(db, [gone, here], { now: monday, forgetBefore: monday });
  await writePresence(db, [here], { now: monday + 2, forgetBefore: monday + 1 });
  await writePresence(db, [], { now: monday + 3, forgetBefore: monday + 1 });
  expect((await readPresence(db, [1], 0)).map(({ person }) => person)).toEqual(["here"]);
});
