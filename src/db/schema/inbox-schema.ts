import { inboundEventJson } from "../../stored/inbound-json.ts";
import { instant, bigserial, check, index, integer, pgTable, sql, text } from "./orm.ts";
import { storedJson } from "./stored-json.ts";

/** Inbound events. They are stored before Plazo acknowledges them to the platform. */
export const inbox = pgTable(
  "inbox",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    key: text().notNull().unique(),
    lane: text().notNull(),
    inboundEvent: storedJson(inboundEventJson).notNull(),
    receivedAt: instant("received_at").notNull(),
    doneAt: instant("done_at"),
    tries: integer().notNull().default(0),
    notBefore: instant("not_before").notNull(),
    leasedUntil: instant("leased_until"),
    lease: text(),
    /** Why it was parked after too many tries. */
    parked: text(),
    /** The message that this edit or deletion waits for: its channel and id. Null if it waits for none. */
    awaits: text(),
  },
  (row) => [
    check("inbox_lease", sql`(${row.lease} is null) = (${row.leasedUntil} is null)`),
    index("inbox_waiting")
      .on(row.id)
      .where(sql`done_at is null and parked is null`),
    index("inbox_lanes")
      .on(row.lane, row.id)
      .where(sql`done_at is null and parked is null`),
    index("inbox_parked")
      .on(row.id)
      .where(sql`parked is not null`),
    index("inbox_awaits")
      .on(row.awaits, row.id)
      .where(sql`awaits is not null`),
    index("inbox_done")
      .on(row.doneAt)
      .where(sql`done_at is not null`),
    index("inbox_direct")
      .on(row.receivedAt)
      .where(sql`inbound_event->>'direct' = 'true'`),
  ],
);

/** Granted requests, so that a repeat returns the first result. */
export const requests = pgTable(
  "requests",
  {
    key: text().primaryKey(),
    ticket: integer().notNull(),
    at: instant().notNull(),
  },
  (row) => [index("requests_by_time").on(row.at)],
);
