import type { UserRef } from "../../tickets/refs.ts";
import { bigserial, check, index, instant, pgTable, sql, text } from "./orm.ts";

/** What happened to the access of a person. */
export const accessChanges = ["linkMade", "signedIn", "linkRefused", "signedOut", "signedOutEverywhere"] as const;
export type AccessChange = (typeof accessChanges)[number];

/** One-time links to sign in. Only a hash is stored, so that a copy of the database opens no session. */
export const signInLinks = pgTable(
  "sign_in_links",
  {
    hash: text().primaryKey(),
    person: text().$type<UserRef>().notNull(),
    madeAt: instant("made_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    /** Null until it was used, or replaced by a newer link of the same person. */
    endedAt: instant("ended_at"),
  },
  (row) => [
    index("sign_in_links_of_person")
      .on(row.person)
      .where(sql`ended_at is null`),
    index("sign_in_links_expired").on(row.expiresAt),
  ],
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
    /** The network address of the browser; null if it is unknown. */
    address: text(),
  },
  (row) => [
    check(
      "access_log_what",
      sql`${row.what} in ('linkMade', 'signedIn', 'linkRefused', 'signedOut', 'signedOutEverywhere')`,
    ),
    index("access_log_at").on(row.at),
  ],
);
