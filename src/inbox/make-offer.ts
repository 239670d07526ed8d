import type { RequestContext } from "../requests/request-context.ts";
import type { NewCommand } from "../requests/intent.ts";
import type { Card } from "../chat/card.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import { joinOffer, keepOffer } from "../db/prompt-store.ts";
import { openDirectTicket } from "../db/ticket-store.ts";
import type { Article } from "../desk/desk.ts";
import { isTheirs } from "../tickets/principal.ts";
import { articlesCard, whichTicketCard } from "../features/knowledge/offer-card.ts";
import type { WorkDeps } from "../jobs/deps.ts";

type Deps = Pick<WorkDeps, "database" | "now">;

/** Long enough to read an article, and short compared with any target. */
const waitMs = 5 * 60_000;

/**
 * Shows articles before a ticket is opened. The request is stored, and the ticket opens by itself when the time runs
 * out.
 */
export const offerArticles = async (
  { database, now }: Deps,
  inboundEvent: InboundEvent,
  command: Extract<NewCommand, { type: "open" }>,
  found: readonly Article[],
  { viewer }: RequestContext,
): Promise<Card> => {
  const articles = found.map(({ title, url }) => ({ title, url }));
  const about = { kind: "articles", command, articles } as const;
  const offer = await keepOffer(database.db, inboundEvent.key, inboundEvent.by.user, about, now() + waitMs);
  return articlesCard(offer.id, articles, offer.dueAt, viewer);
};

/**
 * Asks whether a direct message belongs to the author's open ticket. Messages before the answer join the prompt. Asks
 * nothing if the author has no open ticket.
 */
export const askWhichTicket = async (
  { database, now }: Deps,
  said: Extract<InboundEvent, { kind: "message" }>,
  { viewer, principal, desk }: RequestContext,
): Promise<{ readonly asked: false } | { readonly asked: true; readonly card: Card | null }> => {
  const { db } = database;
  if (await joinOffer(db, said)) return { asked: true, card: null };
  const ticket = await openDirectTicket(db, said.by.user);
  if (ticket === null || !isTheirs(said.by.user, principal, ticket, desk)) return { asked: false };
  const about = { kind: "whichTicket", number: ticket.number, said: [said] } as const;
  const offer = await keepOffer(db, said.key, said.by.user, about, now() + waitMs);
  return { asked: true, card: whichTicketCard(offer.id, ticket, offer.dueAt, viewer) };
};
