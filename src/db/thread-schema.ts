import type { ChannelRef } from "../domain/refs.ts";
import { bigint, pgTable, primaryKey, text } from "./orm.ts";
import { cards } from "./schema.ts";

/** Messages that were a card once and are gone: what is still written below them is heard. */
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
