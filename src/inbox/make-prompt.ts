import type { RequestContext } from "../requests/request-context.ts";
import type { NewCommand } from "../tickets/messages.ts";
import type { Card } from "../chat/card.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import { addMessageToPrompt, hasJoinedPrompt, lockOpenPrompt, promptOfEvent, storePrompt } from "../db/prompt-store.ts";
import { openDirectTicket } from "../db/ticket-store.ts";
import type { Article } from "../desk/desk.ts";
import { isTicketOf } from "../tickets/principal.ts";
import { articlesCard, whichTicketCard } from "../features/knowledge/index.ts";
import { refusalCard } from "../features/message-cards/index.ts";
import { outcomeCard } from "../requests/outcome-card.ts";
import { countWithinLimits, type Limited } from "../tickets/execute/within-limits.ts";
import type { WorkDeps } from "../jobs/deps.ts";

type Deps = Pick<WorkDeps, "database" | "now" | "onRefusal">;
type DirectMessage = Extract<InboundEvent, { kind: "message" }>;

/** `asked`: the message waits in a prompt, or was refused. `card` is the private answer. */
type JoinOutcome = { readonly asked: false } | { readonly asked: true; readonly card: Card | null };

/** A message as the command that its limit counts. */
const hearing = ({ at, text }: DirectMessage, { actor }: RequestContext) =>
  ({ type: "receiveMessage", by: actor, at, wroteAt: at, text }) as const;

/** Tells the author that their message is not taken. Says it once until the limit allows messages again. */
const refuseMessage = (deps: Deps, message: DirectMessage, refusal: Limited, context: RequestContext): JoinOutcome => {
  deps.onRefusal?.(refusal, hearing(message, context));
  const { desk, viewer } = context;
  return { asked: true, card: refusal.alreadyNotified ? null : refusalCard(refusal, null, { desk, viewer }) };
};

/** Long enough to read an article, and short compared with any target. */
const waitMs = 5 * 60_000;

/**
 * Shows articles before a ticket is opened. The request is stored, and the ticket opens by itself when the time runs
 * out. So the limit of tickets is counted now, and a customer who used it up is refused now.
 */
export const promptWithArticles = async (
  deps: Deps,
  inboundEvent: InboundEvent,
  {
    command,
    found,
    context: { viewer, desk },
  }: {
    readonly command: Extract<NewCommand, { type: "open" }>;
    readonly found: readonly Article[];
    readonly context: RequestContext;
  },
): Promise<Card | null> => {
  const articles = found.map(({ title, url }) => ({ title, url }));
  const { key, by } = inboundEvent;
  const about = { kind: "articles", command, articles } as const;
  const stored = await deps.database.db.transaction(async (tx) => {
    const known = await promptOfEvent(tx, key);
    if (known !== null) return known;
    const limited = await countWithinLimits(tx, command, desk);
    return limited ?? storePrompt(tx, { key, byUser: by.user, about, dueAt: deps.now() + waitMs });
  });
  if (!("reason" in stored)) return articlesCard(stored.id, articles, stored.dueAt, viewer);
  deps.onRefusal?.(stored, command);
  return outcomeCard({ kind: "open", command }, { ok: false, refusal: stored }, desk, viewer);
};

/**
 * Adds a direct message to the prompt that its author has not answered yet, if there is one. The limit of messages is
 * counted now, so that the message is not refused when the prompt is settled.
 */
export const joinOpenPrompt = async (
  deps: Deps,
  message: DirectMessage,
  context: RequestContext,
): Promise<JoinOutcome> => {
  const joined = await deps.database.db.transaction(async (tx) => {
    if (await hasJoinedPrompt(tx, message.key)) return "joined";
    const prompt = await lockOpenPrompt(tx, message);
    if (prompt === null) return "noPrompt";
    const limited = await countWithinLimits(tx, hearing(message, context), context.desk);
    if (limited !== null) return limited;
    await addMessageToPrompt(tx, prompt, message);
    return "joined";
  });
  if (joined === "noPrompt") return { asked: false };
  return joined === "joined" ? { asked: true, card: null } : refuseMessage(deps, message, joined, context);
};

/**
 * Asks whether a direct message belongs to the author's open ticket. Messages before the answer join the prompt. Asks
 * nothing if the author has no open ticket.
 */
export const askWhichTicket = async (
  deps: Deps,
  message: DirectMessage,
  context: RequestContext,
): Promise<JoinOutcome> => {
  const joined = await joinOpenPrompt(deps, message, context);
  if (joined.asked) return joined;
  const { db } = deps.database;
  const { viewer, principal, desk } = context;
  const { key, by } = message;
  const ticket = await openDirectTicket(db, by.user);
  if (ticket === null || !isTicketOf(by.user, principal, ticket, desk)) return { asked: false };
  const about = { kind: "whichTicket", number: ticket.number } as const;
  const stored = await db.transaction(async (tx) => {
    const known = await promptOfEvent(tx, key);
    if (known !== null) return known;
    const limited = await countWithinLimits(tx, hearing(message, context), desk);
    if (limited !== null) return limited;
    const prompt = await storePrompt(tx, { key, byUser: by.user, about, dueAt: deps.now() + waitMs });
    await addMessageToPrompt(tx, prompt.id, message);
    return prompt;
  });
  if ("reason" in stored) return refuseMessage(deps, message, stored, context);
  return { asked: true, card: whichTicketCard(stored.id, ticket, stored.dueAt, viewer) };
};
