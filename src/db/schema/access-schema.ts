import type { UserRef } from "../../tickets/refs.ts";
import {
  bigint,
  bigserial,
  boolean,
  check,
  index,
  instant,
  integer,
  pgTable,
  primaryKey,
  sql,
  text,
  uniqueIndex,
} from "./orm.ts";
import { tickets } from "./schema.ts";

/** What happened to the access of a person, and to the desk as a whole. */
export const accessChanges = [
  "linkMade",
  "signedIn",
  "linkRefused",
  "identityRefused",
  "signedOut",
  "signedOutEverywhere",
  "invited",
  "remembered",
  "withdrawn",
  "leftDesk",
  "deskSaved",
  "deskRestored",
  "deskImported",
  "deskExported",
  "managesGiven",
  "managesTaken",
  "seesAllGiven",
  "seesAllTaken",
] as const;
export type AccessChange = (typeof accessChanges)[number];

/** One-time links to sign in. Only a hash is stored, so that a copy of the database opens no session. */
export const signInLinks = pgTable(
  "sign_in_links",
  {
    hash: text().primaryKey(),
    person: text().$type<UserRef>().notNull(),
    madeAt: instant("made_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    /** Null until it was used, or ended by another link or sign-in of the same person. */
    endedAt: instant("ended_at"),
    /** The person whose invitation it is; null for a link that only signs in. */
    invitedBy: text("invited_by").$type<UserRef>(),
  },
  (row) => [
    index("sign_in_links_of_person")
      .on(row.person)
      .where(sql`ended_at is null`),
    index("sign_in_links_expired").on(row.expiresAt),
  ],
);

/**
 * Sign-ins by OpenID Connect that are under way. The row is deleted when the provider sends the browser back, so an answer
 * of the provider counts once.
 */
export const oidcAttempts = pgTable(
  "oidc_attempts",
  {
    /** A hash of the state. */
    hash: text().primaryKey(),
    /** A hash of the secret in the browser's cookie, so that the answer counts only in the browser that asked. */
    browser: text().notNull(),
    nonce: text().notNull(),
    verifier: text().notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (row) => [index("oidc_attempts_expired").on(row.expiresAt)],
);

/** Signed-in browsers. `hash` is of the cookie. */
export const webSessions = pgTable(
  "web_sessions",
  {
    hash: text().primaryKey(),
    person: text().$type<UserRef>().notNull(),
    startedAt: instant("started_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    /** Each request moves it forward, up to `endsAt`. */
    expiresAt: instant("expires_at").notNull(),
    /** The session ends then, however active it is. */
    endsAt: instant("ends_at").notNull(),
  },
  (row) => [index("web_sessions_of_person").on(row.person), index("web_sessions_expired").on(row.expiresAt)],
);

/** The audit log of access. It holds no token and no text of a person. */
export const accessLog = pgTable(
  "access_log",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    at: instant().notNull(),
    what: text().$type<AccessChange>().notNull(),
    /** Null if the attempt did not say who it was. */
    person: text().$type<UserRef>(),
    /** The member of the staff or the contact who gave or withdrew the access; null if the person acted. */
    by: text().$type<UserRef>(),
    /** The account whose contact the person is; null for staff. */
    account: text(),
    /** The network address of the browser; null if it is unknown. */
    address: text(),
    /** The version of the desk that was saved or exported; null for all others. */
    deskVersion: integer("desk_version"),
  },
  (row) => [
    check(
      "access_log_what",
      sql`${row.what} in ('linkMade', 'signedIn', 'linkRefused', 'identityRefused', 'signedOut', 'signedOutEverywhere', 'invited', 'remembered', 'withdrawn', 'managesGiven', 'managesTaken', 'seesAllGiven', 'seesAllTaken', 'leftDesk', 'deskSaved', 'deskRestored', 'deskImported', 'deskExported')`,
    ),
    index("access_log_at").on(row.at),
  ],
);

/**
 * Contacts whom the staff or another contact added to an account, beside those of the desk file. A row is never deleted: inviting the person
 * again gives the same identity back, with their tickets.
 */
export const contacts = pgTable(
  "contacts",
  {
    /** Their identity in the client area, `web:…`. */
    user: text().$type<UserRef>().primaryKey(),
    account: text().notNull(),
    /** How Plazo reaches them: `email:carla@acme.tv`, or an identity in chat. */
    knownAs: text("known_as").$type<UserRef>().notNull(),
    name: text().notNull(),
    /** `invited`: they may sign in to the client area. `remembered`: they belong to the account in chat only. */
    how: text().$type<"invited" | "remembered">().notNull(),
    addedBy: text("added_by").$type<UserRef>().notNull(),
    addedAt: instant("added_at").notNull(),
    withdrawnAt: instant("withdrawn_at"),
    lastSeenAt: instant("last_seen_at"),
    /** They may let other people of their account into the client area, and withdraw the access of others. */
    managesAccess: boolean("manages_access").notNull().default(false),
    /** They see all tickets of the account; else only those that they asked for. */
    seesAll: boolean("sees_all").notNull().default(true),
    /** Rises with each change of any contact, so that every process knows when to read them again. */
    revision: bigint({ mode: "number" }).notNull(),
  },
  (row) => [
    check("contacts_how", sql`${row.how} in ('invited', 'remembered')`),
    uniqueIndex("contacts_known_as").on(row.account, row.knownAs),
    index("contacts_by_address").on(row.knownAs),
    index("contacts_revision").on(row.revision),
  ],
);

/** Who of the staff looks at a ticket on the web desk. Rows that are not written again expire after some seconds. */
export const webPresence = pgTable(
  "web_presence",
  {
    ticket: integer()
      .notNull()
      .references(() => tickets.number),
    /** A key of the desk's people. */
    person: text().notNull(),
    seenAt: instant("seen_at").notNull(),
    /** When they last typed; null if they did not. */
    typedAt: instant("typed_at"),
  },
  (row) => [primaryKey({ columns: [row.ticket, row.person] }), index("web_presence_by_time").on(row.seenAt)],
);
