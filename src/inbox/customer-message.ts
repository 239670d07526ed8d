import { execute } from "../tickets/execute/execute.ts";
import { receivingTicket } from "../tickets/execute/thread-of.ts";
import { commandFromThreadMessage } from "../requests/command-from-thread-message.ts";
import { outcomeCard } from "../requests/outcome-card.ts";
import type { RequestContext } from "../requests/request-context.ts";
import type { Card } from "../chat/card.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import { elsewhereCard } from "../features/conversation/index.ts";
import { sayIn } from "../i18n/say.ts";
import { sentenceCard } from "../i18n/spans.ts";
import { isInConversation } from "../tickets/who-may-write.ts";
import type { Ticket } from "../tickets/ticket.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { followUp, overQuotaCard, type ReceivedOutcome } from "./follow-up.ts";

type Deps = Pick<WorkDeps, "database" | "desk" | "now">;
type CustomerMessage = Extract<InboundEvent, { kind: "message" }>;

/**
 * How a message comes to its ticket. `arrived`: now. `waited`: it waited in a prompt, and its limit was counted when it
 * arrived. `edited`: another ticket has it, and an edit, which was counted, made it a question.
 */
type Arrival = "arrived" | "waited" | "edited";

interface MessagePlace {
  readonly below: number;
  readonly text: string;
  readonly context: RequestContext;
}

/** How often the inbox looks for the ticket of a message. Another process may merge or follow up the ticket after a look. */
const looks = 5;

/**
 * Takes a customer's message into a ticket. If the ticket was merged or followed up, the message goes to the ticket that
 * continues it. On a ticket that was closed too long ago it opens a follow-up.
 */
export const receiveCustomerMessage = async (
  deps: Deps,
  inboundEvent: CustomerMessage,
  place: MessagePlace & { readonly arrival: Arrival },
): Promise<ReceivedOutcome> => {
  for (let look = 1; look <= looks; look += 1) {
    const ticket = await receivingTicket(deps.database.db, place.below);
    if (ticket === null) return { card: null, refusal: { reason: "noSuchTicket" } };
    const received = await receiveInto(deps, inboundEvent, ticket, place);
    if (received !== "superseded") return received;
  }
  throw new Error("the ticket of a message changed too often");
};

const receiveInto = async (
  deps: Deps,
  inboundEvent: CustomerMessage,
  ticket: Ticket,
  place: MessagePlace & { readonly arrival: Arrival },
): Promise<ReceivedOutcome | "superseded"> => {
  const { text, context, arrival } = place;
  const waited = arrival === "waited";
  const now = deps.now();
  const followed = await followUp(deps, inboundEvent, ticket, {
    text,
    context,
    isCounted: waited,
    judgedAt: waited ? now : inboundEvent.at,
  });
  if (followed !== null) return followed;
  const intent = commandFromThreadMessage("conversation", ticket.number, inboundEvent, context.desk);
  if (intent.kind !== "change") return { card: null, refusal: null };
  // A message that waited while the ticket was closed reaches it only now, so it reopens the ticket.
  const closedMeanwhile = waited && ticket.status === "resolved" && ticket.resolvedAt >= inboundEvent.at;
  const command =
    closedMeanwhile && intent.command.type === "receiveMessage"
      ? { ...intent.command, at: now, waitedUntil: now }
      : intent.command;
  const isCounted = arrival !== "arrived";
  const outcome = await execute(deps, { key: inboundEvent.key, number: ticket.number, command, isCounted });
  if (!outcome.ok && outcome.refusal.reason === "continuesIn") return "superseded";
  const refusal = outcome.ok ? null : outcome.refusal;
  if (refusal?.reason === "noSuchTicket" && !waited)
    return { card: sentenceCard(sayIn(context.viewer.locale)("elsewhere.notTaken")), refusal };
  const card =
    (outcome.ok ? (overQuotaCard(outcome.events, context) ?? movedCard(inboundEvent, outcome.ticket, place)) : null) ??
    outcomeCard(intent, outcome, context.desk, context.viewer);
  return { card, refusal };
};

/** Where the ticket continues, for a customer who wrote below its card after the conversation had moved. Else null. */
const movedCard = (
  { message, direct, ticket: page }: CustomerMessage,
  ticket: Ticket,
  { below, context: { actor, principal, viewer }, arrival }: MessagePlace & { readonly arrival: Arrival },
): Card | null => {
  const { channel } = message;
  const isHere = isInConversation(ticket, { user: actor.user, channel, isDirect: direct === true });
  // On the page of a ticket its conversation is always there.
  return page !== undefined || principal.is === "staff" || arrival !== "arrived" || below !== ticket.number || isHere
    ? null
    : elsewhereCard(ticket, actor.user, viewer);
};

/** The same for a message that just arrived. Returns null if there is nothing to tell the author. */
export const processCustomerMessage = async (
  deps: Deps,
  inboundEvent: CustomerMessage,
  place: MessagePlace,
): Promise<Card | null> => (await receiveCustomerMessage(deps, inboundEvent, { ...place, arrival: "arrived" })).card;
