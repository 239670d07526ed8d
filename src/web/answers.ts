import type { Card } from "../chat/card.ts";
import { readAnswer, writeAnswer } from "../db/access/answer-store.ts";
import type { Database } from "../db/connection/handle.ts";
import type { Instant } from "../sla/instant.ts";
import type { UserRef } from "../tickets/refs.ts";

/** Keeps the private answer to an act until the page that follows shows it, in whichever process. */
export interface Answers {
  /** False if it was not stored, so that the page that answers the act must show it. A card with a link is not. */
  keep(key: string, person: UserRef, card: Card): Promise<boolean>;
  /** The answer to this person's act; null if there is none, or none any more. */
  read(key: string, person: UserRef): Promise<Card | null>;
}

/** How long (ms) an answer is shown. Later it may no longer be true. */
export const answerLivesMs = 60_000;

/** What a key of an act looks like. Other words in an address name no act. */
const actKey = /^[\w-]{1,100}$/;

/** Whether a card holds a web address. That of an invitation is a secret, and is stored nowhere. */
const holdsLink = ({ parts }: Card): boolean =>
  parts.some(
    (each) =>
      (each.part === "text" && each.lines.some((line) => line.some(({ t }) => t === "link"))) ||
      (each.part === "facts" && each.facts.some(({ value }) => value.some(({ t }) => t === "link"))) ||
      (each.part === "small" && each.line.some(({ t }) => t === "link")),
  );

export const createAnswers = (db: Database, now: () => Instant): Answers => ({
  keep: async (key, person, card) =>
    !holdsLink(card) &&
    writeAnswer(db, { person, key }, { card, at: now() }).then(
      () => true,
      () => false,
    ),
  read: async (key, person) => (actKey.test(key) ? readAnswer(db, { person, key }, now() - answerLivesMs) : null),
});
