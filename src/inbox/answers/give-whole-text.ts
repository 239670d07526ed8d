import { oneTicket, type QueryingPerson } from "../../tickets/execute/queries.ts";
import type { Question } from "../../requests/intent.ts";
import type { RequestContext } from "../../requests/request-context.ts";
import type { PrivateAnswer } from "../../chat/answer.ts";
import type { Database } from "../../db/connection/handle.ts";
import { fullMessageText } from "../../db/event-store.ts";
import { readMessages } from "../../db/messages/message-store.ts";
import type { MessageKey } from "../../tickets/refs.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { problemCard } from "../../cards/problem-card.ts";
import { refusalCard } from "../../features/message-cards/index.ts";
import { sentenceCard } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";
import type { Refusal } from "../../tickets/messages.ts";
import type { WorkDeps } from "../../jobs/deps.ts";
import { readLimitReached } from "../read-counts.ts";

/** In characters; every platform accepts as many in one message. */
const mostInMessage = 1_800;

/** The whole text of a message. Its row holds the beginning of a very long one, and the events hold all of it. */
const textOf = async (db: Database, ticket: number, key: MessageKey): Promise<string> => {
  const [message] = await readMessages(db, ticket, [key]);
  const whole = message !== undefined && message.cut > 0 ? await fullMessageText(db, ticket, key) : null;
  return whole ?? message?.text ?? "";
};

/**
 * Returns in private the full text of which a card shows the beginning, on any platform. Customers may read the
 * description of their tickets; only staff may read messages. It counts as a look-up.
 */
export const giveWholeText = async (
  { database, now, traces }: Pick<WorkDeps, "database" | "now" | "traces">,
  { number, message }: Extract<Question, { kind: "whole" }>,
  asker: QueryingPerson,
  { desk, viewer, principal }: RequestContext,
): Promise<PrivateAnswer> => {
  const refused = (refusal: Refusal): PrivateAnswer => {
    traces?.refused(asker, refusal.reason, "whole");
    return { card: refusalCard(refusal, number, { desk, viewer }), files: [] };
  };
  const often = await readLimitReached(database, "lookups", { desk, asker, at: now() });
  if (often !== null) return refused(often);
  const found = await oneTicket(database.db, desk, asker, { number });
  if (!found.ok) return refused(found.refusal);
  const { ticket } = found;
  const text =
    message === undefined
      ? ticket.description
      : principal.is === "staff"
        ? await textOf(database.db, number, message)
        : "";
  if (text === "") return { card: problemCard({ problem: "oldButton" }, viewer), files: [] };
  const heading = `${ticketName(number)} ${ticket.title}`;
  if (text.length <= mostInMessage)
    return {
      card: {
        summary: heading,
        parts: [
          { part: "heading", text: heading },
          { part: "quote", text },
        ],
      },
      files: [],
    };
  const file = { name: `${ticketName(number)}.txt`, type: "text/plain", text };
  return { card: sentenceCard(sayIn(viewer.locale)("text.wholeInFile", { name: file.name })), files: [file] };
};
