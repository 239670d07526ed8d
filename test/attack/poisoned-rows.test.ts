import { afterEach, beforeEach, expect, test } from "vitest";
import { sql } from "../../src/db/schema/orm.ts";
import { useEmbedded } from "../support/database/database.ts";
import { startWorld, type World } from "../support/world.ts";

useEmbedded();

let world: World;
beforeEach(async () => {
  world = await startWorld();
  await world.opens();
});
afterEach(() =>
  world.stop(["outbox.message", "outbox.target", "tickets.clocks", "cards.place", "inbox.inbound_event"]),
);

const below = () => world.thread(world.card()).map(({ text }) => text);

/** A message below triage's card that no view can draw. */
const poison = (message: object) =>
  world.database.db.execute(sql`
    insert into outbox (key, ticket, target, message, lane, urgency, status, created_at, not_before)
    select 'poison', ticket, jsonb_build_object('kind', 'card', 'card', id), ${JSON.stringify(message)}::text::jsonb,
      'card ' || id, 1, 'pending', to_timestamp(${world.now() / 1000}), to_timestamp(${world.now() / 1000})
    from cards where side = 'triage'`);

test.each([
  ["holds no message", { type: "customerMessage" }],
  ["is of a newer version", { v: 99, type: "note", text: "x", by: "x" }],
])("a message that %s is set aside after some tries, and the messages behind it are sent", async (_, message) => {
  await poison(message);
  await world.slack.user("U0CARLA").writes("C0ACME", "Sigue igual", { thread: world.conversation().ts });
  for (let minute = 0; minute < 6; minute++) await world.pass(1);
  expect(below().join()).toContain("Sigue igual");
  const [row] = await world.database.rows<{ status: string; why: string; tries: number }>(
    sql`select status, why, tries from outbox where key = 'poison'`,
  );
  expect(world.asides).toEqual([`T-1001 ${message.type}`]);
  expect(row).toMatchObject({ status: "failed", why: "it could not be read (UnreadableJson)" });
});

test("a damaged ticket row hides neither other tickets in lists and the queue, nor their cards", async () => {
  await world.database.db.execute(sql`
    insert into tickets select (jsonb_populate_record(t, '{"number": 2001, "title": "Broken", "clocks": {}}')).* from tickets t where number = 1001`);
  await world.database.db.execute(sql`
    insert into cards select (jsonb_populate_record(c, jsonb_build_object('id', c.id + 1000, 'ticket', 2001, 'ref', null, 'shown', 0))).*
    from cards c where side = 'triage'`);
  await world.slack.user("U0LUIS").types("C0TRIAGE", "/ticket list all");
  await world.settle();
  const list = world.slack.user("U0LUIS").privates.at(-1)?.text ?? "";
  expect(list).toMatch(/T-1001[^]*|T-2001/);
  expect(list).toContain("T-1001");
  expect(list).toMatch(/T-2001 · ⚠/);
  await world.slack.user("U0LUIS").types("C0TRIAGE", "/desk");
  await world.settle();
  const queue = world.slack.user("U0LUIS").privates.at(-1)?.text ?? "";
  expect(queue).toContain("T-1001");
  expect(queue).toMatch(/T-2001 · ⚠/);
});

const damages = {
  "an outbox row names no card": `insert into outbox (key, ticket, target, message, lane, urgency, status, created_at, not_before)
    values ('damaged', 1001, '{"kind": "card", "card": "x"}', '{"type": "customerMessage"}', 'x', 1, 'pending', $at, $at)`,
  "an outbox row names a card beyond all numbers": `insert into outbox (key, ticket, target, message, lane, urgency, status, created_at, not_before)
    values ('damaged', 1001, '{"kind": "card", "card": 1e30}', '{"type": "customerMessage"}', 'x', 1, 'pending', $at, $at)`,
  "a card stands nowhere": `insert into cards (ticket, side, place, wanted, not_before) values (1001, 'conversation', '{}', 5, $at)`,
  "an inbox row holds nothing": `insert into inbox (key, lane, inbound_event, received_at, not_before) values ('damaged', 'x', 'null', $at, $at)`,
} as const;

test.each(Object.entries(damages))("other people are notified although %s", async (_, statement) => {
  await world.database.db.execute(sql.raw(statement.replaceAll("$at", `to_timestamp(${world.now() / 1000})`)));
  await world.slack.user("U0CARLA").writes("C0ACME", "Sigue igual", { thread: world.conversation().ts });
  for (let minute = 0; minute < 2; minute++) await world.pass(1);
  expect(below().join()).toContain("Sigue igual");
});
