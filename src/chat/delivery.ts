import type { Instant } from "../sla/instant.ts";
import type { ChannelRef, UserRef } from "../tickets/refs.ts";
import type { MessageRef } from "./card.ts";

/** The outcome of an attempt to post, edit or tell. Each adapter maps every error of its platform to one of these. */
export type Delivery =
  | {
      readonly ok: true;
      readonly ref: MessageRef;
      /** Why a part of the message is missing, such as its thread. A later edit adds that part. */
      readonly missing?: Extract<DeliveryFailure, { kind: "waitUntil" | "tryAgain" }>;
      /** The message is in the client area, and the contact whom only mail reaches got no mail of it, for good. */
      readonly notMailed?: NotMailed;
    }
  | { readonly ok: false; readonly failure: DeliveryFailure };

/** Why a contact got no mail: a code, and whether that is certain. */
export interface NotMailed {
  readonly contact: UserRef;
  /** The mail server's code, or a sentence of Plazo without names. */
  readonly why: string;
  readonly certain: boolean;
}

/** A delivery that cannot reach its recipient; `why` is a sentence of Plazo without names, `forStaff` may name a person. */
export const recipientGone = (why: string, forStaff?: string): Extract<Delivery, { ok: false }> => ({
  ok: false,
  failure: { kind: "recipientGone", why, ...(forStaff === undefined ? {} : { forStaff }) },
});

/** The reason as the team reads it in the ticket's history. It never goes into the log. */
export const reasonForStaff = ({ why, forStaff }: DeliveryFailure): string => forStaff ?? why;

export type DeliveryFailure = {
  /**
   * The platform's code or a sentence of Plazo, for the log and the operator. It names no person. Never the platform's own
   * text, which may quote a message or an address.
   */
  readonly why: string;
  /** The reason for the team, if it says more than `why`: it may name a person. */
  readonly forStaff?: string;
} &
  /** A rate limit: do not try before `until`. The attempt does not count. */
  (
    | { readonly kind: "waitUntil"; readonly until: Instant }
    /** It certainly did not happen; a later attempt may succeed. */
    | { readonly kind: "tryAgain" }
    /** It may or may not have happened: look for the message before repeating. */
    | { readonly kind: "doubtful" }
    /** The channel or person cannot be reached: take the next notify target. */
    | { readonly kind: "recipientGone" }
    /** Token revoked, scope missing: the operator must act. */
    | { readonly kind: "installBroken" }
    /** The platform refused what we built. */
    | { readonly kind: "ourBug" }
  );

/** The destination of a message: a channel, or a thread in it. */
export interface Destination {
  readonly channel: ChannelRef;
  readonly thread?: string;
}

/** Identifies one message that must exist only once. */
export interface Attempt {
  /** The same after a restart. */
  readonly key: string;
  /** If the outcome of an earlier attempt is unknown: look for the message since that time before posting again. */
  readonly doubtfulSince?: Instant;
}

/** The next attempt; the outcome of one since `doubtfulSince` is unknown, unless that is null. */
export const attemptOf = (key: string, doubtfulSince: Instant | null): Attempt =>
  doubtfulSince === null ? { key } : { key, doubtfulSince };

/** A file that is copied to another place. */
export interface CarriedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The result of reading a file: its bytes, or the reason why not. */
export type Fetched =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly failure: DeliveryFailure };

/** Why a message was not sent that a person wrote for fewer or other people. */
export const otherReaders = "other people would read it";

/** A rate: `burst` at once, and one more every `everyMs` milliseconds. */
export interface Pace {
  readonly burst: number;
  readonly everyMs: number;
}
