import { deskDocumentJson, formerDeskJson } from "../../stored/desk-json.ts";
import { instant, boolean, integer, pgTable, text } from "./orm.ts";
import { storedJson } from "./stored-json.ts";

/** Every applied version of the desk file. The newest is in force. */
export const deskVersions = pgTable("desk_versions", {
  version: integer().primaryKey(),
  document: storedJson(deskDocumentJson).notNull(),
  /**
   * Names and contacts of earlier versions that are no longer in this one; null in rows from before this was stored.
   */
  former: storedJson(formerDeskJson),
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
