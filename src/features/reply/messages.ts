import type { UpdateTime } from "../../tickets/ticket-records.ts";
import type { SlaTarget } from "../../sla/clock.ts";
import type { Instant } from "../../sla/instant.ts";
import type { ClockChanges } from "../../tickets/clocks/changed-clocks.ts";
import type { FileRef, MessageKey, Place } from "../../tickets/refs.ts";
import type { Attachment, MessageAuthor } from "../../tickets/thread/thread-message.ts";

/** For whom a person wrote an undelivered message. `author` is set if it was not sent because others would read it. */
interface WrittenFor {
  readonly audience: Place | null;
  readonly author: MessageAuthor | null;
}

/** Why a pending reply was not sent: other people would read it, or the due time that it names does not hold any more. */
export type ReturnedBecause = "audienceChanged" | "noReader" | "dueChanged";

/** Staff wrote it in the customer's thread themselves, so the bot does not send it. */
export interface PostedReply {
  readonly type: "reply";
  readonly alreadyPosted: true;
  readonly text: string;
  /** Null for a message that is not stored. */
  readonly message: MessageKey | null;
  readonly files: readonly FileRef[];
}

/** An agent wrote it in a form, and the bot sends it. */
export interface WrittenReply {
  readonly type: "reply";
  readonly alreadyPosted: false;
  readonly text: string;
  /** The audience that the form named; null if it could not name one. */
  readonly audience: Place | null;
  /** The due time that the text names; null if it names none. */
  readonly dueNamed: Instant | null;
  /** The next update, which is promised with the reply; null if none is. */
  readonly update: UpdateTime | null;
  /** It asks the customer for something: the ticket waits for them once it is sent. */
  readonly setsWaiting: boolean;
  /** The bot completed the text, so the agent must see it before it is sent. */
  readonly filled: boolean;
}

export type ReplyCommand =
  | PostedReply
  | WrittenReply
  /** Sends a pending reply now: the clock when its time is over, a person earlier. */
  | { readonly type: "releaseReply"; readonly replyId: number }
  | { readonly type: "undoReply"; readonly replyId: number }
  /**
   * From the clock: a message was not delivered, or (`certain` false) may not have been: to the customer, or to `to`.
   */
  | ({
      readonly type: "reportUndelivered";
      readonly text: string;
      readonly why: string;
      readonly certain: boolean;
      /** The key of its outbox row; missing for a card. */
      readonly key?: string;
      readonly to?: "tech";
    } & Partial<WrittenFor>)
  /** An agent sends an undelivered message once more. `audience` is the one that the button's card named. */
  | { readonly type: "resend"; readonly undeliveredId: number; readonly audience?: Place }
  /** An agent says that the undelivered message did arrive. */
  | { readonly type: "markDelivered"; readonly undeliveredId: number };

export type ReplyEvent =
  | {
      readonly type: "replied";
      readonly text: string;
      readonly alreadyPosted: boolean;
      /** Who was to read it when it was written; null for a message that staff wrote in the conversation themselves. */
      readonly audience: Place | null;
      readonly message: MessageKey | null;
      readonly clocks: ClockChanges;
      /** The first customer's message that still waits for an answer; null if none does. */
      readonly nextUnanswered: Instant | null;
      readonly files: readonly Attachment[];
      /** The pending reply that was sent; null if it was sent at once. */
      readonly replyId: number | null;
      /** When it was sent, if that is later than it was written (`at`); else null. */
      readonly sentAt: Instant | null;
      /** The internal name that the customer can now read; null if there is none. */
      readonly revealed: string | null;
      /** When the update is due that was promised with it; null if none was. */
      readonly nextUpdateDue: Instant | null;
      /** It asks the customer for something, and the ticket waits for that. */
      readonly setsWaiting: boolean;
    }
  | {
      readonly type: "replyPending";
      readonly replyId: number;
      readonly text: string;
      readonly update: SlaTarget | null;
      readonly until: Instant;
      readonly audience: Place;
      readonly dueNamed: Instant | null;
      readonly setsWaiting: boolean;
    }
  | { readonly type: "replyUndone"; readonly replyId: number; readonly text: string }
  /** A pending reply was not sent, and its author is asked. */
  | {
      readonly type: "replyReturned";
      readonly replyId: number;
      readonly text: string;
      readonly why: ReturnedBecause;
      readonly setsWaiting: boolean;
    }
  /** `text` is the text that was to be sent; empty for the ticket's own card. */
  | ({
      readonly type: "undelivered";
      readonly text: string;
      readonly why: string;
      readonly certain: boolean;
      /** The key of its outbox row; null if it was not for the customer. */
      readonly key: string | null;
      readonly to: "customer" | "tech";
    } & WrittenFor)
  | { readonly type: "resent"; readonly undeliveredId: number; readonly key: string; readonly audience: Place | null }
  | { readonly type: "markedDelivered"; readonly undeliveredId: number };

