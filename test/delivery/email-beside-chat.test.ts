import { expect, test } from "vitest";
import { claimOutbox, type Transport } from "../../src/db/delivery/claim-outbox.ts";
import { addToOutbox, type NewOutboxMessage } from "../../src/db/delivery/outbox-store.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { writeDesk } from "../../src/db/desk-store.ts";
import { openOne } from "../bench/seed-tickets.ts";
import { freshDatabase } from "../support/database/database.ts";
import { monday } from "../support/given.ts";
import { sampleDesk } from "../support/sample-desk.ts";

test("a person whose limit in chat is used up still gets e-mail, and no message in chat", async () => {
  const database = await freshDatabase();
  await writeDesk(database.db, {}, monday);
  const ticket = await openOne({ database, desk: createDeskCache(() => sampleDesk) }, 1, "low", monday);
  const row = (kind: "person" | "email", person: string): NewOutboxMessage => ({
    key: `${kind} ${person}`,
    lane: `${kind} ${person}`,
    ticket,
    target: { kind, person },
    urgency: 1,
    message: { type: "assigned", person, by: "Luis" } as never,
  });
  const rows = ["ana", "eva"].flatMap((person) => [row("person", person), row("email", person)]);
  await database.db.transaction((tx) => addToOutbox(tx, rows, monday));
  const claimed = async (transport: Transport) => {
    const { messages, unreadable } = await claimOutbox(database.db, {
      transport,
      now: monday,
      lease: { token: transport, until: monday + 1_000 },
      limit: 10,
      urgencies: [0, 1, 2],
      closed: () => ({ people: ["ana"], channels: [], platforms: [] }),
      leftToOthers: { people: [], platforms: [] },
      inTurns: (items) => items,
    });
    return [...messages.map((each) => each.row), ...unreadable].map(({ key }) => key).toSorted();
  };
  expect((await claimed("chat")).filter((key) => key.startsWith("person"))).toEqual(["person eva"]);
  expect(await claimed("email")).toEqual(["email ana", "email eva"]);
});
