import { textsFor, type State } from "./state.ts";
import type { CommandUsage } from "../wire.ts";

export interface CommandHint {
  /** The text that choosing it puts into the composer. */
  readonly insert: string;
  readonly shown: string;
  readonly about: string;
}

/** A command about an existing ticket. */
const isAboutTicket = ({ rest }: CommandUsage): boolean => rest.startsWith("N");

const hintOf = ({ name, word, rest }: CommandUsage, state: State): CommandHint => {
  const texts = textsFor(state);
  const typed = `/${name}${word === "" ? "" : ` ${word}`}`;
  const hint = rest.replace(/\[(\w+)\]/g, (whole, each: string) => {
    const translated = texts.placeholder[each];
    return translated === undefined ? whole : `[${translated}]`;
  });
  return {
    insert: rest === "" ? typed : `${typed} `,
    shown: `${typed} ${hint}`.trim(),
    about: texts.command[`${name} ${word}`.trim()] ?? "",
  };
};

/** The commands that the typed text may become, for the current person. */
export const commandsFor = (typed: string, state: State): readonly CommandHint[] => {
  if (!typed.startsWith("/") || typed.includes("\n")) return [];
  const written = typed.trimEnd().toLowerCase();
  // At the beginning only a part of the commands is shown.
  const begins = !typed.includes(" ");
  return state.snapshot.usage
    .filter((each) => !begins || !isAboutTicket(each))
    .map((each) => hintOf(each, state))
    .filter((each) => each.insert.startsWith(written));
};
