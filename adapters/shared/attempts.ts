import type { MessageRef } from "../../src/chat/card.ts";
import type { Delivery, DeliveryFailure } from "../../src/chat/delivery.ts";
import type { Instant } from "../../src/sla/instant.ts";

/** Ends an attempt with a failure that the adapter already knows. */
export class KnownFailure extends Error {
  readonly failure: DeliveryFailure;
  constructor(failure: DeliveryFailure) {
    super(failure.why);
    this.failure = failure;
  }
}

/** Error codes of Node that occur before anything was sent: a repeated call cannot post twice. */
export const nothingSentCodes: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
]);

/** How an adapter turns the errors of its platform into deliveries. */
export interface AttemptOutcomes {
  failureOf(error: unknown): DeliveryFailure;
  /** Runs an attempt; every error becomes a failed delivery. */
  delivery(work: () => Promise<MessageRef>): Promise<Delivery>;
  /** For calls that post nothing: a doubtful outcome may be tried again. */
  postsNothing<T>(work: () => Promise<T>): Promise<T>;
  /** For a look at an earlier attempt: if the look fails, the doubt remains. It must never lead to a second post. */
  stillInDoubt<T>(look: () => Promise<T>): Promise<T>;
}

export const createAttemptOutcomes = (
  platformFailureOf: (error: unknown, now: Instant) => DeliveryFailure,
  now: () => Instant,
): AttemptOutcomes => {
  const failureOf = (error: unknown): DeliveryFailure =>
    error instanceof KnownFailure ? error.failure : platformFailureOf(error, now());

  /** Rejects with the failure of `work`, after `change` has seen it. */
  const changing = async <T>(
    work: () => Promise<T>,
    change: (failure: DeliveryFailure) => DeliveryFailure,
  ): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      const failure = failureOf(error);
      const changed = change(failure);
      throw changed === failure ? error : new KnownFailure(changed);
    }
  };

  return {
    failureOf,
    delivery: async (work) => {
      try {
        return { ok: true, ref: await work() };
      } catch (error) {
        return { ok: false, failure: failureOf(error) };
      }
    },
    postsNothing: (work) =>
      changing(work, (failure) => (failure.kind === "doubtful" ? { kind: "tryAgain", why: failure.why } : failure)),
    stillInDoubt: (look) =>
      changing(look, (failure) =>
        failure.kind === "tryAgain" || failure.kind === "ourBug" ? { kind: "doubtful", why: failure.why } : failure,
      ),
  };
};

/** A card in the two forms in which a platform may take it. */
interface CardForms<Content> {
  readonly rich: () => Content;
  readonly plain: () => Content;
  /** Whether the platform refused the rich form itself, and not the recipient. */
  readonly isRefused: (error: unknown) => boolean;
  /** Reports the refusal, which is a bug of ours. */
  readonly refused: (error: unknown) => void;
}

/** Sends a card in its rich form. If the platform refuses that form, sends it once more as plain text. */
export const withPlainFallback = async <Content, T>(
  { rich, plain, isRefused, refused }: CardForms<Content>,
  send: (content: Content) => Promise<T>,
): Promise<T> => {
  try {
    return await send(rich());
  } catch (error) {
    if (!isRefused(error)) throw error;
    refused(error);
    return send(plain());
  }
};
