import { verbOf } from "../../chat/action.ts";
import type { Card } from "../../chat/card.ts";
import { areaFilesThere } from "../../db/access/area-file-store.ts";
import { areaThread } from "../../db/access/area-message-store.ts";
import { storedFileKeys } from "../../db/delivery/file-store.ts";
import { readOpening } from "../../db/messages/message-store.ts";
import { readPauses } from "../../db/pause-store.ts";
import { areaTicketCard } from "../../features/client-area/index.ts";
import { openingEntry, tellMessages, type TranscriptEntry } from "../../features/transcript/index.ts";
import type { Database } from "../../db/connection/handle.ts";
import { runInSlices } from "../../jobs/loop.ts";
import { areaPlatform } from "../../tickets/contact.ts";
import { conversationPage } from "../../tickets/execute/conversation-page.ts";
import { ticketPlaces } from "../../tickets/execute/ticket-places.ts";
import { ticketName, type Ticket } from "../../tickets/ticket.ts";
import type { Guest, WebDeps } from "../deps.ts";
import { charactersOnPage, messagesOnPage, pageLinks } from "../messages-page.ts";
import type { AreaTicketView } from "./area-ticket-page.ts";

/** The newest messages of the bot among which the page looks for a question. */
const mostQuestions = 3;
const mostFiles = 2_000;

/** Which of these files can be downloaded now. */
const storedOf = async (
  db: Database,
  ticket: number,
  entries: readonly TranscriptEntry[],
): Promise<ReadonlySet<string>> => {
  const keys = entries.flatMap(({ files }) => files.map(({ key }) => key));
  if (keys.length === 0) return new Set();
  const copied = new Set(await storedFileKeys(db, ticket, mostFiles));
  const sent = new Map(
    keys.filter((key) => key.startsWith(`${areaPlatform}:`)).map((key) => [key.slice(key.lastIndexOf(" ") + 1), key]),
  );
  const there = await areaFilesThere(db, [...sent.keys()]);
  return new Set([...copied, ...there.flatMap((id) => sent.get(id) ?? [])]);
};

/** Whether a message has buttons that stand nowhere else. The page asks for the rating beside the conversation. */
const asksHere = ({ parts }: Card): boolean =>
  parts
    .flatMap((part) => (part.part === "buttons" ? part.buttons : []))
    .some((each) => "open" in each || verbOf(each.action) !== "rate");

/** What a ticket's page shows a contact who may see it. `before`: which messages the address asks for. */
export const ticketView = async (
  { database: { db }, onDamagedEvent }: Pick<WebDeps, "database" | "onDamagedEvent">,
  ticket: Ticket,
  guest: Guest,
  before: number | null,
): Promise<Omit<AreaTicketView, "isNew" | "answer" | "draft">> => {
  const { number } = ticket;
  const { desk, viewer } = guest;
  const { events, earlier, all } = await conversationPage(db, number, {
    is: "customer",
    wanted: { before },
    size: messagesOnPage,
    characters: charactersOnPage,
    onDamagedEvent,
  });
  const messages = await runInSlices(tellMessages({ events, desk, is: "customer", viewer }));
  const { conversation } = await ticketPlaces(db, number);
  const isTheirs = conversation !== null && conversation.channel.startsWith(guest.user);
  const thread = isTheirs ? await areaThread(db, conversation.channel, conversation.id, mostQuestions) : [];
  const opening = earlier > 0 ? null : openingEntry(ticket, (await readOpening(db, number))[0], guest);
  return {
    number,
    version: ticket.version,
    title: `${ticketName(number)} · ${ticket.title}`,
    isResolved: ticket.status === "resolved",
    ...areaTicketCard({ ticket, pauses: await readPauses(db, number), desk, viewer }),
    opening,
    messages,
    stored: await storedOf(db, number, opening === null ? messages : [opening, ...messages]),
    links: pageLinks(`/area/tickets/${number}`, { before, earlier, all }),
    // The root is the ticket's own card, which stands beside the conversation.
    questions: thread.filter(({ ref, card }) => ref.thread !== undefined && asksHere(card)),
  };
};
