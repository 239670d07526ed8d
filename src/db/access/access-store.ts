import type { Instant } from "../../sla/instant.ts";
import type { UserRef } from "../../tickets/refs.ts";
import { lockNamed } from "../connection/advisory-locks.ts";
import type { Database } from "../connection/handle.ts";
import { accessLog, contacts, signInLinks, webSessions, type AccessChange } from "../schema/access-schema.ts";
import { alias, and, desc, eq, gt, inArray, isNull, lt, lte } from "../schema/orm.ts";

/** A signed-in browser. */
export interface WebSession {
  readonly person: UserRef;
  readonly startedAt: Instant;
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
  readonly endsAt: Instant;
}

/** A line of the audit log of access. */
export interface AccessLogLine {
  readonly at: Instant;
  readonly what: AccessChange;
  readonly person: UserRef | null;
  /** The name of a contact whom the staff added; null for all others. */
  readonly name: string | null;
  /** The member of the staff or the contact who gave or withdrew the access; null if the person acted. */
  readonly by: UserRef | null;
  /** The name of such a contact; null for all others. */
  readonly byName: string | null;
  readonly account: string | null;
  readonly address: string | null;
  /** The version of the desk that was saved or exported; null for all others. */
  readonly deskVersion: number | null;
}

/** A link that works. */
export interface OpenLink {
  readonly person: UserRef;
  /** The person whose invitation it is; null for a link that only signs in. */
  readonly invitedBy: UserRef | null;
  readonly madeAt: Instant;
}

interface NewLink {
  readonly hash: string;
  readonly person: UserRef;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  readonly invitedBy?: UserRef;
}

const insertLink = async (tx: Database, link: NewLink): Promise<void> => {
  await tx.insert(signInLinks).values({ ...link, endedAt: null });
  await tx.insert(accessLog).values({ at: link.madeAt, what: "linkMade", person: link.person, address: null });
};

/** Ends the links of a person that were not used. */
const endLinks = async (tx: Database, person: UserRef, at: Instant): Promise<void> => {
  await tx
    .update(signInLinks)
    .set({ endedAt: at })
    .where(and(eq(signInLinks.person, person), isNull(signInLinks.endedAt)));
};

/** Stores a new link of a person. Their older links stop working. */
export const storeSignInLink = async (db: Database, link: NewLink): Promise<void> =>
  db.transaction(async (tx) => {
    await endLinks(tx, link.person, link.madeAt);
    await insertLink(tx, link);
  });

/** A person gets at most so many links in an hour that were asked for without signing in. */
const linksInHour = 5;
const hourMs = 3_600_000;

const linksMadeSince = async (db: Database, person: UserRef, since: Instant): Promise<number> => {
  const isAsked = and(isNull(signInLinks.invitedBy), gt(signInLinks.madeAt, since));
  return db.$count(signInLinks, and(eq(signInLinks.person, person), isAsked));
};

/**
 * Stores a link that was asked for without signing in, unless one was made after `since` or too many within an hour. Anyone
 * who knows an address can ask, so the person's other links and their invitation go on working. Of simultaneous requests
 * one stores its link. Returns whether it did.
 */
export const storeLinkUnlessRecent = async (db: Database, link: NewLink, since: Instant): Promise<boolean> =>
  db.transaction(async (tx) => {
    await lockNamed(tx, "signIn", link.person);
    const last = await lastLinkMadeAt(tx, link.person);
    if (last !== null && last > since) return false;
    if ((await linksMadeSince(tx, link.person, link.madeAt - hourMs)) >= linksInHour) return false;
    await insertLink(tx, link);
    return true;
  });

/** A link, if it still works. Reading uses nothing up. */
export const readSignInLink = async (db: Database, hash: string, at: Instant): Promise<OpenLink | null> => {
  const [row] = await db
    .select({ person: signInLinks.person, invitedBy: signInLinks.invitedBy, madeAt: signInLinks.madeAt })
    .from(signInLinks)
    .where(and(eq(signInLinks.hash, hash), isNull(signInLinks.endedAt), gt(signInLinks.expiresAt, at)));
  return row ?? null;
};

/** When the newest link of a person was made; null if none is stored. */
export const lastLinkMadeAt = async (db: Database, person: UserRef): Promise<Instant | null> => {
  const [row] = await db
    .select({ at: signInLinks.madeAt })
    .from(signInLinks)
    .where(eq(signInLinks.person, person))
    .orderBy(desc(signInLinks.madeAt))
    .limit(1);
  return row?.at ?? null;
};

/**
 * Uses a link up and opens a session, in one transaction: of two simultaneous requests with one link, one gets a session.
 * The person's other links end, because they need none any more.
 * Returns the person, or null if the link does not work any more.
 */
