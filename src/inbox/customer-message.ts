import { execute } from "../tickets/execute/execute.ts";
import { heardIn } from "../tickets/execute/heard-in.ts";
import { commandFromThreadMessage } from "../requests/command-from-thread-message.ts";
import { outcomeCard } from "../requests/outcome-card.ts";
import type { RequestContext } from "../requests/request-context.ts";
import type { Card } from "../chat/card.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import type { Event } from "../tickets/messages.ts";
import { filesLimitedCard } from "../features/attachments/index.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { followUp } from "./follow-up.ts";

/** How many files were rejected because the sender's limit is used up. */
const filesOverQuota = (events: readonly Event[]): number =>
  events
    .flatMap((event) => (event.type === "heard" ? (event.files ?? []) : []))
    .filter(({ rejectedBecause: not }) => not === "quota").length;

/**
 * Processes a customer's message on a ticket. On a merged ticket it goes to the other one; on one that was closed too
 * long ago it opens a follow-up. Returns null if there is nothing to tell the author.
 */
export const processCustomerMessage = async (
  deps: Pick<WorkDeps, "database" | "desk" | "now">,
  inboundEvent: Extract<InboundEvent, { kind: "message" }>,
  { below, text, context }: { readonly below: number; readonly text: string; readonly context: RequestContext },
): Promise<Card | null> => {
  const ticket = await heardIn(deps.database.db, below);
  if (ticket === null) return null;
  const followed = await followUp(deps, inboundEvent, { ticket, text, context });
  if (followed !== null) return followed;
  const intent = commandFromThreadMessage("conversation", ticket.number, inboundEvent, context.desk);
  if (intent.kind !== "change") return null;
  const outcome = await execute(deps, { key: inboundEvent.key, number: ticket.number, command: intent.command });
  const over = outcome.ok ? filesOverQuota(outcome.events) : 0;
  if (over > 0) return filesLimitedCard(over, context.desk.limits.files, context.viewer);
  return outcomeCard(intent, outcome, context.desk, context.viewer);
};
