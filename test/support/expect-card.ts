import { expect } from "vitest";
import type { Card } from "../../src/chat/card.ts";
import type { Locale } from "../../src/desk/desk.ts";
import type { TextKey } from "../../src/i18n/rich.ts";
import { cardText } from "../cards/samples/strings-of.ts";
import { beginsWith } from "./begins-with.ts";
import { inEnglish, inOrder, inPortuguese, inSpanish, type SentenceValues } from "./sentences.ts";

/** A message on a platform: its whole text, and what its buttons carry. */
interface ShownCard {
  readonly text: string;
  readonly actions: readonly string[];
}

/**
 * What a card is made of, whatever its words are. Buttons are named by their action or its beginning (`claim`,
 * `severity 1042 high`), sentences by their key.
 */
interface CardExpectation {
  /** All these buttons are there. */
  offers(...actions: readonly string[]): CardExpectation;
  /** None of these buttons is there. */
  offersNot(...actions: readonly string[]): CardExpectation;
  /** These buttons and no others are there, in this order. */
  offersOnly(...actions: readonly string[]): CardExpectation;
  /** These pieces of text stand there: names, numbers, quotes, everything that is no sentence of the product. */
  has(...texts: readonly string[]): CardExpectation;
  hasNot(...texts: readonly string[]): CardExpectation;
  says(key: TextKey, values?: SentenceValues): CardExpectation;
  /** These texts and sentences stand there in this order. */
  hasInOrder(...pieces: readonly (string | RegExp)[]): CardExpectation;
  saysNot(key: TextKey, values?: SentenceValues): CardExpectation;
}

const patterns = { en: inEnglish, es: inSpanish, pt: inPortuguese };

/** What the buttons and menu entries of a card carry, in their order. */
const actionsOf = ({ parts }: Card): readonly string[] =>
  parts
    .flatMap((part) => (part.part === "buttons" ? [...part.buttons, ...(part.menu?.items ?? [])] : []))
    .flatMap((each) => ("action" in each ? [each.action] : []));

/** Expects something of a card, or of a message that a platform shows. `locale`: the language of its sentences. */
export const expectCard = (card: Card | ShownCard | undefined, locale: Locale = "en"): CardExpectation => {
  if (card === undefined) throw new Error("there is no card");
  const { text, actions } = "parts" in card ? { text: cardText(card), actions: actionsOf(card) } : card;
  const isOffered = (action: string): boolean => actions.some((each) => beginsWith(each, action));
  const expectation: CardExpectation = {
    offers: (...wanted) => {
      expect({ actions, missing: wanted.filter((action) => !isOffered(action)) }).toEqual({ actions, missing: [] });
      return expectation;
    },
    offersNot: (...unwanted) => {
      expect({ actions, tooMany: unwanted.filter(isOffered) }).toEqual({ actions, tooMany: [] });
      return expectation;
    },
    offersOnly: (...wanted) => {
      const shown = actions.map((each, index) => {
        const action = wanted[index];
        return action !== undefined && beginsWith(each, action) ? action : each;
      });
      expect(shown).toEqual(wanted);
      return expectation;
    },
    has: (...texts) => {
      for (const each of texts) expect(text).toContain(each);
      return expectation;
    },
    hasNot: (...texts) => {
      for (const each of texts) expect(text).not.toContain(each);
      return expectation;
    },
    says: (key, values) => {
      expect(text).toMatch(patterns[locale](key, values));
      return expectation;
    },
    hasInOrder: (...pieces) => {
      expect(text).toMatch(inOrder(...pieces));
      return expectation;
    },
    saysNot: (key, values) => {
      expect(text).not.toMatch(patterns[locale](key, values));
      return expectation;
    },
  };
  return expectation;
};
