import type { Scene } from "../scene.ts";
import { ifAllowed, work, type Understood } from "../understood.ts";
import { readListWords } from "./list-words.ts";

/** A list of tickets; null where the words name none. Buttons that turn pages carry the same words. */
export const list = (words: readonly string[], scene: Scene): Understood | null => {
  const filter = readListWords(words, scene);
  return filter === null
    ? null
    : ifAllowed(scene, "list", () => work({ kind: "ask", question: { kind: "list", filter } }));
};

/** The staff's queue, narrowed in the same words. */
export const queue = (words: readonly string[], scene: Scene): Understood | null => {
  const filter = readListWords(words, scene);
  return filter === null
    ? null
    : ifAllowed(scene, "queue", () => work({ kind: "ask", question: { kind: "queue", filter } }));
};
