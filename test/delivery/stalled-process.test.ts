import { afterEach, beforeEach, expect, test } from "vitest";
import { sql } from "../../src/db/schema/orm.ts";
import { startWorld, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld();
  await world.opens();
});
afterEach(() => world.stop());

const statuses = async (): Promise<readonly string[]> =>
  (
    await world.database.rows<{ status: string }>(sql`
    select status from outbox where message->>'type' = 'reminder' order by id`)
  ).map(({ status }) => status);

test("a process that stalls before it asks the platform passes no reminder on, and the reminder arrives", async () => {
  for (let minutes = 0; (await statuses()).length === 0; minutes += 1) {
    if (minutes > 600) throw new Error("no reminder fell due");
    world.sleepThrough(1);
    await world.steps.fireReminders();
  }
  // A process that was killed had begun an attempt long ago.
  await world.database.rows(sql`
    update outbox set attempted_at = now() - interval '1 year' where message->>'type' = 'reminder'`);
  const { ports } = world;
  const find = ports.get.bind(ports);
  // The process stalls for half a minute between its claim and the call.
  ports.get = (platform) => {
    world.sleepThrough(0.5);
    return find(platform);
  };
  await world.steps.deliverOutbox();
  ports.get = find;
  expect(await statuses()).toEqual(["pending"]);
  await world.pass(1);
  expect(await statuses()).toEqual(["sent"]);
  expect(world.slack.dm("U0ANA").messages).toHaveLength(1);
});
