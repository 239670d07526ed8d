import { execute } from "../app/handle.ts";
import { heardIn } from "../app/heard-in.ts";
import { commandFromThreadMessage } from "../bot/heard.ts";
import { outcomeCard } from "../bot/respond.ts";
import type { RequestContext } from "../bot/scene.ts";
import type { Card } from "../chat/card.ts";
import type { InboundEvent } from "../chat/happening.ts";
import type { Event } from "../domain/messages.ts";
import { filesLimitedCard } from "../views/files-limited-card.ts";
import type { WorkDeps } from "./deps.ts";
import { followUp } from "./follow-up.ts";

/** How many files stayed because the sender's limit is used up. */
const overFiles = (events: readonly Event[]): number =>
  events
    .flatMap((event) => (event.type === "heard" ? (event.files ?? []) : []))
    .filter(({ rejectedBecause: not }) => not === "quota").length;

/**
 * What was said below a ticket on the customer's side, or is to stand there: below a merged ticket it is the other one that is
 * talked about; what is closed for too long goes on in a new one. Null where its author need not be told anything.
 */
export const hearCustomer = async (
  deps: Pick<WorkDeps, "database" | "desk" | "now">,
  inboundEvent: Extract<InboundEvent, { kind: "message" }>,
  below: number,
  text: string,
  context: RequestContext,
): Promise<Card | null> => {
  const ticket = await heardIn(deps.database.db, below);
  if (ticket === null) return null;
  const followed = await followUp(deps, inboundEvent, ticket, text, context);
  if (followed !== null) return followed;
  const intent = commandFromThreadMessage("conversation", ticket.number, inboundEvent, context.desk);
  if (intent.kind !== "change") return null;
  const outcome = await execute(deps, { key: inboundEvent.key, number: ticket.number, command: intent.command });
  const over = outcome.ok ? overFiles(outcome.events) : 0;
  if (over > 0) return filesLimitedCard(over, context.desk.limits.files, context.viewer);
  return outcomeCard(intent, outcome, context.desk, context.viewer);
};
