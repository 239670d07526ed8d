import { instant } from "./instant.ts";
import { boolean, integer, jsonb, pgTable, text } from "./orm.ts";

/** The desk file as applied, every version of it; the newest is in force. */
export const deskVersions = pgTable("desk_versions", {
  version: integer().primaryKey(),
  document: jsonb().notNull(),
  /** Names and contacts of earlier versions that this one does not have; null in rows from before it was kept. */
  former: jsonb(),
  at: instant().notNull(),
  /** When the cards of every open ticket were found in this version's channels; null: not yet. */
  cardsFollowedAt: instant("cards_followed_at"),
});

/** Who on the staff is out, and until when. */
export const absences = pgTable("absences", {
  person: text().primaryKey(),
  until: instant().notNull(),
});

/** Whether a person on the staff chose to be notified of what is written on their tickets. Stands before the desk file. */
export const notifyChoices = pgTable("notify_choices", {
  person: text().primaryKey(),
  notify: boolean().notNull(),
});
