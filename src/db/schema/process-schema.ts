import { instant, index, jsonb, pgTable, text } from "./orm.ts";

/** The running processes of a desk on a Postgres server, and the platforms to which each can send. */
export const processes = pgTable(
  "processes",
  {
    id: text().primaryKey(),
    platforms: jsonb().$type<readonly string[]>().notNull(),
    seenAt: instant("seen_at").notNull(),
  },
  (row) => [index("processes_by_time").on(row.seenAt)],
);
