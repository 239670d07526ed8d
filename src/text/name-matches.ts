import { bare } from "./similar-words.ts";

/** The longest name of an account or person, in words. */
export const longestName = 5;

/** A person, an account, or a fact, as people call it. */
export interface NamedThing {
  readonly key: string;
  readonly name: string;
}

/** What a text may name: by key or name, else by one word of the name, else by its beginning. */
export const nameMatches = <Thing extends NamedThing>(words: string, things: readonly Thing[]): readonly Thing[] => {
  const typed = bare(words);
  const exact = things.find(({ key, name }) => bare(key) === typed || bare(name) === typed);
  if (exact !== undefined) return [exact];
  const byWord = things.filter(({ name }) => bare(name).split(" ").includes(typed));
  if (byWord.length > 0 || typed.length < 3) return byWord;
  return things.filter(({ key, name }) => bare(key).startsWith(typed) || bare(name).startsWith(typed));
};
