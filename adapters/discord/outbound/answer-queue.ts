import type { Delivery, DeliveryFailure } from "../../../src/chat/delivery.ts";
import type { Instant } from "../../../src/sla/instant.ts";
import type { UserRef } from "../../../src/tickets/refs.ts";
import type { AttemptPause } from "../../shared/waiting.ts";

/** A private answer by direct message. */
export interface DirectAnswer {
  readonly user: UserRef;
  readonly send: () => Promise<Delivery>;
  readonly undelivered: (failure: DeliveryFailure) => void;
}

interface Waiting {
  readonly answer: DirectAnswer;
  readonly since: Instant;
  until: Instant;
}

/** The most answers that wait, for one person and together. One person must not delay the answers to others. */
const mostPerPerson = 3;
const most = 1_000;
/** After this time (ms) an answer is of no use any more. */
const longestMs = 30 * 60_000;
/** The shortest and longest pause (ms) between two rounds. */
const shortest = 50;
const longest = 10_000;

/**
 * Sends private answers by direct message, and keeps those that Discord's limits delay in their order. Resolves after the
 * first try, because conversations are opened slowly.
 */
export const createAnswerQueue = (now: () => Instant, pause: AttemptPause) => {
  let waiting: Waiting[] = [];
  let isWorking = false;

  /** Returns until when the answer must wait; null if it needs no further try. */
  const attempt = async ({ send, undelivered }: DirectAnswer, since: Instant): Promise<Instant | null> => {
    const delivery = await send();
    if (delivery.ok) return null;
    const { failure } = delivery;
    if (failure.kind === "waitUntil" && now() - since < longestMs && !pause.ended()) return failure.until;
    undelivered(failure);
    return null;
  };

  /** Tries each answer that is due, but a later answer to a person never before an earlier one. */
  const tryAll = async (): Promise<void> => {
    const blocked = new Set<UserRef>();
    for (const each of waiting) {
      const { user } = each.answer;
      const until = blocked.has(user) || each.until > now() ? each.until : await attempt(each.answer, each.since);
      if (until === null) waiting = waiting.filter((other) => other !== each);
      else {
        each.until = until;
        blocked.add(user);
      }
    }
  };

  const work = async (): Promise<void> => {
    if (isWorking) return;
    isWorking = true;
    while (waiting.length > 0 && !pause.ended()) {
      const next = Math.min(...waiting.map(({ until }) => until)) - now();
      await pause(Math.min(longest, Math.max(shortest, next)));
      await tryAll();
    }
    isWorking = false;
  };

  return async (answer: DirectAnswer): Promise<void> => {
    const ofPerson = waiting.filter(({ answer: { user } }) => user === answer.user).length;
    if (ofPerson >= mostPerPerson || waiting.length >= most)
      return answer.undelivered({ kind: "tryAgain", why: "too many answers wait" });
    const since = now();
    const until = ofPerson > 0 ? since : await attempt(answer, since);
    if (until === null) return;
    waiting.push({ answer, since, until });
    void work();
  };
};
