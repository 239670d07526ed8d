import type { Card } from "../chat/card.ts";
import type { Instant } from "../sla/instant.ts";
import type { UserRef } from "../tickets/refs.ts";

/** Keeps the private answer to an act until the page that follows shows it. */
export interface Answers {
  keep(key: string, person: UserRef, card: Card): void;
  /** The answer to this person's act; null if there is none any more. */
  read(key: string, person: UserRef): Card | null;
}

/** An answer is shown right after the act; later it may no longer be true. */
const keptMs = 60_000;
const most = 500;

/** Answers in memory: a lost one is no loss, because what was done is on the ticket. */
export const createAnswers = (now: () => Instant): Answers => {
  const kept = new Map<string, { readonly person: UserRef; readonly card: Card; readonly at: Instant }>();
  return {
    keep: (key, person, card) => {
      kept.set(key, { person, card, at: now() });
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    },
    read: (key, person) => {
      const found = kept.get(key);
      return found === undefined || found.person !== person || now() - found.at > keptMs ? null : found.card;
    },
  };
};
