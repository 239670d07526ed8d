import { ticketsMeant } from "../tickets/execute/queries.ts";
import { requestContextOf } from "../requests/request-context.ts";
import type { Suggestion, Typing } from "../chat/suggestion.ts";
import { ticketName } from "../tickets/ticket.ts";
import { suggestedTicket } from "../features/open/index.ts";
import type { WorkDeps } from "../jobs/deps.ts";

/** What a subcommand does to the ticket that follows it. */
const requestOf = (verb: string): "show" | "history" | "resolve" | "reopen" => {
  switch (verb) {
    case "history":
    case "reopen":
      return verb;
    case "close":
      return "resolve";
    default:
      return "show";
  }
};

/** Returns the tickets that a person may mean who types a number, if they may see them. Stores nothing. */
export const suggest = async (
  { database, desk: cache }: Pick<WorkDeps, "database" | "desk">,
  typing: Typing,
): Promise<readonly Suggestion[]> => {
  const desk = cache.current();
  const { principal, viewer } = requestContextOf(typing, desk);
  const like = typing.text.trim().replace(/^(?:t-|#)(?=\d|$)/i, "");
  const asker = { user: typing.by.user, channel: typing.channel };
  const tickets = await ticketsMeant(database.db, desk, asker, requestOf(typing.verb), like);
  return tickets.map((ticket) => ({
    value: ticketName(ticket.number),
    label: suggestedTicket(ticket, desk, principal.is, viewer),
  }));
};
