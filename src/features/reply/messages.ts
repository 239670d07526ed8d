import type { UpdateTime } from "../../tickets/ticket-records.ts";
import type { SlaTarget } from "../../sla/clock.ts";
import type { Instant } from "../../sla/instant.ts";
import type { ClockChanges } from "../../tickets/clocks/changed-clocks.ts";
import type { FileRef, MessageKey, Place } from "../../tickets/refs.ts";
import type { Attachment } from "../../tickets/thread/thread-message.ts";

export type ReplyCommand =
  /** `alreadyPosted`: staff wrote it in the customer's thread themselves, so the bot does not send it. */
  | {
      readonly type: "reply";
      readonly text: string;
      readonly alreadyPosted: boolean;
      /** The audience that the form named when the reply was written; null if it could not name one. */
      readonly audience?: Place | null | undefined;
      /** The next update, which is promised with the reply. */
      readonly update?: UpdateTime | undefined;
      /** It asks the customer for something: the ticket waits for them once it is sent. */
      readonly waits?: true | undefined;
      /** The bot completed the text, so the agent must see it before it is sent. */
      readonly filled?: true | undefined;
      readonly message?: MessageKey | undefined;
      readonly files?: readonly FileRef[] | undefined;
    }
  /** Sends a pending reply now: the clock when its time is over, a person earlier. */
  | { readonly type: "releaseReply"; readonly held: number }
  | { readonly type: "undoReply"; readonly held: number }
  /**
   * From the clock: a message was not delivered, or (`certain` false) may not have been: to the customer, or to `to`.
   */
  | {
      readonly type: "reportUndelivered";
      readonly what: string;
      readonly why: string;
      readonly certain: boolean;
      /** The key of its outbox row; missing for a card. */
      readonly key?: string | undefined;
      readonly to?: "tech" | undefined;
    }
  /** An agent sends an undelivered message once more. */
  | { readonly type: "resend"; readonly lost: number }
  /** An agent says that the undelivered message did arrive. */
  | { readonly type: "markDelivered"; readonly lost: number };

export type ReplyEvent =
  | {
      readonly type: "replied";
      readonly text: string;
      readonly alreadyPosted: boolean;
      readonly message?: MessageKey | undefined;
      readonly clocks: ClockChanges;
      readonly files?: readonly Attachment[] | undefined;
      /** The pending reply that was sent. */
      readonly held?: number;
      /** When it was sent, which is later than it was written (`at`). */
      readonly sentAt?: Instant;
      /** The internal name that the customer can now read. */
      readonly revealed?: string;
      /** When the update is due that was promised with it. */
      readonly news?: Instant;
      /** It asks the customer for something, and the ticket waits for that. */
      readonly waits?: true;
    }
  | {
      readonly type: "replyPending";
      readonly held: number;
      readonly text: string;
      readonly update: SlaTarget | null;
      readonly until: Instant;
      readonly waits?: true;
    }
  | { readonly type: "replyUndone"; readonly held: number; readonly text: string }
  /** `what` is the text that was to be sent; empty for the ticket's own card. */
  | {
      readonly type: "undelivered";
      readonly what: string;
      readonly why: string;
      readonly certain: boolean;
      readonly key?: string | undefined;
      readonly to?: "tech" | undefined;
    }
  | { readonly type: "resent"; readonly lost: number; readonly key: string }
  | { readonly type: "markedDelivered"; readonly lost: number };

export type ReplyNotification =
  /** `waits`: it asks the customer for something, and the ticket waits for that. */
  | {
      readonly type: "reply";
      readonly text: string;
      readonly by: string;
      readonly news?: Instant;
      readonly waits?: true;
    }
  /** For staff only: a reply that can still be undone. */
  | {
      readonly type: "replyPending";
      readonly held: number;
      readonly text: string;
      readonly by: string;
      readonly until: Instant;
      readonly news: Instant | null;
      readonly waits?: true;
    }
  /** For staff only: an agent named internal people or channels where the customer reads it. */
  | { readonly type: "internalPosted"; readonly found: string; readonly by: string }
  /** The card of a pending reply must show that it was sent or undone. */
  | {
      readonly type: "replySettled";
      readonly held: number;
      readonly how: "sent" | "undone";
      readonly text: string;
      readonly by: string;
      readonly news: Instant | null;
    }
  /** `lost` is its id within the ticket if it can be sent again. */
  | {
      readonly type: "undelivered";
      readonly what: string;
      readonly why: string;
      readonly certain: boolean;
      readonly lost: number | null;
      /** Who was not reached, if not the customer. */
      readonly to?: "tech" | undefined;
    }
  /**
   * For staff only: the outcome of an undelivered message. `back`: the customer wrote, so the bot sends it by itself.
   */
  | { readonly type: "undeliveredResolved"; readonly how: "again" | "arrived" | "back"; readonly by: string };

export type ReplyRefusal =
  /** A text for a customer names internal people or channels. */
  | { readonly reason: "internalWords"; readonly found: string }
  /** Another person already dealt with the undelivered message. */
  | { readonly reason: "seenToAlready" }
  /** A pending reply that was already sent or undone. */
  | { readonly reason: "noLongerPending" }
  | { readonly reason: "readersChanged" };

declare module "../../tickets/feature-messages.ts" {
  interface FeatureMessages {
    readonly reply: {
      readonly command: ReplyCommand;
      readonly event: ReplyEvent;
      readonly notification: ReplyNotification;
      readonly refusal: ReplyRefusal;
    };
  }
}
