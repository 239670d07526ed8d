import type { Card, MessageRef } from "../../chat/card.ts";
import { recipientGone, type Attempt, type Delivery } from "../../chat/delivery.ts";
import type { AreaMessages, ChatPort, Log } from "../../chat/port.ts";
import {
  announcedAreaMessage,
  editAreaMessage,
  readAreaMessage,
  writeAreaMessage,
} from "../../db/access/area-message-store.ts";
import { readAreaFile } from "../../db/access/area-file-store.ts";
import type { Database } from "../../db/connection/handle.ts";
import { readMailFailure } from "../../db/mail/mail-failure-store.ts";
import type { Desk } from "../../desk/desk.ts";
import { cardOfMessage } from "../../db/delivery/card-store.ts";
import { withAreaLink } from "../../features/client-area/index.ts";
import type { Instant } from "../../sla/instant.ts";
import type { DeskCache } from "../../tickets/execute/desk-cache.ts";
import { plainTextTimes } from "../../i18n/spelled-out.ts";
import { platformOf } from "../../tickets/refs.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { contactWithAccess, type ContactWithAccess } from "../access/contacts.ts";
import { contactMail } from "./contact-mail.ts";

interface AreaMessageDeps {
  readonly db: Database;
  readonly desk: DeskCache;
  readonly now: () => Instant;
  readonly log: Log;
  /** The ports of the platforms that are switched on, mail among them. */
  readonly ports: ReadonlyMap<string, ChatPort>;
  /** The address under which people reach Plazo. */
  readonly origin: () => string;
}

/** The ticket that a card names first, in its heading; null if it names none. */
const ticketIn = ({ summary }: Card): string | null => /\bT-\d+\b/.exec(summary)?.[0] ?? null;

const pathOf = (ticket: string | null): string => (ticket === null ? "/area" : `/area/tickets/${ticket.slice(2)}`);

/** A message of the client area that is mailed to a contact. */
interface Announcement {
  readonly desk: Desk;
  readonly guest: ContactWithAccess;
  readonly ref: MessageRef;
  readonly card: Card;
  readonly attempt: Attempt;
}

/** Stores the messages of the client area, and tells contacts of them in their mail or chat. */
export const createAreaMessages = ({ db, desk, now, log, ports, origin }: AreaMessageDeps): AreaMessages => {
  /** The message with a link to its place in the client area instead of its buttons. */
  const linked = async ({ account }: ContactWithAccess, ref: MessageRef, card: Card): Promise<Card> => {
    const below = await cardOfMessage(db, ref.channel, ref.thread ?? ref.id);
    const ticket = below === null ? ticketIn(card) : ticketName(below.ticket);
    return withAreaLink(card, { url: `${origin()}${pathOf(ticket)}`, ticket }, account);
  };

  /** Mails a message. One that is about no ticket goes as it is, with a link. */
  const sentByMail = async (
    port: ChatPort,
    { desk: current, guest, ref, card, attempt }: Announcement,
  ): Promise<Delivery> => {
    const failure = await readMailFailure(db, guest.contact.user);
    if (failure !== null && failure.failingSince !== null)
      return recipientGone(`mail to the contact comes back ${failure.status}`);
    const mail = await contactMail({ db, now, origin }, current, guest, attempt);
    if (mail !== null && port.sendMail !== undefined) return port.sendMail(mail, attempt);
    const spelledOut = plainTextTimes(card, guest.account, now());
    return port.tell(guest.contact.knownAs, await linked(guest, ref, spelledOut), { key: `area:${ref.id}` });
  };

  return {
    isOpenTo: async (user) => (await contactWithAccess(db, user, await desk.read(db))) !== null,
    readFile: (id) => readAreaFile(db, id),
    has: async (channel, id) => (await readAreaMessage(db, channel, id)) !== null,
    write: async (to, card, { key }) => (await writeAreaMessage(db, key, to, { card, at: now() })).ref,
    edit: async (ref, card) => ((await editAreaMessage(db, ref, { card, at: now() })) ? ref : null),
    announce: async (user, ref, card, attempt) => {
      const current = await desk.read(db);
      const guest = await contactWithAccess(db, user, current);
      if (guest === null) return null;
      const { contact } = guest;
      const port = ports.get(platformOf(contact.knownAs));
      const stored = await readAreaMessage(db, ref.channel, ref.id);
      if (port === undefined || stored === null || stored.announcedAt !== null) return null;
      const byMail = platformOf(contact.knownAs) === "email";
      const announced = byMail
        ? await sentByMail(port, { desk: current, guest, ref, card, attempt })
        : await port.tell(contact.knownAs, await linked(guest, ref, card), { key: `area:${ref.id}` });
      if (announced.ok) await announcedAreaMessage(db, ref.id, now());
      else log.warn({ failure: announced.failure.kind, err: announced.failure.why }, "area.not-announced");
      return { ...announced, byMail };
    },
  };
};
