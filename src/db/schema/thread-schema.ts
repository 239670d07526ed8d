import { cards } from "./delivery-schema.ts";
import type { ChannelRef } from "../../tickets/refs.ts";
import { bigint, bytea, check, index, instant, integer, pgTable, primaryKey, sql, text } from "./orm.ts";
import { tickets } from "./schema.ts";

/** Messages that were cards and are gone. Messages in their threads still belong to the ticket. */
export const cardRoots = pgTable(
  "card_roots",
  {
    channel: text().$type<ChannelRef>().notNull(),
    message: text().notNull(),
    card: bigint({ mode: "number" })
      .notNull()
      .references(() => cards.id),
  },
  (row) => [primaryKey({ columns: [row.channel, row.message] })],
);

/** Files that customers shared in a ticket's thread, downloaded once. */
export const files = pgTable(
  "files",
  {
    channel: text().$type<ChannelRef>().notNull(),
    message: text().notNull(),
    /** The platform's own id of the file. */
    file: text().notNull(),
    ticket: integer()
      .notNull()
      .references(() => tickets.number),
    name: text().notNull(),
    type: text().notNull(),
    bytes: bytea().notNull(),
    at: instant().notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.channel, row.message, row.file] }),
    // Ten megabytes, as in carry-rules.ts.
    check("files_size", sql`octet_length(${row.bytes}) <= 10485760`),
    index("files_by_ticket").on(row.ticket),
  ],
);
