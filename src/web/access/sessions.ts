import type { Instant } from "../../sla/instant.ts";
import { areaPlatform } from "../../tickets/contact.ts";
import { platformOf, type UserRef } from "../../tickets/refs.ts";
import {
  endSession,
  endSessionsOf,
  openSession,
  prolongSession,
  readSession,
  readSignInLink,
  storeLinkUnlessRecent,
  storeSignInLink,
  type OpenLink,
  type WebSession,
} from "../../db/access/access-store.ts";
import { openIdentifiedSession } from "../../db/access/oidc-store.ts";
import { contactSeen } from "../../db/access/contact-store.ts";
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

/** A person who is not signed in gets at most one link by mail in this time (ms), however often the form is sent. */
export const mailEveryMs = 60_000;

/**
 * The same for a person who is not signed in. Their older links go on working. Null if the person got a link after `since`, or
 * too many lately.
 */
export const makeLinkUnlessRecent = async (
  db: Database,
  person: UserRef,
  { at, since }: { readonly at: Instant; readonly since: Instant },
): Promise<string | null> => {
  const token = newToken();
  const link = { hash: hashOf(token), person, madeAt: at, expiresAt: at + linkLivesMs };
  return (await storeLinkUnlessRecent(db, link, since)) ? `/sign-in/${token}` : null;
};

/** How long (ms) an invitation works. */
const invitationLivesMs = 7 * 24 * 3_600_000;

/** Makes an invitation: a link that signs a contact in once. Returns its path, and until when it works. */
export const makeInvitation = async (
  db: Database,
  contact: UserRef,
  { invitedBy, at }: { readonly invitedBy: UserRef; readonly at: Instant },
): Promise<{ readonly path: string; readonly until: Instant }> => {
  const token = newToken();
  const until = at + invitationLivesMs;
  await storeSignInLink(db, { hash: hashOf(token), person: contact, madeAt: at, expiresAt: until, invitedBy });
  return { path: `/sign-in/${token}`, until };
};

/** A link that does not work names no person. Opening a session with it fails, and is recorded. */
const unknown: UserRef = "unknown:";

/** How long (ms) the session of a person lives without a request, and in all. */
const livesFor = (person: UserRef): { readonly idleMs: number; readonly longestMs: number } => {
  const day = 24 * 3_600_000;
  return platformOf(person) === areaPlatform
    ? { idleMs: 30 * day, longestMs: 30 * day }
    : { idleMs: day / 2, longestMs: 14 * day };
};

/** A session is written again at most this often (ms), so that most requests only read. */
const writtenEveryMs = 60_000;

/** Signs people in and out, and recognises their browsers. */
export interface Sessions {
  /** What a link is for; null if it does not work. Reading does not use the link up. */
  linkFor(link: string): Promise<OpenLink | null>;
  /** Uses a link up. Returns the value of the cookie; null if the link does not work. */
  signIn(link: string, address: string | null): Promise<{ readonly cookie: string; readonly person: UserRef } | null>;
  /** Opens a session for a person whom the identity provider named. Returns the value of the cookie. */
  signInIdentified(person: UserRef, address: string | null): Promise<string>;
  /** The session of a cookie; null if there is none any more. Prolongs it. */
  of(cookie: string): Promise<WebSession | null>;
  /** Whether the session of a cookie is open, without prolonging it: an open page alone keeps no session alive. */
  isOpen(cookie: string): Promise<boolean>;
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
    const { person, endsAt } = session;
    const prolonged = { lastSeenAt: at, expiresAt: Math.min(at + livesFor(person).idleMs, endsAt) };
    await prolongSession(db, hash, prolonged);
    if (platformOf(person) === areaPlatform) await contactSeen(db, person, at);
    return { ...session, ...prolonged };
  };
  return {
    of,
    isOpen: async (cookie) => (await readSession(db, hashOf(cookie), now())) !== null,
    linkFor: (link) => readSignInLink(db, hashOf(link), now()),
    signIn: async (link, address) => {
      const at = now();
      const cookie = newToken();
      const person = (await readSignInLink(db, hashOf(link), at))?.person ?? null;
      const { idleMs, longestMs } = livesFor(person ?? unknown);
      const session = { hash: hashOf(cookie), at, expiresAt: at + idleMs, endsAt: at + longestMs, address };
      if ((await openSession(db, hashOf(link), session)) === null || person === null) return null;
      if (platformOf(person) === areaPlatform) await contactSeen(db, person, at);
      return { cookie, person };
    },
    signInIdentified: async (person, address) => {
      const at = now();
      const cookie = newToken();
      const { idleMs, longestMs } = livesFor(person);
      const times = { at, expiresAt: at + idleMs, endsAt: at + longestMs };
      await openIdentifiedSession(db, { hash: hashOf(cookie), person, address, ...times });
      return cookie;
    },
    signOut: async (cookie, address) => {
      const session = await of(cookie);
      if (session !== null) await endSession(db, hashOf(cookie), { person: session.person, at: now(), address });
    },
    signOutEverywhere: (person, address) => endSessionsOf(db, person, { at: now(), address }),
  };
};