export const openSession = async (
  db: Database,
  linkHash: string,
  session: {
    readonly hash: string;
    readonly at: Instant;
    readonly expiresAt: Instant;
    readonly endsAt: Instant;
    readonly address: string | null;
  },
): Promise<UserRef | null> =>
  db.transaction(async (tx) => {
    const { hash, at, expiresAt, endsAt, address } = session;
    const [used] = await tx
      .update(signInLinks)
      .set({ endedAt: at })
      .where(and(eq(signInLinks.hash, linkHash), isNull(signInLinks.endedAt), gt(signInLinks.expiresAt, at)))
      .returning({ person: signInLinks.person });
    const person = used?.person ?? null;
    await tx.insert(accessLog).values({ at, what: person === null ? "linkRefused" : "signedIn", person, address });
    if (person === null) return null;
    await endLinks(tx, person, at);
    await tx.insert(webSessions).values({ hash, person, startedAt: at, lastSeenAt: at, expiresAt, endsAt });
    return person;
  });

/** The session of a cookie's hash; null if there is none or it has expired. */
export const readSession = async (db: Database, hash: string, at: Instant): Promise<WebSession | null> => {
  const [row] = await db
    .select()
    .from(webSessions)
    .where(and(eq(webSessions.hash, hash), gt(webSessions.expiresAt, at), gt(webSessions.endsAt, at)));
  return row ?? null;
};

/** Records that a session was used, and until when it lives if it is not used again. */
export const prolongSession = async (
  db: Database,
  hash: string,
  { lastSeenAt, expiresAt }: Pick<WebSession, "lastSeenAt" | "expiresAt">,
): Promise<void> => {
  await db.update(webSessions).set({ lastSeenAt, expiresAt }).where(eq(webSessions.hash, hash));
};

/** Ends one session. */
export const endSession = async (
  db: Database,
  hash: string,
  { person, at, address }: { readonly person: UserRef; readonly at: Instant; readonly address: string | null },
): Promise<void> =>
  db.transaction(async (tx) => {
    await tx.delete(webSessions).where(eq(webSessions.hash, hash));
    await tx.insert(accessLog).values({ at, what: "signedOut", person, address });
  });

/** Ends every session of a person, and their links. */
export const endSessionsOf = async (
  db: Database,
  person: UserRef,
  { at, address }: { readonly at: Instant; readonly address: string | null },
): Promise<void> =>
  db.transaction(async (tx) => {
    await tx.delete(webSessions).where(eq(webSessions.person, person));
    await endLinks(tx, person, at);
    await tx.insert(accessLog).values({ at, what: "signedOutEverywhere", person, address });
  });

/**
 * Ends the sessions and links of identities that the desk no longer names as staff, and the links with which they invited
 * others, because they may know them. The audit log says whose access ended.
 */
export const endAccessOfFormerStaff = async (db: Database, people: readonly UserRef[], at: Instant): Promise<void> => {
  if (people.length === 0) return;
  const sessions = await db
    .delete(webSessions)
    .where(inArray(webSessions.person, people))
    .returning({ person: webSessions.person });
  const links = await db
    .update(signInLinks)
    .set({ endedAt: at })
    .where(and(inArray(signInLinks.person, people), isNull(signInLinks.endedAt)))
    .returning({ person: signInLinks.person });
  await db
    .update(signInLinks)
    .set({ endedAt: at })
    .where(and(inArray(signInLinks.invitedBy, people), isNull(signInLinks.endedAt)));
  for (const person of new Set([...sessions, ...links].map((each) => each.person)))
    await db.insert(accessLog).values({ at, what: "leftDesk", person, address: null });
};

/** The contacts again, for who gave or withdrew an access. */
const givers = alias(contacts, "givers");

/** The newest lines of the audit log. */
export const readAccessLog = async (db: Database, most: number): Promise<readonly AccessLogLine[]> =>
  db
    .select({
      at: accessLog.at,
      what: accessLog.what,
      person: accessLog.person,
      name: contacts.name,
      by: accessLog.by,
      byName: givers.name,
      account: accessLog.account,
      address: accessLog.address,
      deskVersion: accessLog.deskVersion,
    })
    .from(accessLog)
    .leftJoin(contacts, eq(contacts.user, accessLog.person))
    .leftJoin(givers, eq(givers.user, accessLog.by))
    .orderBy(desc(accessLog.at), desc(accessLog.id))
    .limit(most);

/** Records what a member of the staff did with the desk as a whole. */
export const logDeskChange = async (
  db: Database,
  line: {
    readonly at: Instant;
    readonly what: AccessChange;
    readonly person: UserRef;
    readonly address: string | null;
    readonly deskVersion: number;
  },
): Promise<void> => {
  await db.insert(accessLog).values(line);
};

/** Deletes lines of the audit log from before `at`. */
export const forgetAccessLogBefore = async (db: Database, at: Instant): Promise<void> => {
  await db.delete(accessLog).where(lt(accessLog.at, at));
};

/** Deletes links and sessions that expired before `at`. The audit log stays. */
export const forgetAccessBefore = async (db: Database, at: Instant): Promise<void> => {
  await db.delete(signInLinks).where(lt(signInLinks.expiresAt, at));
  await db.delete(webSessions).where(lte(webSessions.expiresAt, at));
};
