import { afterEach, expect, test } from "vitest";
import { sql } from "../../src/db/schema/orm.ts";
import { startWorld, type World } from "../support/world.ts";

let world: World | null = null;
afterEach(() => world?.stop());

test("a message for an unreachable person names them to the team, and not in the log", async () => {
  world = await startWorld();
  await world.opens();
  const at = sql`to_timestamp(${world.now() / 1000})`;
  for (const kind of ["person", "email"])
    await world.database.db.execute(sql`
      insert into outbox (key, ticket, target, message, lane, urgency, status, created_at, not_before)
      values (${kind}, 1001, ${JSON.stringify({ kind, person: "anna.keller" })}::text::jsonb,
        '{"type": "assigneeNotNotified", "person": "x", "why": {"is": "failed", "error": "x"}}', ${kind}, 1, 'pending', ${at}, ${at})`);
  await world.pass(1);
  const rows = await world.database.rows(
    sql`select status, why from outbox where key in ('person', 'email') order by key`,
  );
  expect(rows).toEqual([
    { status: "failed", why: "anna.keller has no e-mail address" },
    { status: "failed", why: "anna.keller is not on the desk any more" },
  ]);
  const logged = JSON.stringify(world.log.lines);
  expect(logged).toContain("the person has no e-mail address");
  expect(logged).toContain("the person is not on the desk any more");
  expect(logged).not.toContain("anna.keller");
});
