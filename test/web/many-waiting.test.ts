import { afterEach, expect, test } from "vitest";
import { claimRanOut } from "../../src/db/delivery/lease.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { inEnglish } from "../support/sentences.ts";
import { openWebDesk } from "../support/web-desk.ts";
import { startWorld, type World } from "../support/world.ts";

let world: World | null = null;
afterEach(() => world?.stop());

test("the queue counts at most a thousand messages that wait, so that a long outage makes no page slow", async () => {
  world = await startWorld();
  await world.opens();
  const at = sql`to_timestamp(${world.now() / 1000})`;
  await world.database.db.execute(sql`
    insert into outbox (key, ticket, target, message, lane, urgency, status, created_at, not_before, why)
    select 'waits ' || n, 1001, '{"kind": "nowhere"}', '{"type": "x"}', 'waits ' || n, 1, 'pending', ${at}, ${at} + interval '1 day', 'HTTP 503'
    from generate_series(1, 1500) as n`);
  const luis = await openWebDesk(world).signedIn("slack:U0LUIS");
  for (const path of ["/desk", "/desk/tickets/1001"])
    expect(await luis.page(path)).toMatch(inEnglish("web.waitsMany", { total: "1,000", why: "HTTP 503" }));
  await world.database.db.execute(sql`delete from outbox`);
});

test("a message that is only tried again, because its claim ran out, is no trouble of a platform", async () => {
  world = await startWorld();
  await world.opens();
  const at = sql`to_timestamp(${world.now() / 1000})`;
  const insert = (key: string, why: string) =>
    sql`insert into outbox (key, ticket, target, message, lane, urgency, status, created_at, not_before, why)
      values (${key}, 1001, '{"kind": "nowhere"}', '{"type": "x"}', ${key}, 1, 'pending', ${at}, ${at} + interval '1 day', ${why})`;
  const luis = await openWebDesk(world).signedIn("slack:U0LUIS");
  await world.database.db.execute(insert("again", claimRanOut));
  expect(await luis.page("/desk")).not.toContain(claimRanOut);
  await world.database.db.execute(insert("failed", "HTTP 503"));
  expect(await luis.page("/desk")).toMatch(inEnglish("web.waits", { count: 1, why: "HTTP 503" }));
  await world.database.db.execute(sql`delete from outbox`);
});
