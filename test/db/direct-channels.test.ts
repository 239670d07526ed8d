import { beforeEach, expect, test } from "vitest";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { directChannels } from "../../src/db/delivery/direct-store.ts";
import { leaseInbox, settleInbox, storeArrivals } from "../../src/db/inbox-store.ts";
import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import { freshDatabase } from "../support/database/database.ts";

const at = Date.parse("2026-01-12T09:00:00Z");
const lease = { token: "one", until: at + 1_000 };

let database: DatabaseHandle;
beforeEach(async () => {
  database = await freshDatabase();
});

const arrive = async (channel: `${string}:${string}`, direct: boolean, receivedAt: number) => {
  const inboundEvent: InboundEvent = {
    kind: "message",
    key: `${channel} ${receivedAt}`,
    at: receivedAt,
    by: { user: "discord:7", name: "Carla" },
    channel,
    message: { channel, id: String(receivedAt) },
    text: "Is anybody there?",
    ...(direct ? { direct: true } : {}),
  };
  await storeArrivals(database.db, [{ inboundEvent, lane: channel, at: receivedAt, lease: lease, isRepeat: false }]);
};

test("a direct conversation with messages of the customer alone is read back, newest first, also after they were handled", async () => {
  await arrive("discord:1", true, at - 5);
  await arrive("discord:2", true, at);
  await arrive("discord:3", false, at);
  await arrive("slack:D1", true, at);
  await arrive("discord:4", true, at - 60_000);
  const known = () => directChannels(database, "discord", { since: at - 1_000, most: 200 });
  expect(await known()).toEqual(["discord:2", "discord:1"]);
  for (const { id } of await leaseInbox(database.db, { now: at, lease, limit: 10, intakeToken: lease.token }))
    expect(await settleInbox(database.db, id, lease.token, { doneAt: at })).toBe(true);
  expect(await known()).toEqual(["discord:2", "discord:1"]);
});