export type ReplyNotification =
  /** `setsWaiting`: it asks the customer for something, and the ticket waits for that. */
  | {
      readonly type: "reply";
      readonly text: string;
      readonly by: string;
      /** Who was to read it when it was written. It is posted nowhere else. */
      readonly audience: Place | null;
      readonly author: MessageAuthor | null;
      readonly nextUpdateDue: Instant | null;
      readonly setsWaiting: boolean;
    }
  /** For staff only: a reply that can still be undone. */
  | {
      readonly type: "replyPending";
      readonly replyId: number;
      readonly text: string;
      readonly by: string;
      readonly until: Instant;
      readonly nextUpdateDue: Instant | null;
      readonly setsWaiting: boolean;
    }
  /** For staff only: an agent named internal people or channels where the customer reads it. */
  | { readonly type: "internalPosted"; readonly found: string; readonly by: string }
  /** The card of a pending reply must show that it was sent or undone. */
  | {
      readonly type: "replySettled";
      readonly replyId: number;
      readonly how: "sent" | "undone" | "returned";
      readonly text: string;
      readonly by: string;
      readonly nextUpdateDue: Instant | null;
    }
  /** For staff only: the author gets a pending reply back that was not sent. */
  | {
      readonly type: "replyReturned";
      readonly text: string;
      readonly why: ReturnedBecause;
      readonly author: MessageAuthor;
      readonly setsWaiting: boolean;
    }
  /** `undeliveredId` is its id within the ticket if it can be sent again. */
  | {
      readonly type: "undelivered";
      readonly text: string;
      readonly why: string;
      readonly certain: boolean;
      readonly undeliveredId: number | null;
      /** Who was not reached. */
      readonly to: "customer" | "tech";
      /** The author is asked, because other people would read it. */
      readonly author: MessageAuthor | null;
    }
  /**
   * For staff only: the outcome of an undelivered message. `back`: the customer wrote, so the bot sends it by itself.
   */
  | {
      readonly type: "undeliveredResolved";
      readonly how: "resent" | "arrived" | "resentByItself";
      readonly by: string;
    };

export type ReplyRefusal =
  /** A text for a customer names internal people or channels. */
  | { readonly reason: "internalMention"; readonly found: string }
  /** Another person already dealt with the undelivered message. */
  | { readonly reason: "handledAlready" }
  /** A pending reply that was already sent or undone. */
  | { readonly reason: "noLongerPending" }
  | { readonly reason: "audienceChanged" }
  /** The ticket is private, and its requester may no longer read it. */
  | { readonly reason: "noReader" }
  /** Staff wrote where the customer does not read any more. */
  | { readonly reason: "customerElsewhere" };

declare module "../../tickets/messages.ts" {
  interface FeatureMessages {
    readonly reply: {
      readonly command: ReplyCommand;
      readonly event: ReplyEvent;
      readonly notification: ReplyNotification;
      readonly refusal: ReplyRefusal;
    };
  }
}
