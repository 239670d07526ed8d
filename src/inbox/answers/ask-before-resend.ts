import type { Card } from "../../chat/card.ts";
import { readTicket } from "../../db/ticket-store.ts";
import { resendCard } from "../../features/reply/index.ts";
import type { WorkDeps } from "../../jobs/deps.ts";
import type { Intent } from "../../requests/intent.ts";
import type { RequestContext } from "../../requests/request-context.ts";
import type { CommandOutcome } from "../../tickets/execute/execute.ts";

type Change = Extract<Intent, { kind: "change" }>;
type Resend = Change & { readonly command: Extract<Change["command"], { type: "resend" }> };

/** Whether an undelivered message was not sent again, because other people would read it. */
export const mustAskBeforeResend = (intent: Change, outcome: CommandOutcome): intent is Resend =>
  intent.command.type === "resend" && !outcome.ok && outcome.refusal.reason === "audienceChanged";

/** Shows the agent who would read the message now, with a button that sends it to them. */
export const askBeforeResend = async (
  { database }: Pick<WorkDeps, "database">,
  { number, command }: Resend,
  { desk, viewer }: RequestContext,
): Promise<Card | null> => {
  const ticket = await readTicket(database.db, number);
  return ticket === null ? null : resendCard(command.undeliveredId, { ticket, desk, viewer });
};
