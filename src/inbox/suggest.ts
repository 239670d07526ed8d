import { askerOf, ticketsToSuggest } from "../tickets/execute/queries.ts";
import { requestContextOf } from "../requests/request-context.ts";
import type { Suggestion, Typing } from "../chat/answer.ts";
import { ticketName } from "../tickets/ticket.ts";
import { suggestedTicket } from "../features/lists/index.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { sanitize } from "./receive.ts";

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

/** A platform asks for suggestions with every key. Within this time a customer, and all people of an account, get so many. */
const windowMs = 10_000;
const mostOfPerson = 40;
const mostOfAccount = 200;

type SuggestDeps = Pick<WorkDeps, "database" | "desk" | "now">;

/**
 * Creates the suggestions while a person types. A customer beyond the limit gets none for some seconds, so that they cannot
 * keep the database busy. Staff have no limit. Each process counts in memory, because a count costs as much as a suggestion.
 */
export const createSuggest = (deps: SuggestDeps): ((typing: Typing) => Promise<readonly Suggestion[]>) => {
  let window = 0;
  const counts = new Map<string, number>();
  const count = (who: string, most: number): boolean => {
    const next = (counts.get(who) ?? 0) + 1;
    counts.set(who, next);
    return next <= most;
  };
  return async (typed) => {
    const typing = sanitize(typed);
    const { principal } = requestContextOf(typing, deps.desk.current());
    if (principal.is === "staff") return suggest(deps, typing);
    const now = Math.floor(deps.now() / windowMs);
    if (now !== window) counts.clear();
    window = now;
    const isWithin =
      count(typing.by.user, mostOfPerson) &&
      (principal.account === null || count(`account ${principal.account.key}`, mostOfAccount));
    return isWithin ? suggest(deps, typing) : [];
  };
};

/** Returns the tickets that a person may mean who types a number, if they may see them. Stores nothing. */
export const suggest = async (
  { database, desk: cache }: Pick<WorkDeps, "database" | "desk">,
  typing: Typing,
): Promise<readonly Suggestion[]> => {
  const desk = cache.current();
  const { principal, viewer } = requestContextOf(typing, desk);
  const like = typing.text.trim().replace(/^(?:t-|#)(?=\d|$)/i, "");
  const tickets = await ticketsToSuggest(database.db, desk, askerOf(typing), {
    permission: requestOf(typing.verb),
    like,
  });
  return tickets.map((ticket) => ({
    value: ticketName(ticket.number),
    label: suggestedTicket(ticket, desk, principal.is, viewer),
  }));
};
