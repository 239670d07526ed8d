import { looksLikeNumber, ticketNumber } from "../../tickets/ticket.ts";
import { work } from "../../requests/routed.ts";
import { subcommand, type TypedLine } from "../../requests/subcommand.ts";
import type { Problem } from "../../cards/problem-card.ts";

/** Words that people type between two numbers. */
const between: readonly string[] = ["into", "with", "and", "to", "a", "en", "con", "y", "em", "com", "e"];

/** Two tickets. "Link is broken" is a title. */
const twoTickets = ({
  word,
  rest,
}: TypedLine): { readonly number: number; readonly other: number } | Problem | null => {
  const named = rest.filter((each, index) => index !== 1 || !between.includes(each.toLowerCase()));
  if (rest.length > 3 || named.length > 2 || !named.every(looksLikeNumber)) return null;
  const [number = null, other = null] = named.map(ticketNumber);
  return number === null || other === null ? { problem: "whichTwo", word } : { number, other };
};

const linking = (
  how: "merge" | "link",
  described: { readonly words: readonly string[]; readonly otherWords?: string; readonly menu: string },
) =>
  subcommand({
    ...described,
    of: "ticket",
    permission: how,
    help: ({ say }) => ({ usage: say(`help.${how}`), means: `help.${how}Means` }),
    parse: twoTickets,
    route: ({ number, other }, { event, context }) =>
      work({ kind: "link", how, number, to: other, by: context.actor, at: event.at }),
  });

export const subcommands = {
  merge: linking("merge", {
    words: ["merge", "unir"],
    otherWords: "duplicate join fusionar duplicado fundir juntar",
    menu: "merge N into M",
  }),
  link: linking("link", { words: ["link", "relacionar"], menu: "link N M" }),
};
