import type { Desk } from "../../desk/desk.ts";
import { bare } from "../../text/similar-words.ts";

type Named = { readonly key: string; readonly name: string };

/** Shorter words are parts of too many names. */
const shortest = 3;

const keysOf = (typed: string, things: readonly Named[]): readonly string[] =>
  things.flatMap(({ key, name }) => {
    const words = bare(name).split(" ");
    const isMeant = bare(key) === typed || bare(name) === typed || (typed.length >= shortest && words.includes(typed));
    return isMeant ? [key] : [];
  });

/** The people and accounts whose names were typed into the search: by key, name, or one word of the name. */
export const namedIn = (
  words: string,
  desk: Desk,
): { readonly people: readonly string[]; readonly accounts: readonly string[] } => {
  const typed = bare(words);
  return { people: keysOf(typed, Object.values(desk.people)), accounts: keysOf(typed, Object.values(desk.accounts)) };
};
