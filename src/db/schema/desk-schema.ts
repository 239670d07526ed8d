import {
  deskDocumentJson,
  formerDeskJson,
  handOverJson,
  proposalHandOverJson,
  proposedDocumentJson,
} from "../../stored/desk-json.ts";
import type { UserRef } from "../../tickets/refs.ts";
import { boolean, check, index, instant, integer, pgTable, sql, text } from "./orm.ts";
import { storedJson } from "./stored-json.ts";

/** How a version of the desk came to be: a file at the start, the web desk, or a command at the command line. */
export const deskSources = ["file", "web", "command"] as const;
export type DeskSource = (typeof deskSources)[number];

/** Every version of the desk. The newest is in force. */
export const deskVersions = pgTable(
  "desk_versions",
  {
    version: integer().primaryKey(),
    document: storedJson(deskDocumentJson).notNull(),
    /**
     * Names and contacts of earlier versions that are no longer in this one; null in rows from before this was stored.
     */
    former: storedJson(formerDeskJson),
    at: instant().notNull(),
    source: text().$type<DeskSource>().notNull(),
    /** On the web a reference to the person, at the command line the name of the machine's user; null for a file. */
    author: text(),
    /** The version that this one restores; null for all others. */
    restores: integer(),
    /** Who takes over the open tickets of each person that this version removes, by keys of people. */
    handOver: storedJson(handOverJson),
    /** Whether open targets follow this version. */
    replans: boolean().notNull(),
    /** When tickets were handed over, offered and planned again after this version; null: not yet. */
    settledAt: instant("settled_at"),
    /** When all cards of open tickets were in this version's channels; null: not yet. */
    cardsFollowedAt: instant("cards_followed_at"),
  },
  (row) => [
    check("desk_versions_source", sql`${row.source} in ('file', 'web', 'command')`),
    index("desk_versions_unsettled")
      .on(row.version)
      .where(sql`settled_at is null`),
  ],
);

/** Where a proposal comes from: a form of a section, an imported file, or an earlier version. */
export const proposalKinds = ["form", "file", "restore"] as const;
export type ProposalKind = (typeof proposalKinds)[number];

/** Desks that a person proposed on the web and looks at before they save. They are deleted after some days. */
export const deskProposals = pgTable(
  "desk_proposals",
  {
    /** A secret, so that an address leads only its author there. */
    id: text().primaryKey(),
    person: text().$type<UserRef>().notNull(),
    /** The version that the proposal changes. It is refused when another one is in force. */
    basedOn: integer("based_on").notNull(),
    document: storedJson(proposedDocumentJson).notNull(),
    kind: text().$type<ProposalKind>().notNull(),
    restores: integer(),
    handOver: storedJson(proposalHandOverJson),
    /** The path of the page to return to. */
    back: text().notNull(),
    madeAt: instant("made_at").notNull(),
    /** The version as which it was saved; null: not yet. */
    savedAs: integer("saved_as"),
  },
  (row) => [
    check("desk_proposals_kind", sql`${row.kind} in ('form', 'file', 'restore')`),
    index("desk_proposals_by_time").on(row.madeAt),
  ],
);

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
