import type { Instant } from "../sla/instant.ts";
import type { ChannelRef } from "../tickets/refs.ts";
import type { MessageRef } from "./card.ts";

/** What became of an attempt to post, edit or tell. Each adapter maps every error of its platform to one of these. */
export type Delivery =
  | { readonly ok: true; readonly ref: MessageRef }
  | { readonly ok: false; readonly failure: DeliveryFailure };

export type DeliveryFailure = {
  /**
   * The platform's own code or a sentence of ours, for the log, the operator and the team. Never the platform's own words,
   * which may quote a message or an address.
   */
  readonly why: string;
} &
  /** A rate limit: nothing before `until`. No attempt is counted. */
  (
    | { readonly kind: "waitUntil"; readonly until: Instant }
    /** It surely did not happen and may later. */
    | { readonly kind: "tryAgain" }
    /** It may or may not have happened: read back before repeating. */
    | { readonly kind: "doubtful" }
    /** Channel or person cannot be reached: take the next notify target. */
    | { readonly kind: "recipientGone" }
    /** Token revoked, scope missing: the operator must act. */
    | { readonly kind: "installBroken" }
    /** The platform refused what we built. */
    | { readonly kind: "ourBug" }
  );

/** Where a message goes: a channel, or below a message in it. */
export interface Destination {
  readonly channel: ChannelRef;
  readonly thread?: string | undefined;
}

/** Identifies one message we want to exist once. */
export interface Attempt {
  /** Stable over restarts. */
  readonly key: string;
  /** Set when an earlier attempt's outcome is unknown: look for the message since then before posting again. */
  readonly doubtfulSince?: Instant | undefined;
}

/** A file on its way to another place. */
export interface CarriedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What became of reading a file: its bytes, or why not. */
export type Fetched =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly failure: DeliveryFailure };
