import type { Desk } from "../desk/desk.ts";
import { staffChange } from "./staff-change.ts";
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

/** A person whom a customer copied in a mail. */
export interface CopiedPerson {
  /** Their address, folded for comparing. */
  readonly address: string;
  /** As the mail names them; empty if it does not. */
  readonly name: string;
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

/** A person who leaves may have invited themselves: access that they gave within this time (ms) before ends with theirs. */
const recentMs = 7 * 24 * 60 * 60 * 1_000;

/**
 * A contact who keeps their access although the person who added them leaves, or has another account on their platform now.
 * `inviter`: the name of that person.
 */
export interface KeptContact {
  readonly contact: AddedContact;
  readonly inviter: string;
}

/** What a change of the desk means for the added contacts who have access. */
export interface LeavingContacts {
  readonly withdrawn: readonly AddedContact[];
  readonly kept: readonly KeptContact[];
}

/** Sorts all added contacts, also those whose access was withdrawn, at a time. */
export type SortsContacts = (contacts: readonly AddedContact[], at: Instant) => LeavingContacts;

/**
 * Says which added contacts lose their access for good when the desk `now` replaces `before` (null: it is the first): those
 * whose account is removed, those whom the file no longer names as a contact of their account, and those whom it names
 * elsewhere. Contacts whom a person added who leaves lose it too, if that was in the last days or if they were invited and
 * never signed in. That person may be a member of the staff or a contact who loses access. A later file that names the account
 * or the person again does not give the access back. `formerStaff`: identities that earlier desks named as staff. Plazo does not
 * know whose they were, so they count for each member of the staff who leaves or gets another name: that may be the second
 * half of a hand-over, whose first half gave the entry another identity.
 */
export const sortsContacts = (before: Desk | null, now: Desk, formerStaff: readonly UserRef[] = []): SortsContacts => {
  const named = namedBy(now);
  const { leavers, changed, renamed } = staffChange(before?.people ?? {}, now.people);
  const staying = new Set(Object.values(now.people).flatMap(({ identities }) => identities));
  const former = leavers.size === 0 && !renamed ? [] : formerStaff;
  const leaves = ({ account, knownAs, ...rest }: AddedContact): boolean =>
    !Object.hasOwn(now.accounts, account) ||
    (contactsOf(before, account).includes(knownAs) && !contactsOf(now, account).includes(knownAs)) ||
    isElsewhere({ account, knownAs, ...rest }, now, named);
  return (contacts, at) => {
    const gone = new Set([...leavers.keys(), ...former].filter((each) => !staying.has(each)));
    const isRecent = ({ how, addedAt, lastSeenAt }: AddedContact): boolean =>
      at - addedAt < recentMs || (how === "invited" && lastSeenAt === null);
    const withdrawing = new Set<AddedContact>();
    // A contact who loses access may have invited others, so each one found is followed.
    for (let found = -1; found < withdrawing.size;) {
      found = withdrawing.size;
      for (const each of contacts) {
        const isNew = !withdrawing.has(each) && (each.withdrawnAt === null || gone.has(each.addedBy));
        if (!isNew || !(leaves(each) || (gone.has(each.addedBy) && isRecent(each)))) continue;
        withdrawing.add(each);
        gone.add(each.user);
      }
    }
    const names = new Map([...changed, ...leavers, ...[...withdrawing].map(({ user, name }) => [user, name] as const)]);
    return {
      withdrawn: contacts.filter((each) => each.withdrawnAt === null && withdrawing.has(each)),
      kept: contacts.flatMap((contact) => {
        const inviter = names.get(contact.addedBy);
        return inviter === undefined || contact.withdrawnAt !== null || withdrawing.has(contact)
          ? []
          : [{ contact, inviter }];
      }),
    };
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
  const same = new Map<string, Record<UserRef, UserRef>>();
  for (const contact of contacts) {
    if (hasLeft(contact) || !Object.hasOwn(desk.accounts, contact.account)) continue;
    const free = identitiesOf(contact).filter((each) => !taken.has(each));
    for (const each of free) taken.add(each);
    added.set(contact.account, [...(added.get(contact.account) ?? []), ...free]);
    if (platformOf(contact.knownAs) !== "email") {
      const { user, knownAs } = contact;
      same.set(contact.account, { ...same.get(contact.account), [user]: knownAs, [knownAs]: user });
    }
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
              sameContact: { ...account.sameContact, ...same.get(key) },
            }
          : account,
      ]),
    ),
    former: { ...desk.former, contacts: left },
  };
};
