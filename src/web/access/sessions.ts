import type { Instant } from "../../sla/instant.ts";
import type { UserRef } from "../../tickets/refs.ts";
import {
  endSession,
  endSessionsOf,
  openSession,
  prolongSession,
  readSession,
  readSignInLink,
  storeSignInLink,
  type WebSession,
} from "../../db/access-store.ts";
import type { Database } from "../../db/connection/handle.ts";
import { hashOf, newToken } from "./tokens.ts";

/** How long (ms) a link works. */
export const linkLivesMs = 10 * 60_000;

/** Makes a link that signs this person in once. Returns its path. Their older links stop working. */
export const makeSignInLink = async (db: Database, person: UserRef, at: Instant): Promise<string> => {
  const token = newToken();
  await storeSignInLink(db, { hash: hashOf(token), person, madeAt: at, expiresAt: at + linkLivesMs });
  return `/sign-in/${token}`;
};

/** How long (ms) the session of a member of staff lives without a request, and in all. */
const idleMs = 12 * 3_600_000;
const longestMs = 14 * 24 * 3_600_000;
/** A session is written again at most this often (ms), so that most requests only read. */
const writtenEveryMs = 60_000;

/** Signs people in and out, and recognises their browsers. */
export interface Sessions {
  /** The person whom a link signs in; null if it does not work. Reading does not use the link up. */
  linkFor(link: string): Promise<UserRef | null>;
  /** Uses a link up. Returns the value of the cookie; null if the link does not work. */
  signIn(link: string, address: string | null): Promise<{ readonly cookie: string; readonly person: UserRef } | null>;
  /** The session of a cookie; null if there is none any more. Prolongs it. */
  of(cookie: string): Promise<WebSession | null>;
  signOut(cookie: string, address: string | null): Promise<void>;
  signOutEverywhere(person: UserRef, address: string | null): Promise<void>;
}

/** Sessions in the database, so that every process knows them and a withdrawal counts at once. */
export const createSessions = (db: Database, now: () => Instant): Sessions => {
  const of: Sessions["of"] = async (cookie) => {
    const at = now();
    const hash = hashOf(cookie);
    const session = await readSession(db, hash, at);
    if (session === null || at - session.lastSeenAt < writtenEveryMs) return session;
    const prolonged = { lastSeenAt: at, expiresAt: Math.min(at + idleMs, session.endsAt) };
    await prolongSession(db, hash, prolonged);
    return { ...session, ...prolonged };
  };
  return {
    of,
    linkFor: (link) => readSignInLink(db, hashOf(link), now()),
    signIn: async (link, address) => {
      const at = now();
      const cookie = newToken();
      const session = { hash: hashOf(cookie), at, expiresAt: at + idleMs, endsAt: at + longestMs, address };
      const person = await openSession(db, hashOf(link), session);
      return person === null ? null : { cookie, person };
    },
    signOut: async (cookie, address) => {
      const session = await of(cookie);
      if (session !== null) await endSession(db, hashOf(cookie), { person: session.person, at: now(), address });
    },
    signOutEverywhere: (person, address) => endSessionsOf(db, person, { at: now(), address }),
  };
};
