import { looksLikeNumber, ticketNumber } from "../tickets/ticket.ts";
import type { Problem } from "../cards/problem-card.ts";
import type { TypedLine } from "./subcommand.ts";

/** A ticket and the words after its number. Null if the line has another form. */
export const ticketAndRest = ({
  word,
  rest,
}: TypedLine): { readonly number: number; readonly others: readonly string[] } | Problem | null => {
  const [named, ...others] = rest;
  if (named === undefined) return { problem: "whichTicket", word };
  if (!looksLikeNumber(named)) return null;
  const number = ticketNumber(named);
  return number === null ? { problem: "badNumber", word, text: named } : { number, others };
};

/** A ticket and nothing else. */
export const ticketAlone = (typed: TypedLine): { readonly number: number } | Problem | null => {
  if (typed.rest.length > 1) return null;
  const found = ticketAndRest(typed);
  return found === null || "problem" in found ? found : { number: found.number };
};

/** A ticket and a text on one line. */
export const ticketAndLine = (
  typed: TypedLine,
): { readonly number: number; readonly text: string } | Problem | null => {
  const found = ticketAndRest(typed);
  return found === null || "problem" in found ? found : { number: found.number, text: found.others.join(" ") };
};

/** A ticket and a text with the line breaks that were typed. */
export const ticketAndText = (
  typed: TypedLine,
): { readonly number: number; readonly text: string } | Problem | null => {
  const found = ticketAndRest(typed);
  if (found === null || "problem" in found) return found;
  const { word, rest, text } = typed;
  const [named = ""] = rest;
  return { number: found.number, text: text.slice(text.indexOf(named, word.length) + named.length).trim() };
};
