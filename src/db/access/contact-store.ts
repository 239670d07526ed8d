import { randomBytes } from "node:crypto";
import type { Instant } from "../../sla/instant.ts";
import { areaPlatform, type AddedContact, type LeavingContacts, type SortsContacts } from "../../tickets/contact.ts";
import type { UserRef } from "../../tickets/refs.ts";
import type { Database, Tx } from "../connection/handle.ts";
import { accessLog, contacts, signInLinks, webSessions } from "../schema/access-schema.ts";
import { and, asc, count, eq, gt, isNull, max, ne, sql } from "../schema/orm.ts";

const columns = {
  user: contacts.user,
  account: contacts.account,
  knownAs: contacts.knownAs,
  name: contacts.name,
  how: contacts.how,
  addedBy: contacts.addedBy,
  addedAt: contacts.addedAt,
  withdrawnAt: contacts.withdrawnAt,
  lastSeenAt: contacts.lastSeenAt,
  managesAccess: contacts.managesAccess,
  seesAll: contacts.seesAll,
};

/** Every contact whom the staff added, also those whose access was withdrawn. The oldest come first. */
export const readContacts = async (db: Database): Promise<readonly AddedContact[]> =>
  db.select(columns).from(contacts).orderBy(asc(contacts.addedAt), asc(contacts.user));

/** The contacts of one account who have access, by name. */
export const contactsOfAccount = async (db: Database, account: string): Promise<readonly AddedContact[]> =>
  db
    .select(columns)
    .from(contacts)
    .where(and(eq(contacts.account, account), isNull(contacts.withdrawnAt)))
    .orderBy(asc(contacts.name), asc(contacts.user));

/** The contacts of one account, also those whose access was withdrawn, by name. */
export const everyContactOfAccount = async (db: Database, account: string): Promise<readonly AddedContact[]> =>
  db
    .select(columns)
    .from(contacts)
    .where(eq(contacts.account, account))
    .orderBy(asc(contacts.name), asc(contacts.user));

/** The contacts who have access and whom this person added, by name. */
export const contactsAddedBy = async (db: Database, user: UserRef): Promise<readonly AddedContact[]> =>
  db
    .select(columns)
    .from(contacts)
    .where(and(eq(contacts.addedBy, user), isNull(contacts.withdrawnAt)))
    .orderBy(asc(contacts.name), asc(contacts.user));

/** A contact by their identity in the client area, whether their access was withdrawn or not. */
export const readContact = async (db: Database, user: UserRef): Promise<AddedContact | null> => {
  const [row] = await db.select(columns).from(contacts).where(eq(contacts.user, user));
  return row ?? null;
};

/** The contacts with this address or identity in chat who have access: one for each of their accounts. */
export const contactsKnownAs = async (db: Database, knownAs: UserRef): Promise<readonly AddedContact[]> =>
  db
    .select(columns)
    .from(contacts)
    .where(and(eq(contacts.knownAs, knownAs), isNull(contacts.withdrawnAt)))
    .orderBy(asc(contacts.addedAt));

/** A new identity in the client area, which no one can guess and no desk file names. */
export const newContactIdentity = (): UserRef =>
  `${areaPlatform}:${randomBytes(9).toString("base64url").replaceAll("_", "-")}`;

/** Lets one transaction at a time change contacts, so that revisions become visible in their order. */
const lockContacts = async (tx: Database): Promise<number> => {
  await tx.execute(sql`lock table ${contacts} in exclusive mode`);
  const [row] = await tx.select({ revision: max(contacts.revision) }).from(contacts);
  return (row?.revision ?? 0) + 1;
};

/**
 * Runs work in a transaction during which no other one changes a contact or puts a desk in force, because both take this lock
 * before they commit. So the rights that the work reads hold until its changes are stored.
 */
export const holdingContacts = <T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction(async (tx) => {
    await lockContacts(tx);
    return work(tx);
  });

/**
 * Gives a person access for an account, and says in the audit log who did. A person who had access before gets the same
 * identity back. Returns the contact.
 */
export const addContact = async (
  db: Database,
  {
    user,
    account,
    knownAs,
    name,
    how,
    addedBy,
    addedAt,
    seesAll,
  }: Omit<AddedContact, "withdrawnAt" | "lastSeenAt" | "managesAccess">,
): Promise<AddedContact> =>
  db.transaction(async (tx) => {
    const revision = await lockContacts(tx);
    const isActive = sql`${contacts.withdrawnAt} is null`;
    // A contact who never signed in belongs to the person who invited them last, because that person may get the link.
    const keepsInviter = sql`${isActive} and (${contacts.lastSeenAt} is not null or excluded.how = 'remembered')`;
    const [row] = await tx
      .insert(contacts)
      .values({ user, account, knownAs, name, how, addedBy, addedAt, seesAll, revision })
      .onConflictDoUpdate({
        target: [contacts.account, contacts.knownAs],
        set: {
          name,
          revision,
          // Remembering a person who was invited takes nothing from them.
          how: sql`case when ${isActive} and ${contacts.how} = 'invited' then 'invited' else ${how} end`,
          addedBy: sql`case when ${keepsInviter} then ${contacts.addedBy} else ${addedBy} end`,
          addedAt: sql`case when ${keepsInviter} then ${contacts.addedAt} else excluded.added_at end`,
          // Inviting a person again, for instance because a link was lost, changes no right.
          seesAll: sql`case when ${isActive} then ${contacts.seesAll} else excluded.sees_all end`,
          withdrawnAt: null,
          // A person who is invited again after their access was withdrawn has not signed in with the new one.
          lastSeenAt: sql`case when ${isActive} then ${contacts.lastSeenAt} end`,
        },
      })
      .returning(columns);
    if (row === undefined) throw new Error("a contact was not stored");
    await tx
      .insert(accessLog)
      .values({ at: addedAt, what: how, person: row.user, by: addedBy, account, address: null });
    return row;
  });

