import { check, instant, integer, pgTable, primaryKey, sql } from "./orm.ts";
import { tickets } from "./schema.ts";

/** The unanswered messages of a ticket after the first one, by the platforms' times. The first one is in the ticket's row. */
export const unanswered = pgTable(
  "unanswered",
  {
    ticket: integer()
      .notNull()
      .references(() => tickets.number),
    since: instant().notNull(),
  },
  (row) => [primaryKey({ columns: [row.ticket, row.since] })],
);

/** The ended pauses of a ticket. One that lasts is in the ticket's row. */
export const pauses = pgTable(
  "pauses",
  {
    ticket: integer()
      .notNull()
      .references(() => tickets.number),
    startedAt: instant("started_at").notNull(),
    endedAt: instant("ended_at").notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.ticket, row.startedAt] }),
    check("pauses_not_empty", sql`${row.endedAt} > ${row.startedAt}`),
  ],
);
