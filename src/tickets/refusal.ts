import type { Instant } from "../sla/instant.ts";
import type { CountedAct, CountedRead, Limit } from "../features/limits/limits.ts";

import type { LinkRefusal } from "../features/ticket-links/messages.ts";
import type { EscalationRefusal } from "../features/escalation/messages.ts";

/** Why a command was refused; `views` has one friendly sentence for each. */
export type Refusal =
  /**
   * A customer asked for more than the desk takes: `of` says who did. `told`: they were told before, and know until when.
   */
  | {
      readonly reason: "limited";
      readonly what: CountedAct;
      readonly of: "person" | "account";
      readonly limit: Limit;
      readonly until: Instant;
      readonly told: boolean;
    }
  /** A customer read more than the desk gives in so much time. */
  | { readonly reason: "askedTooOften"; readonly what: CountedRead; readonly limit: Limit; readonly until: Instant }
  | { readonly reason: "notAllowed" }
  /** Words for a customer that name people or channels of ours that are none of theirs. */
  | { readonly reason: "internalWords"; readonly found: string }
  /** Somebody saw to it before. */
  | { readonly reason: "seenToAlready" }
  /** A pending reply that was sent or taken back meanwhile. */
  | { readonly reason: "noLongerPending" }
  | { readonly reason: "noSuchTicket" }
  /** The message is in the thread of this ticket already. */
  | { readonly reason: "alreadyTicket"; readonly number: number }
  | { readonly reason: "alreadyClaimed"; readonly by: string }
  | {
      readonly reason: "alreadyThat";
      readonly what: "claimed" | "severity" | "waiting" | "resolved" | "open" | "account" | "assignee" | "acknowledged";
    }
  | { readonly reason: "resolvedAlready" }
  | { readonly reason: "noSuchAccount"; readonly name: string }
  /** The conversation is in the channel of this account: what is said there must not become another's. */
  | { readonly reason: "channelOfAnother"; readonly name: string }
  | { readonly reason: "noSuchPerson"; readonly name: string }
  | { readonly reason: "emptyText" }
  /** The desk names no channel of a technical team. */
  | { readonly reason: "noTechTeam" }
  | { readonly reason: "notWithTech" }
  /** Nothing the customer wrote waits for an answer. */
  | { readonly reason: "nothingAsked" }
  | { readonly reason: "readersChanged" }
  /** To wait for a customer of whom nothing was asked since they wrote last. */
  | { readonly reason: "nothingAskedOfCustomer" }
  | { readonly reason: "nothingRunning" }
  | { readonly reason: "reasonNeeded" }
  /** A time that has passed already, or lies too far ahead. */
  | { readonly reason: "notAhead" }
  | { readonly reason: "tooFarAhead"; readonly days: number }
  /** Said by the clock to itself: the promise was kept meanwhile. Nobody is told. */
  | { readonly reason: "notDue" }
  | LinkRefusal
  | EscalationRefusal;