/**
 * Withdraws a contact's access: their sessions and links end in the same transaction. `staysInChat`: they lose
 * the client area only, and stay a contact of the account in chat. Returns the contact; null if they had no access.
 */
export const withdrawContact = async (
  db: Database,
  user: UserRef,
  { by, at, staysInChat }: { readonly by: UserRef; readonly at: Instant; readonly staysInChat: boolean },
): Promise<AddedContact | null> =>
  db.transaction(async (tx) => {
    const revision = await lockContacts(tx);
    return endAccess(tx, user, { what: "withdrawn", by, at, revision, staysInChat });
  });

/**
 * Withdraws the access of all contacts who lose it with a new desk file, for good: a later file does not give it back.
 * Returns them, and those who keep theirs although the person who added them leaves.
 */
export const withdrawContacts = async (db: Database, sorts: SortsContacts, at: Instant): Promise<LeavingContacts> =>
  db.transaction(async (tx) => {
    const revision = await lockContacts(tx);
    const { withdrawn, kept } = sorts(await readContacts(tx), at);
    const ended: AddedContact[] = [];
    for (const { user } of withdrawn) {
      const contact = await endAccess(tx, user, { what: "leftDesk", by: null, at, revision, staysInChat: false });
      if (contact !== null) ended.push(contact);
    }
    return { withdrawn: ended, kept };
  });

/** Ends the access of a contact, with their sessions and links. Null if they had none. */
const endAccess = async (
  tx: Database,
  user: UserRef,
  {
    what,
    by,
    at,
    revision,
    staysInChat,
  }: {
    readonly what: "withdrawn" | "leftDesk";
    readonly by: UserRef | null;
    readonly at: Instant;
    readonly revision: number;
    readonly staysInChat: boolean;
  },
): Promise<AddedContact | null> => {
  const [row] = await tx
    .update(contacts)
    .set({ ...(staysInChat ? { how: "remembered" } : { withdrawnAt: at }), managesAccess: false, revision })
    .where(and(eq(contacts.user, user), isNull(contacts.withdrawnAt)))
    .returning(columns);
  if (row === undefined) return null;
  await tx.delete(webSessions).where(eq(webSessions.person, user));
  await tx
    .update(signInLinks)
    .set({ endedAt: at })
    .where(and(eq(signInLinks.person, user), isNull(signInLinks.endedAt)));
  await tx.insert(accessLog).values({ at, what, person: user, by, account: row.account, address: null });
  return row;
};

/** The rights of single contacts, with what the audit log says when one is given or taken. */
const rightChanges = {
  managesAccess: { given: "managesGiven", taken: "managesTaken" },
  seesAll: { given: "seesAllGiven", taken: "seesAllTaken" },
} as const;

/** A right of a single contact: to manage access, or to see all tickets of the account. */
export type ContactRight = keyof typeof rightChanges;

/**
 * Gives a contact a right, or takes it. Only a contact who may sign in gets one. Returns the contact as they are now; null if
 * nothing changed.
 */
export const setContactRight = async (
  db: Database,
  user: UserRef,
  {
    right,
    given,
    by,
    at,
  }: { readonly right: ContactRight; readonly given: boolean; readonly by: UserRef; readonly at: Instant },
): Promise<AddedContact | null> =>
  db.transaction(async (tx) => {
    const revision = await lockContacts(tx);
    const isActive = and(isNull(contacts.withdrawnAt), eq(contacts.how, "invited"));
    const [row] = await tx
      .update(contacts)
      .set({ [right]: given, revision })
      .where(and(eq(contacts.user, user), isActive, ne(contacts[right], given)))
      .returning(columns);
    if (row === undefined) return null;
    const what = rightChanges[right][given ? "given" : "taken"];
    await tx.insert(accessLog).values({ at, what, person: user, by, account: row.account, address: null });
    return row;
  });

/** How many people were invited for an account by its own contacts after `since`. */
export const invitedByContactsSince = async (db: Database, account: string, since: Instant): Promise<number> => {
  const byContact = sql`${accessLog.by} like ${`${areaPlatform}:%`}`;
  const [row] = await db
    .select({ invited: count() })
    .from(accessLog)
    .where(and(gt(accessLog.at, since), eq(accessLog.what, "invited"), eq(accessLog.account, account), byContact));
  return row?.invited ?? 0;
};

/** Records that a contact was seen in the client area. */
export const contactSeen = async (db: Database, user: UserRef, at: Instant): Promise<void> => {
  await db.update(contacts).set({ lastSeenAt: at }).where(eq(contacts.user, user));
};
