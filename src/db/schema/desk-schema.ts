import { instant, boolean, integer, jsonb, pgTable, text } from "./orm.ts";

/** Every applied version of the desk file. The newest is in force. */
export const deskVersions = pgTable("desk_versions", {
  version: integer().primaryKey(),
  document: jsonb().notNull(),
  /**
   * Names and contacts of earlier versions that are no longer in this one; null in rows from before this was stored.
   */
  former: jsonb(),
  at: instant().notNull(),
  /** When all cards of open tickets were in this version's channels; null: not yet. */
  cardsFollowedAt: instant("cards_followed_at"),
});

/** Staff who are out, and until when. */
export const absences = pgTable("absences", {
  person: text().primaryKey(),
  until: instant().notNull(),
});

/** Whether a member of the staff wants notifications about their tickets. This overrides the desk file. */
export const notifyChoices = pgTable("notify_choices", {
  person: text().primaryKey(),
  notify: boolean().notNull(),
});
