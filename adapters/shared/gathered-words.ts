import { mostMentions } from "../../src/chat/reading/budget.ts";
import type { Mention } from "../../src/chat/reading/mentions.ts";

/** What a person wrote, as far as it was read: words one after the other, and the stretches that name something by its id. */
export interface GatheredWords {
  /** Adds words; `mention` is what they stand for, where only the platform can say the name. */
  add(words: string, mention?: Pick<Mention, "is" | "id">): void;
  all(): { readonly text: string; readonly mentions: readonly Mention[] };
}

/** Begins to gather. The parts are joined once at the end, so that a long text costs no more than its length. */
export const gatherWords = (): GatheredWords => {
  const mentions: Mention[] = [];
  const parts: string[] = [];
  let length = 0;
  return {
    add: (words, mention) => {
      const from = length;
      parts.push(words);
      length += words.length;
      if (mention !== undefined && mentions.length < mostMentions) mentions.push({ ...mention, from, to: length });
    },
    all: () => ({ text: parts.join(""), mentions }),
  };
};
