import type { Intent } from "../bot/intent.ts";
import type { Scene } from "../bot/scene.ts";
import { readTicket } from "../db/ticket-store.ts";
import { updateDue } from "../domain/promise-update.ts";
import { filledReply } from "../views/filled-reply.ts";
import { maxText } from "../views/form-limits.ts";
import { problemCard } from "../views/problem-card.ts";
import type { WorkDeps } from "./deps.ts";

/** The reply that a canned one becomes for its ticket; the rules look at it as at any other. */
export const withCannedReply = async (
  { database }: Pick<WorkDeps, "database">,
  { number, canned: key, command }: Extract<Intent, { kind: "canned" }>,
  { desk, reader }: Scene,
): Promise<Intent> => {
  const ticket = await readTicket(database.db, number);
  const canned = desk.replies[key];
  // Whether there is such a ticket is for the rules to say.
  if (ticket === null) return { kind: "change", number, command };
  if (canned === undefined) return { kind: "say", card: problemCard({ problem: "oldButton" }, reader) };
  const news = command.update === undefined ? null : updateDue(ticket, command.update, desk, command.at);
  const text = filledReply(canned, command.text, ticket, desk, news);
  return text.length > maxText
    ? { kind: "say", card: problemCard({ problem: "replyTooLong", max: maxText }, reader) }
    : { kind: "change", number, command: { ...command, text } };
};
