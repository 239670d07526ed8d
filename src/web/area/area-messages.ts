import type { Card } from "../../chat/card.ts";
import type { AreaMessages, ChatPort, Log } from "../../chat/port.ts";
import {
  announcedAreaMessage,
  editAreaMessage,
  readAreaMessage,
  writeAreaMessage,
} from "../../db/access/area-message-store.ts";
import { readAreaFile } from "../../db/access/area-file-store.ts";
import type { Database } from "../../db/connection/handle.ts";
import { cardOfMessage } from "../../db/delivery/card-store.ts";
import { withAreaLink } from "../../features/client-area/index.ts";
import type { Instant } from "../../sla/instant.ts";
import type { DeskCache } from "../../tickets/execute/desk-cache.ts";
import { plainTextTimes } from "../../i18n/spelled-out.ts";
import { platformOf } from "../../tickets/refs.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { contactWithAccess } from "../access/contacts.ts";

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

/** Stores the messages of the client area, and tells contacts of them in their mail or chat. */
export const createAreaMessages = ({ db, desk, now, log, ports, origin }: AreaMessageDeps): AreaMessages => ({
  isOpenTo: async (user) => (await contactWithAccess(db, user, await desk.read(db))) !== null,
  readFile: (id) => readAreaFile(db, id),
  has: async (channel, id) => (await readAreaMessage(db, channel, id)) !== null,
  write: async (to, card, { key }) => (await writeAreaMessage(db, key, to, { card, at: now() })).ref,
  edit: async (ref, card) => ((await editAreaMessage(db, ref, { card, at: now() })) ? ref : null),
  announce: async (user, ref, card) => {
    const guest = await contactWithAccess(db, user, await desk.read(db));
    if (guest === null) return null;
    const { contact, account } = guest;
    const port = ports.get(platformOf(contact.knownAs));
    const stored = await readAreaMessage(db, ref.channel, ref.id);
    if (port === undefined || stored === null || stored.announcedAt !== null) return null;
    const below = await cardOfMessage(db, ref.channel, ref.thread ?? ref.id);
    const asMail = platformOf(contact.knownAs) === "email";
    const ticket = below === null ? ticketIn(card) : ticketName(below.ticket);
    const announced = await port.tell(
      contact.knownAs,
      withAreaLink(
        asMail ? plainTextTimes(card, account, now()) : card,
        { url: `${origin()}${pathOf(ticket)}`, ticket },
        account,
      ),
      { key: `area:${ref.id}` },
    );
    if (announced.ok) await announcedAreaMessage(db, ref.id, now());
    else log.warn({ failure: announced.failure.kind, err: announced.failure.why }, "area.not-announced");
    return announced;
  },
});
