import { contactsKnownAs } from "../../db/access/contact-store.ts";
import type { Database } from "../../db/connection/handle.ts";
import { isSenderMuted } from "../../db/mail/mail-sender-store.ts";
import type { Desk } from "../../desk/desk.ts";
import type { KnownSender, MailContact } from "../../mail/becomes.ts";
import { foldedAddress } from "../../text/mail-address.ts";

/** The contacts with this address who may use the client area, which is where their words are kept: one for each account. */
export const contactsWithAddress = async (
  db: Database,
  address: string,
  { accounts }: Pick<Desk, "accounts">,
): Promise<readonly MailContact[]> =>
  (await contactsKnownAs(db, `email:${address}`)).flatMap(({ user, account, name, how }) => {
    const isThere = Object.hasOwn(accounts, account) && accounts[account]?.contacts.includes(user) === true;
    return how === "invited" && isThere ? [{ user, account, name }] : [];
  });

/** Whether the address is that of a member of the staff. */
export const isAddressOfStaff = (address: string, { people }: Pick<Desk, "people">): boolean =>
  Object.values(people).some(({ email }) => email !== null && foldedAddress(email) === address);

/** What the desk knows of the author of a mail. `address`: in lower case; null if the mail has no single author. */
export const senderOf = async (db: Database, address: string | null, desk: Desk): Promise<KnownSender> => {
  if (address === null) return { is: "nobody" };
  if (isAddressOfStaff(address, desk)) return { is: "staff" };
  const contacts = await contactsWithAddress(db, address, desk);
  return { is: "person", contacts, isMuted: contacts.length === 0 && (await isSenderMuted(db, address)) };
};
