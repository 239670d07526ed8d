import type { Button, Card } from "../../../src/chat/card.ts";
import { setNewest } from "../../../src/chat/bounded-map.ts";
import { label } from "../inbound/text.ts";

/** The question that a button asks before it acts. */
export type ButtonQuestion = NonNullable<Button["confirm"]>;

/**
 * The questions of the buttons that this process drew. Discord returns only a button's id and label. After a restart, and for
 * buttons of another process, the question is unknown.
 */
export interface ButtonQuestions {
  /** Remembers the questions of a card's buttons. */
  drawn(card: Card): void;
  /** The newest question of a button with this action and label, as it stands in the pressed message; null if unknown. */
  of(action: string, shown: string): ButtonQuestion | null;
}

const most = 5_000;
const mostCharacters = 80;
const keyOf = (action: string, name: string): string => `${action}\n${label(name, mostCharacters)}`;

export const createButtonQuestions = (): ButtonQuestions => {
  const questions = new Map<string, ButtonQuestion>();
  return {
    drawn: ({ parts }) => {
      for (const each of parts.flatMap((part) => (part.part === "buttons" ? part.buttons : [])))
        if ("action" in each && each.confirm !== undefined)
          setNewest(questions, keyOf(each.action, each.label), each.confirm, most);
    },
    // A forged press names a button that the message does not have, so it has no label.
    of: (action, shown) => (shown === "" ? null : (questions.get(keyOf(action, shown)) ?? null)),
  };
};
