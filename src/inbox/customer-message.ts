import { execute } from "../tickets/execute/execute.ts";
import { receivingTicket } from "../tickets/execute/thread-of.ts";
import { commandFromThreadMessage } from "../requests/command-from-thread-message.ts";
import { outcomeCard } from "../requests/outcome-card.ts";
import type { RequestContext } from "../requests/request-context.ts";
import type { Card } from "../chat/card.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import type { Event } from "../tickets/messages.ts";
import { filesLimitedCard } from "../features/attachments/index.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { followUp, type ReceivedOutcome } from "./follow-up.ts";

/** How many files were rejected because the sender's limit is used up. */
const filesOverQuota = (events: readonly Event[]): number =>
  events
    .flatMap((event) => (event.type === "customerWrote" ? (event.files ?? []) : []))
    .filter(({ rejectedBecause: not }) => not === "quota").length;

interface MessagePlace {
  readonly below: number;
  readonly text: string;
  readonly context: RequestContext;
}

/**
 * Takes a customer's message into a ticket. On a merged ticket it goes to the other one; on one that was closed too long
 * ago it opens a follow-up. `isCounted`: the message waited in a prompt, and the limit of messages was counted when it
 * arrived. It reaches the ticket only now, so it reopens a ticket that was closed while it waited.
 */
export const receiveCustomerMessage = async (
  deps: Pick<WorkDeps, "database" | "desk" | "now">,
  inboundEvent: Extract<InboundEvent, { kind: "message" }>,
  { below, text, context, isCounted }: MessagePlace & { readonly isCounted: boolean },
): Promise<ReceivedOutcome> => {
  const ticket = await receivingTicket(deps.database.db, below);
  if (ticket === null) return { card: null, refusal: { reason: "noSuchTicket" } };
  const followed = await followUp(deps, inboundEvent, { ticket, text, context, isCounted });
  if (followed !== null) return followed;
  const intent = commandFromThreadMessage("conversation", ticket.number, inboundEvent, context.desk);
  if (intent.kind !== "change") return { card: null, refusal: null };
  const now = deps.now();
  const closedMeanwhile = isCounted && ticket.status === "resolved" && ticket.resolvedAt >= inboundEvent.at;
  const command =
    closedMeanwhile && intent.command.type === "receiveMessage"
      ? { ...intent.command, at: now, waitedUntil: now }
      : intent.command;
  const outcome = await execute(deps, { key: inboundEvent.key, number: ticket.number, command, isCounted });
  const over = outcome.ok ? filesOverQuota(outcome.events) : 0;
  if (over > 0) return { card: filesLimitedCard(over, context.desk.limits.files, context.viewer), refusal: null };
  const card = outcomeCard(intent, outcome, context.desk, context.viewer);
  return { card, refusal: outcome.ok ? null : outcome.refusal };
};

/** The same for a message that just arrived. Returns null if there is nothing to tell the author. */
export const processCustomerMessage = async (
  deps: Pick<WorkDeps, "database" | "desk" | "now">,
  inboundEvent: Extract<InboundEvent, { kind: "message" }>,
  place: MessagePlace,
): Promise<Card | null> => (await receiveCustomerMessage(deps, inboundEvent, { ...place, isCounted: false })).card;
