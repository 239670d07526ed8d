import type { CommandOutcome as Handled } from "../tickets/execute/execute.ts";
import type { CardOutcome } from "../requests/outcome-card.ts";
import type { Desk } from "../desk/desk.ts";
import { placeAfter } from "../tickets/conversation-place.ts";
import { platformOf } from "../tickets/refs.ts";
import type { WorkDeps } from "../jobs/deps.ts";

/**
 * Adds where a new ticket continues if Plazo cannot post in its channel. The receipt is written before the first
 * message there, and must not announce a thread that cannot exist.
 */
export const withFallbackPlace = async (
  { ports }: Pick<WorkDeps, "ports">,
  outcome: Handled,
  desk: Desk,
): Promise<CardOutcome> => {
  if (!outcome.ok || outcome.ticket.conversation.kind === "person") return outcome;
  const { channel, thread } = outcome.ticket.conversation;
  const canPost = thread !== undefined || ((await ports.get(platformOf(channel))?.canPost?.(channel)) ?? true);
  if (canPost) return outcome;
  return { ...outcome, instead: placeAfter(outcome.ticket, desk)?.kind === "person" ? "direct" : "nowhere" };
};
