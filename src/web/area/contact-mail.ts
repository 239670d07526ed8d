import type { Attempt } from "../../chat/delivery.ts";
import type { TicketMail } from "../../chat/mail.ts";
import type { Database } from "../../db/connection/handle.ts";
import { readCard } from "../../db/delivery/card-store.ts";
import { readPending } from "../../db/delivery/outbox-store.ts";
import { mailKey } from "../../db/mail/mail-key-store.ts";
import { readMailThread } from "../../db/mail/mail-thread-store.ts";
import { readShownMessages } from "../../db/messages/message-store.ts";
import { readTicket } from "../../db/ticket-store.ts";
import type { Desk } from "../../desk/desk.ts";
import { customerMail, type MailedThing } from "../../features/customer-mail/index.ts";
import { plainTextTimes } from "../../i18n/spelled-out.ts";
import { rootMessageId, ticketMessageId } from "../../mail/message-id.ts";
import { ratingPath } from "../../mail/rating-link.ts";
import { ticketAddress } from "../../mail/ticket-address.ts";
import type { Instant } from "../../sla/instant.ts";
import { domainOf } from "../../text/mail-address.ts";
import { messagesShownBy } from "../../tickets/thread/thread-messages.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import type { ContactWithAccess } from "../access/contacts.ts";

interface ContactMailDeps {
  readonly db: Database;
  readonly now: () => Instant;
  /** The address under which people reach Plazo. */
  readonly origin: () => string;
}

/** A message for a contact, what it is about, and whether it is the first one about its ticket. */
interface Mailed {
  readonly thing: MailedThing;
  readonly ticket: number;
  readonly begins: boolean;
}

/** What the delivery with this key delivers: a ticket's own card, or a message of the outbox. Null for anything else. */
const deliveredUnder = async (db: Database, key: string): Promise<Mailed | null> => {
  const [, card, generation] = /^card (\d{1,15}) (\d{1,9})$/.exec(key) ?? [];
  if (card !== undefined) {
    const row = await readCard(db, Number(card));
    if (row === null || row.side !== "conversation") return null;
    return { thing: { is: "ticket" }, ticket: row.ticket, begins: generation === "1" };
  }
  const row = await readPending(db, key);
  return row === null ? null : { thing: { is: "message", message: row.message }, ticket: row.ticket, begins: false };
};

/** The id of the desk among mailing lists (RFC 2919): its address with a dot in place of the @. */
const listIdOf = (support: string): string => support.replace("@", ".");

/** The ids that make one thread of all mails about a ticket to one contact, in every mail program. */
const threadOf = async (
  { db, now, origin }: ContactMailDeps,
  { ticket, begins }: Mailed,
  { contact: { user, account } }: ContactWithAccess,
  { desk, key: delivery }: { readonly desk: Desk; readonly key: string },
): Promise<Pick<TicketMail, "messageId" | "inReplyTo" | "references" | "answerTo">> => {
  const key = await mailKey(db, now());
  const owner = { ticket, account, contact: user };
  const { support, answers } = desk.mail;
  const domain = support === null ? new URL(origin()).hostname : domainOf(support);
  const root = rootMessageId(key, domain, owner);
  const theirs = await readMailThread(db, ticket, user);
  const before = [theirs?.firstId, begins ? undefined : root, theirs?.lastId].filter((id) => id !== undefined);
  return {
    messageId: begins ? root : ticketMessageId(key, domain, owner, delivery),
    inReplyTo: theirs?.lastId ?? (begins ? null : root),
    references: [...new Set(before)],
    answerTo: answers === null ? null : ticketAddress(key, answers, owner),
  };
};

/** How long (ms) after a ticket was solved the links for its rating work. */
const ratingLivesMs = 30 * 24 * 60 * 60_000;

/** The page on which the contact rates the ticket; null while it is not solved. */
const ratingUrlOf = async (
  { db, now, origin }: ContactMailDeps,
  ticket: Ticket,
  { contact: { user, account } }: ContactWithAccess,
) => {
  if (ticket.status !== "resolved") return null;
  const key = await mailKey(db, now());
  const owner = { ticket: ticket.number, account, contact: user };
  const until = now() + ratingLivesMs;
  return (score: Parameters<typeof ratingPath>[3]) => `${origin()}${ratingPath(key, owner, until, score)}`;
};

/**
 * The mail that tells a contact of a message in the client area. Null if the message is about no ticket, or if its ticket cannot be
 * read. The contact may read the message, since it was written to them.
 */
export const contactMail = async (
  deps: ContactMailDeps,
  desk: Desk,
  guest: ContactWithAccess,
  { key }: Attempt,
): Promise<TicketMail | null> => {
  const { db, now, origin } = deps;
  const mailed = await deliveredUnder(db, key);
  const ticket = mailed === null ? null : await readTicket(db, mailed.ticket);
  if (mailed === null || ticket === null) return null;
  const { contact, account } = guest;
  const viewer = { locale: account.locale, timezone: account.timezone };
  const shown = mailed.thing.is === "message" ? messagesShownBy(mailed.thing.message) : [];
  const { subject, writtenBy, language, card } = customerMail(mailed.thing, {
    ticket,
    desk,
    viewer,
    now: now(),
    messages: await readShownMessages(db, ticket.number, shown),
    pauses: [],
    places: { triage: null, conversation: null },
    contactName: contact.name,
    answers: { byMail: desk.mail.answers !== null, url: `${origin()}/area/tickets/${ticket.number}` },
    ratingUrl: await ratingUrlOf(deps, ticket, guest),
  });
  const { support } = desk.mail;
  return {
    to: { user: contact.knownAs, name: contact.name },
    from: { name: writtenBy === null ? desk.name : `${writtenBy} · ${desk.name}`, address: support },
    subject,
    card: plainTextTimes(card, viewer, now()),
    language,
    isAutomatic: writtenBy === null,
    list: support === null ? null : { id: listIdOf(support), name: desk.name },
    ...(await threadOf(deps, mailed, guest, { desk, key })),
  };
};
