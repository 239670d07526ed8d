import { updateDue } from "../tickets/clocks/promised-update.ts";
import type { Intent } from "../requests/intent.ts";
import type { RequestContext } from "../requests/request-context.ts";
import { readTicket } from "../db/ticket-store.ts";
import { readUnanswered } from "../db/unanswered-store.ts";
import { evolveTicket } from "../tickets/evolve.ts";
import { dueAfterReply, cannedText, dueMark, withDue } from "../features/reply/index.ts";
import { dueMissingCard } from "../features/promised-updates/index.ts";
import { maxText } from "../chat/form.ts";
import { problemCard } from "../cards/problem-card.ts";
import type { WorkDeps } from "../jobs/deps.ts";

/**
 * Renders a canned reply, or one with a time (`{due}`), for its ticket; the rules check it like any other. The time is
 * that of the promised update, else of the next target that still runs afterwards.
 */
export const withCannedReply = async (
  { database }: Pick<WorkDeps, "database">,
  { number, canned: key, command }: Extract<Intent, { kind: "canned" }>,
  { desk, viewer, actor }: RequestContext,
): Promise<Intent> => {
  const ticket = await readTicket(database.db, number);
  // `decide` refuses an unknown ticket.
  if (ticket === null) return { kind: "change", number, command };
  const canned = key === null ? null : desk.replies[key];
  if (canned === undefined) return { kind: "say", card: problemCard({ problem: "oldButton" }, viewer) };
  const text = canned === null ? command.text : cannedText(canned, command.text, ticket, desk);
  if (text.length > maxText)
    return { kind: "say", card: problemCard({ problem: "replyTooLong", max: maxText }, viewer) };
  const filled = { kind: "change", number, command: { ...command, filled: true, text } } as const;
  if (!text.includes(dueMark)) return filled;
  const due =
    command.update === null
      ? dueAfterReply({
          ticket,
          unanswered: await readUnanswered(database.db, ticket, [command.at]),
          reply: command,
          by: actor,
          desk,
          evolve: evolveTicket,
        })
      : updateDue(ticket, command.update, desk, command.at);
  return due === null
    ? {
        kind: "say",
        card: dueMissingCard({ ticket, desk, viewer }, text, command.setsWaiting ? ["setsWaiting"] : []),
      }
    : { ...filled, command: { ...filled.command, dueNamed: due, text: withDue(text, due, ticket, desk) } };
};
