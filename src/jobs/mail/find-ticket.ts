import { everyContactOfAccount } from "../../db/access/contact-store.ts";
import type { Database } from "../../db/connection/handle.ts";
import { readTicket } from "../../db/ticket-store.ts";
import { listTickets } from "../../db/ticket-lists.ts";
import type { Desk } from "../../desk/desk.ts";
import type { KnownSender, MailContact, NamedTicket } from "../../mail/becomes.ts";
import { isMessageOf, readMessageId } from "../../mail/message-id.ts";
import type { ReadMail } from "../../mail/reading/read-mail.ts";
import { ticketsNamedIn } from "../../mail/subject.ts";
import { tagInAddress } from "../../mail/ticket-address.ts";
import { isTagOf, type MailKey, type TagOwner } from "../../mail/ticket-tag.ts";
import type { UserRef } from "../../tickets/refs.ts";
import { identify, isOwnTicket } from "../../tickets/principal.ts";
import { escalationOf, type Ticket } from "../../tickets/ticket.ts";

/** A mail may name many tickets; more are not looked up. */
const mostLooks = 20;

interface Finding {
  readonly db: Database;
  readonly desk: Desk;
  readonly key: MailKey;
  readonly sender: KnownSender;
}

/** A tag of the mail, which proves nothing yet. */
interface Clue {
  readonly ticket: number;
  isOf(owner: TagOwner): boolean;
}

const clueOfId = (id: string, key: MailKey): readonly Clue[] => {
  const read = readMessageId(id);
  return read === null ? [] : [{ ticket: read.tag.ticket, isOf: (owner) => isMessageOf(key, read, owner) }];
};

/** The tags of the signed addresses first, then those of our message ids. */
const cluesOf = (mail: ReadMail, recipients: readonly string[], key: MailKey): readonly Clue[] => [
  ...recipients.flatMap((address) => {
    const tag = tagInAddress(address);
    return tag === null ? [] : [{ ticket: tag.ticket, isOf: (owner: TagOwner) => isTagOf(key, "address", tag, owner) }];
  }),
  ...mail.references.flatMap((id) => clueOfId(id, key)),
];

/** As whom of their accounts the sender may write on the ticket. */
const writersOf = (ticket: Ticket, { sender, desk }: Finding): readonly MailContact[] =>
  sender.is !== "person"
    ? []
    : sender.contacts.filter(({ user }) => {
        const principal = identify(user, user, desk);
        return principal.is === "customer" && isOwnTicket(user, principal.account, ticket, desk);
      });

const named = (ticket: Ticket, isSigned: boolean, finding: Finding): NamedTicket => ({
  number: ticket.number,
  account: ticket.account,
  writers: writersOf(ticket, finding),
  isSigned,
  isEscalated: escalationOf(ticket) !== null,
});

/** The ticket and the contact of the first clue that this desk made. A forged or guessed one finds nothing. */
const ownerOf = async (
  clues: readonly Clue[],
  db: Database,
): Promise<{ readonly ticket: Ticket; readonly owner: TagOwner } | null> => {
  for (const clue of clues.slice(0, mostLooks)) {
    const ticket = await readTicket(db, clue.ticket);
    if (ticket === null || ticket.account === null) continue;
    const { number, account } = ticket;
    const ownerAs = ({ user }: { readonly user: UserRef }): TagOwner => ({ ticket: number, account, contact: user });
    const contact = (await everyContactOfAccount(db, account)).find((each) => clue.isOf(ownerAs(each)));
    if (contact !== undefined) return { ticket, owner: ownerAs(contact) };
  }
  return null;
};

const byClues = async (clues: readonly Clue[], finding: Finding): Promise<NamedTicket | null> => {
  const { db, sender } = finding;
  const found = await ownerOf(clues, db);
  if (found === null) return null;
  const { ticket, owner } = found;
  const isSigned = sender.is === "person" && sender.contacts.some(({ user }) => user === owner.contact);
  return named(ticket, isSigned, finding);
};

/**
 * The ticket and the contact of the mail that came back: a report goes to the signed address from which that mail went out, and quotes
 * its message id. Null: it is no mail of this desk.
 */
export const ownerOfReturned = async (
  mail: ReadMail,
  recipients: readonly string[],
  { db, key }: Pick<Finding, "db" | "key">,
): Promise<TagOwner | null> => {
  const original = mail.bounce?.originalId ?? null;
  const clues = [...(original === null ? [] : clueOfId(original, key)), ...cluesOf(mail, recipients, key)];
  return (await ownerOf(clues, db))?.owner ?? null;
};

/** The first ticket that the words of the mail name and that its author may see. */
const byWords = async ({ subject, text }: ReadMail, finding: Finding): Promise<NamedTicket | null> => {
  for (const number of ticketsNamedIn(`${subject}\n${text}`)) {
    const ticket = await readTicket(finding.db, number);
    const found = ticket === null ? null : named(ticket, false, finding);
    if (found !== null && found.writers.length > 0) return found;
  }
  return null;
};

/** The only unresolved ticket that the author asked for; null if there is none, or if there are several. */
const onlyOpen = async (finding: Finding): Promise<NamedTicket | null> => {
  const { db, sender } = finding;
  if (sender.is !== "person" || sender.contacts.length === 0) return null;
  const users = sender.contacts.map(({ user }) => user);
  const mine = { users, person: null, accounts: [] };
  const [only, ...others] = await listTickets(db, { open: true, mine, byDue: false }, 2);
  const ticket = only === undefined || others.length > 0 ? null : await readTicket(db, only.number);
  const found = ticket === null ? null : named(ticket, false, finding);
  return found === null || found.writers.length === 0 ? null : found;
};

/** Whether this desk wrote the mail: then it came back as it was. */
export const isOwnMail = async ({ messageId }: ReadMail, finding: Finding): Promise<boolean> => {
  if (messageId === null || readMessageId(messageId) === null) return false;
  return (await byClues(clueOfId(messageId, finding.key), finding)) !== null;
};

/**
 * The ticket that a mail is about: by its signed address, else by its references. A mail to the head also by the words `T-1042`, else
 * it is about the author's only open ticket.
 */
export const findTicket = async (
  mail: ReadMail,
  { recipients, toHead }: { readonly recipients: readonly string[]; readonly toHead: boolean },
  finding: Finding,
): Promise<NamedTicket | null> =>
  (await byClues(cluesOf(mail, recipients, finding.key), finding)) ??
  (toHead ? ((await byWords(mail, finding)) ?? (await onlyOpen(finding))) : null);
