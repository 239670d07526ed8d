import type { Desk } from "../desk/desk.ts";
import type { Instant } from "../sla/instant.ts";
import { platformOf, type UserRef } from "./refs.ts";

/** The platform of the client area. */
export const areaPlatform = "web";

/** A contact whom the staff or another contact added to an account, beside those of the desk file. */
export interface AddedContact {
  /** Their identity in the client area. */
  readonly user: UserRef;
  /** A key of the desk's accounts. */
  readonly account: string;
  /** How Plazo reaches them: `email:carla@acme.tv`, or an identity in chat. */
  readonly knownAs: UserRef;
  readonly name: string;
  /** `invited`: they may sign in to the client area. `remembered`: they belong to the account in chat only. */
  readonly how: "invited" | "remembered";
  readonly addedBy: UserRef;
  readonly addedAt: Instant;
  readonly withdrawnAt: Instant | null;
  readonly lastSeenAt: Instant | null;
  /** They may let other people of their account into the client area, and withdraw their access. */
  readonly managesAccess: boolean;
  /** In the client area they see all tickets of the account; else only those that they asked for. */
  readonly seesAll: boolean;
}

/** The identities under which a contact acts. Mail only reaches them. */
const identitiesOf = ({ user, knownAs }: AddedContact): readonly UserRef[] =>
  platformOf(knownAs) === "email" ? [user] : [user, knownAs];

const contactsOf = (desk: Desk | null, account: string): readonly UserRef[] =>
  desk !== null && Object.hasOwn(desk.accounts, account) ? (desk.accounts[account]?.contacts ?? []) : [];

/** Everybody whom the desk file names: the staff, and the contacts of all accounts. */
const namedBy = (desk: Desk): ReadonlySet<UserRef> =>
  new Set([
    ...Object.values(desk.people).flatMap(({ identities }) => identities),
    ...Object.values(desk.accounts).flatMap((account) => account.contacts),
  ]);

/** Whether the desk file names the contact's identity in chat as a person of the staff or of another account. */
const isElsewhere = ({ account, knownAs }: AddedContact, desk: Desk, named: ReadonlySet<UserRef>): boolean =>
  named.has(knownAs) && !contactsOf(desk, account).includes(knownAs);

/** Staff who leave may have invited themselves: access that they gave within this time (ms) before ends with theirs. */
const recentMs = 7 * 24 * 60 * 60 * 1_000;

/** The identities of people of the staff whom the desk `now` has no more. */
const leaversOf = (before: Desk | null, now: Desk): ReadonlySet<UserRef> => {
  const staying = new Set(Object.values(now.people).flatMap(({ identities }) => identities));
  const gone = Object.entries(before?.people ?? {}).filter(([key]) => !Object.hasOwn(now.people, key));
  return new Set(gone.flatMap(([, { identities }]) => identities).filter((each) => !staying.has(each)));
};

/**
 * Says which added contacts lose their access for good when the desk `now` replaces `before` (null: it is the first) at a
 * time: those whose account is removed, those whom the file no longer names as a contact of their account, and those whom
 * it names elsewhere. Contacts whom a leaving member of the staff invited lose it too, if that was in the last days or if
 * they never signed in. A later file that names the account or the person again does not give the access back.
 */
export const losesAccess = (before: Desk | null, now: Desk): ((contact: AddedContact, at: Instant) => boolean) => {
  const named = namedBy(now);
  const leavers = leaversOf(before, now);
  return (contact, at) => {
    const { account, knownAs, how, addedBy, addedAt, lastSeenAt } = contact;
    const isDropped = contactsOf(before, account).includes(knownAs) && !contactsOf(now, account).includes(knownAs);
    const isOfLeaver = how === "invited" && leavers.has(addedBy) && (lastSeenAt === null || at - addedAt < recentMs);
    return !Object.hasOwn(now.accounts, account) || isDropped || isElsewhere(contact, now, named) || isOfLeaver;
  };
};

/**
 * The desk with the contacts whom the staff added. An identity that the desk file names stays what it is there, and a
 * contact whom it names elsewhere has left the account. Contacts who left, or whose access was withdrawn, are like those
 * whom a newer desk file does not name: they lose the account's tickets.
 */
export const withContacts = (desk: Desk, contacts: readonly AddedContact[]): Desk => {
  if (contacts.length === 0) return desk;
  const named = namedBy(desk);
  const taken = new Set(named);
  const hasLeft = (contact: AddedContact): boolean => contact.withdrawnAt !== null || isElsewhere(contact, desk, named);
  const added = new Map<string, UserRef[]>();
  const managers = new Map<string, UserRef[]>();
  const limited = new Map<string, readonly UserRef[]>();
  for (const contact of contacts) {
    if (hasLeft(contact) || !Object.hasOwn(desk.accounts, contact.account)) continue;
    const free = identitiesOf(contact).filter((each) => !taken.has(each));
    for (const each of free) taken.add(each);
    added.set(contact.account, [...(added.get(contact.account) ?? []), ...free]);
    if (!contact.seesAll) limited.set(contact.account, [...(limited.get(contact.account) ?? []), ...free]);
    // They manage access on the pages only.
    if (contact.managesAccess && free.includes(contact.user))
      managers.set(contact.account, [...(managers.get(contact.account) ?? []), contact.user]);
  }
  const left: Record<UserRef, readonly string[]> = { ...desk.former.contacts };
  for (const contact of contacts.filter(hasLeft))
    for (const each of identitiesOf(contact).filter((identity) => !taken.has(identity)))
      left[each] = [...new Set([...(left[each] ?? []), contact.account])];
  return {
    ...desk,
    accounts: Object.fromEntries(
      Object.entries(desk.accounts).map(([key, account]) => [
        key,
        added.has(key)
          ? {
              ...account,
              contacts: [...account.contacts, ...(added.get(key) ?? [])],
              accessManagers: managers.get(key) ?? [],
              ownTicketsOnly: [...account.ownTicketsOnly, ...(limited.get(key) ?? [])],
            }
          : account,
      ]),
    ),
    former: { ...desk.former, contacts: left },
  };
};
