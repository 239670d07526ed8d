import type { RequestContext } from "../../requests/request-context.ts";
import { ifAllowed, work, type Routed } from "../../requests/routed.ts";
import { readListWords } from "./list-words.ts";

/** A list of tickets; null where the words name none. Buttons that turn pages carry the same words. */
export const list = (words: readonly string[], context: RequestContext): Routed | null => {
  const filter = readListWords(words, context);
  return filter === null
    ? null
    : ifAllowed(context, "list", () => work({ kind: "ask", question: { kind: "list", filter } }));
};

/** The staff's queue, narrowed in the same words. */
export const queue = (words: readonly string[], context: RequestContext): Routed | null => {
  const filter = readListWords(words, context);
  return filter === null
    ? null
    : ifAllowed(context, "queue", () => work({ kind: "ask", question: { kind: "queue", filter } }));
};
