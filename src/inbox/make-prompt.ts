import type { RequestContext } from "../requests/request-context.ts";
import type { NewCommand } from "../requests/intent.ts";
import type { Card } from "../chat/card.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import { addToPrompt, storePrompt } from "../db/prompt-store.ts";
import { openDirectTicket } from "../db/ticket-store.ts";
import type { Article } from "../desk/desk.ts";
import { isTheirs } from "../tickets/principal.ts";
import { articlesCard, whichTicketCard } from "../features/knowledge/index.ts";
import type { WorkDeps } from "../jobs/deps.ts";

type Deps = Pick<WorkDeps, "database" | "now">;

/** Long enough to read an article, and short compared with any target. */
const waitMs = 5 * 60_000;

/**
 * Shows articles before a ticket is opened. The request is stored, and the ticket opens by itself when the time runs
 * out.
 */
export const promptWithArticles = async (
  { database, now }: Deps,
  inboundEvent: InboundEvent,
  {
    command,
    found,
    context: { viewer },
  }: {
    readonly command: Extract<NewCommand, { type: "open" }>;
    readonly found: readonly Article[];
    readonly context: RequestContext;
  },
): Promise<Card> => {
  const articles = found.map(({ title, url }) => ({ title, url }));
  const about = { kind: "articles", command, articles } as const;
  const prompt = await storePrompt(database.db, {
    key: inboundEvent.key,
    byUser: inboundEvent.by.user,
    about,
    dueAt: now() + waitMs,
  });
  return articlesCard(prompt.id, articles, prompt.dueAt, viewer);
};

/**
 * Asks whether a direct message belongs to the author's open ticket. Messages before the answer join the prompt. Asks
 * nothing if the author has no open ticket.
 */
export const askWhichTicket = async (
  { database, now }: Deps,
  message: Extract<InboundEvent, { kind: "message" }>,
  { viewer, principal, desk }: RequestContext,
): Promise<{ readonly asked: false } | { readonly asked: true; readonly card: Card | null }> => {
  const { db } = database;
  if (await addToPrompt(db, message)) return { asked: true, card: null };
  const ticket = await openDirectTicket(db, message.by.user);
  if (ticket === null || !isTheirs(message.by.user, principal, ticket, desk)) return { asked: false };
  const about = { kind: "whichTicket", number: ticket.number, messages: [message] } as const;
  const prompt = await storePrompt(db, { key: message.key, byUser: message.by.user, about, dueAt: now() + waitMs });
  return { asked: true, card: whichTicketCard(prompt.id, ticket, prompt.dueAt, viewer) };
};
