import { wordsOf, type State } from "./state.ts";
import type { CommandUsage } from "../wire.ts";

export interface CommandHint {
  /** What choosing it puts into the composer. */
  readonly insert: string;
  readonly shown: string;
  readonly about: string;
}

/** About a ticket that stands already. */
const isAboutTicket = ({ rest }: CommandUsage): boolean => rest.startsWith("N");

const hintOf = ({ name, word, rest }: CommandUsage, state: State): CommandHint => {
  const said = wordsOf(state);
  const typed = `/${name}${word === "" ? "" : ` ${word}`}`;
  const hint = rest.replace(/\[(\w+)\]/g, (whole, each: string) => {
    const translated = said.placeholder[each];
    return translated === undefined ? whole : `[${translated}]`;
  });
  return {
    insert: rest === "" ? typed : `${typed} `,
    shown: `${typed} ${hint}`.trim(),
    about: said.command[`${name} ${word}`.trim()] ?? "",
  };
};

/** The commands that what was typed may become, for the person acted as. */
export const commandsFor = (typed: string, state: State): readonly CommandHint[] => {
  if (!typed.startsWith("/") || typed.includes("\n")) return [];
  const written = typed.trimEnd().toLowerCase();
  // Whoever begins is not shown all of it.
  const begins = !typed.includes(" ");
  return state.snapshot.usage
    .filter((each) => !begins || !isAboutTicket(each))
    .map((each) => hintOf(each, state))
    .filter((each) => each.insert.startsWith(written));
};
