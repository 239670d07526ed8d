import { mostMentions, type Mention } from "../../src/chat/reading/mentions.ts";
import { z } from "zod";

/** The text of a message while it is read, and the stretches that mention something by id. */
export interface MentionedText {
  /** Adds text. `mention` is set if only the platform knows the name. */
  add(text: string, mention?: Pick<Mention, "is" | "id">): void;
  all(): { readonly text: string; readonly mentions: readonly Mention[] };
}

/** Creates an empty text. The parts are joined once at the end, so that the cost is linear. */
export const createMentionedText = (): MentionedText => {
  const mentions: Mention[] = [];
  const parts: string[] = [];
  let length = 0;
  return {
    add: (text, mention) => {
      const from = length;
      parts.push(text);
      length += text.length;
      if (mention !== undefined && mentions.length < mostMentions) mentions.push({ ...mention, from, to: length });
    },
    all: () => ({ text: parts.join(""), mentions }),
  };
};

/**
 * A list of at most `most` entries that leaves out the entries it cannot read. One malformed attachment must not discard the
 * text of its message.
 */
export const lenientList = <Schema extends z.ZodType>(entry: Schema, most: number) =>
  z.array(z.unknown()).transform((all): readonly z.output<Schema>[] =>
    all.slice(0, most).flatMap((each) => {
      const parsed = entry.safeParse(each);
      return parsed.success ? [parsed.data] : [];
    }),
  );
