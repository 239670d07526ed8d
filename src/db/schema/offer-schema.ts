import type { UserRef } from "../../tickets/refs.ts";
import { instant } from "./instant.ts";
import type { Offer, OfferChoice } from "../prompt.ts";
import { bigserial, check, index, integer, jsonb, pgTable, sql, text } from "./orm.ts";

/** Questions of the bot to a person. If the time runs out, the bot acts by itself, so that no message is lost. */
export const offers = pgTable(
  "offers",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    /** The key of the inbound event that led to the prompt. */
    key: text().notNull().unique(),
    byUser: text("by_user").$type<UserRef>().notNull(),
    about: jsonb().$type<Offer>().notNull(),
    dueAt: instant("due_at").notNull(),
    choice: text().$type<OfferChoice>(),
    /** The ticket that was opened, or to which the messages were added. */
    ticket: integer(),
    settledAt: instant("settled_at"),
  },
  (row) => [
    check("offers_choice", sql`${row.choice} in ('open', 'add', 'solved')`),
    check("offers_settled", sql`${row.settledAt} is null or ${row.choice} is not null`),
    index("offers_due")
      .on(row.dueAt)
      .where(sql`settled_at is null`),
    index("offers_settled")
      .on(row.settledAt)
      .where(sql`settled_at is not null`),
    index("offers_by_user")
      .on(row.byUser)
      .where(sql`settled_at is null`),
  ],
);

/** How often an article of the manual solved a problem without a ticket. */
export const solvedByManual = pgTable(
  "solved_by_manual",
  {
    url: text().primaryKey(),
    times: integer().notNull(),
    lastAt: instant("last_at").notNull(),
  },
  (row) => [check("solved_by_manual_times", sql`${row.times} > 0`)],
);
