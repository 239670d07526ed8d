import { execute } from "../tickets/execute/execute.ts";
import { outcomeCard } from "../requests/outcome-card.ts";
import type { RequestContext } from "../requests/request-context.ts";
import type { Card } from "../chat/card.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import { whatBecomes } from "../features/conversation/index.ts";
import { isColleague, isTicketOf } from "../tickets/principal.ts";
import { severityOf, type Ticket } from "../tickets/ticket.ts";
import type { Refusal } from "../tickets/messages.ts";
import type { WorkDeps } from "../jobs/deps.ts";

/** What became of a customer's message: what to tell the author, and why the message was not taken. */
export interface ReceivedOutcome {
  readonly card: Card | null;
  readonly refusal: Refusal | null;
}

/**
 * Opens a follow-up if a customer wrote on a ticket that was closed too long ago to be reopened. Both tickets show the
 * link. Returns null if the message belongs to the ticket itself. Each half has a key, so a repeat continues where it
 * stopped.
 */
export const followUp = async (
  deps: Pick<WorkDeps, "database" | "desk" | "now">,
  inboundEvent: Extract<InboundEvent, { kind: "message" }>,
  {
    ticket,
    text,
    context,
    isCounted,
  }: {
    readonly ticket: Ticket;
    readonly text: string;
    readonly context: RequestContext;
    readonly isCounted: boolean;
  },
): Promise<ReceivedOutcome | null> => {
  const { desk, principal, actor, viewer } = context;
  const { at, key } = inboundEvent;
  if (actor.user !== ticket.requester.user && isColleague(actor.user, actor.membership, desk)) return null;
  if (!isTicketOf(actor.user, principal, ticket, desk)) return null;
  if (whatBecomes(ticket, text, isCounted ? deps.now() : at, desk) !== "followsUp") return null;
  const command = {
    type: "open",
    by: actor,
    at,
    title: ticket.title,
    description: text,
    severity: severityOf(ticket),
    askedIn: inboundEvent.channel,
    follows: ticket.number,
    kind: ticket.kind,
  } as const;
  const opened = await execute(deps, { key, number: null, command, isCounted });
  if (opened.ok)
    await execute(deps, {
      key: `${key} follows`,
      number: ticket.number,
      command: { type: "followUp", by: actor, at, to: opened.ticket.number },
    });
  return {
    card: outcomeCard({ kind: "open", command }, opened, desk, viewer),
    refusal: opened.ok ? null : opened.refusal,
  };
};
