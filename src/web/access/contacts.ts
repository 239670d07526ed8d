import { readContact } from "../../db/access/contact-store.ts";
import type { Database } from "../../db/connection/handle.ts";
import type { Account, Desk } from "../../desk/desk.ts";
import type { AddedContact } from "../../tickets/contact.ts";
import type { UserRef } from "../../tickets/refs.ts";

/** A contact who may use the client area, and their account. */
export interface ContactWithAccess {
  readonly contact: AddedContact;
  readonly account: Account;
}

/** The contact with this identity in the client area; null if they have no access now. */
export const contactWithAccess = async (db: Database, user: UserRef, desk: Desk): Promise<ContactWithAccess | null> => {
  const contact = await readContact(db, user);
  // Who is only remembered belongs to the account in chat, and was given no link.
  if (contact === null || contact.withdrawnAt !== null || contact.how !== "invited") return null;
  const account = Object.hasOwn(desk.accounts, contact.account) ? desk.accounts[contact.account] : undefined;
  // The desk file may have moved them: then their account does not name this identity any more.
  return account?.contacts.includes(user) === true ? { contact, account } : null;
};
