import { cards } from "./delivery-schema.ts";
import type { ChannelRef } from "../../tickets/refs.ts";
import { bigint, index, integer, pgTable, text } from "./orm.ts";
import { tickets } from "./schema.ts";

/**
 * Triage cards that are not posted: their tickets wait together in one message of the channel, the collected message.
 */
export const collected = pgTable(
  "collected",
  {
    /** The triage card that the ticket gets when it is released. */
    card: bigint({ mode: "number" })
      .primaryKey()
      .references(() => cards.id),
    ticket: integer()
      .notNull()
      .references(() => tickets.number),
    channel: text().$type<ChannelRef>().notNull(),
    /** The card that shows the collected message. */
    collectedCard: bigint("collected_card", { mode: "number" })
      .notNull()
      .references(() => cards.id),
  },
  (row) => [
    index("collected_by_card").on(row.collectedCard, row.ticket),
    index("collected_by_ticket").on(row.ticket),
    index("collected_by_channel").on(row.channel, row.collectedCard),
  ],
);
