import type { Instant } from "../../sla/instant.ts";
import type { ClockChanges } from "../../tickets/clocks/changed-clocks.ts";
import type { Formatted, MaybeFormatted } from "../../tickets/format.ts";
import type { Actor } from "../../tickets/messages.ts";
import type { MentionedPerson, MessageKey, Place } from "../../tickets/refs.ts";
import type { Attachment, ThreadMessage } from "../../tickets/thread/thread-message.ts";
import type { CustomerMessage } from "../../tickets/ticket.ts";
import type { SharedFiles } from "../../tickets/limits.ts";

/** The titles of a ticket that was opened from a message: from its text before an edit, and after it. */
export interface Titles {
  readonly before: string;
  readonly after: string;
}

interface Closed {
  /** Who closed the ticket, if the customer wrote before the closing. The transaction reads it. */
  readonly closedBy?: Actor;
}

export type ConversationCommand =
  /** The customer wrote in the ticket's conversation, at the platform's time `wroteAt`. */
  | ({
      readonly type: "receiveMessage";
      readonly wroteAt: Instant;
      /** When it left a prompt in which it waited while the ticket was closed: it is judged by this moment. */
      readonly waitedUntil?: Instant;
      readonly message?: MessageKey;
    } & SharedFiles &
      Closed &
      MaybeFormatted)
  /** A person edited a message of theirs in one of the ticket's threads. */
  | ({ readonly type: "editMessage"; readonly message: MessageKey; readonly titles?: Titles } & Closed & MaybeFormatted)
  /** A person deleted a message of theirs. `byAuthor`: the platform says that it was this person. */
  | { readonly type: "deleteMessage"; readonly message: MessageKey; readonly byAuthor?: true }
  /** The customer's messages up to then need no answer. */
  | { readonly type: "dismiss"; readonly upTo: Instant }
  /** From the clock: the platform refused the place of the conversation, so it continues by direct message. */
  | { readonly type: "moveConversation"; readonly why: string };

export type ConversationEvent =
  | ({
      readonly type: "customerWrote";
      readonly wroteAt: Instant;
      readonly message: MessageKey | null;
      readonly files: readonly Attachment[];
      /** The author's company, a key of the desk's accounts. */
      readonly company: string | null;
      /** It is a mere thank-you and needs no answer. */
      readonly thanks: boolean;
      /** A colleague wrote it whom the desk file does not name. Like a thank-you it needs no answer. */
      readonly colleague: boolean;
      readonly clocks: ClockChanges;
    } & Formatted)
  /** `nextUnanswered`: the first later message, which still waits for an answer. */
  | {
      readonly type: "dismissed";
      readonly upTo: Instant;
      readonly nextUnanswered: Instant | null;
      readonly clocks: ClockChanges;
    }
  /**
   * `needsReply`: the message was a mere thank-you and needs an answer now; null if not. `wroteAt` is when the author first wrote it.
   * `title`: the ticket's title was taken from the message, and follows it; null if it stays.
   */
  | ({
      readonly type: "messageEdited";
      readonly message: MessageKey;
      readonly kind: ThreadMessage["kind"];
      readonly wroteAt: Instant;
      readonly needsReply: { readonly company: string | null; readonly clocks: ClockChanges } | null;
      readonly title: string | null;
    } & Formatted)
  /**
   * The deleted text is also erased from earlier events, except what staff published (`textKept`). If the `platform`
   * does not say who deleted it, the event names it and the `author`; otherwise both are null.
   */
  | {
      readonly type: "messageDeleted";
      readonly message: MessageKey;
      readonly kind: ThreadMessage["kind"];
      readonly wroteAt: Instant;
      readonly textKept: boolean;
      readonly platform: string | null;
      readonly author: string | null;
      /** Fields of the ticket that were taken from this text and are erased with it. */
      readonly erases: ThreadMessage["usedFor"];
    }
  | { readonly type: "conversationMoved"; readonly from: Place; readonly to: Place; readonly why: string }
  /** Every place had refused the conversation; the bot tries this one again. */
  | { readonly type: "conversationRetried"; readonly to: Place };

export type ConversationNotification =
  /** The current text of the message if the ticket knows the `message`; otherwise `content`. */
  | {
      readonly type: "customerMessage";
      readonly content: CustomerMessage;
      readonly message: MessageKey | null;
      readonly company: string | null;
      readonly thanks: boolean;
      readonly colleague: boolean;
      readonly mention: MentionedPerson | null;
    }
  /** For the customer's conversation: one of their people wrote on the page of the ticket. */
  | { readonly type: "wroteInArea"; readonly content: CustomerMessage }
  /** The copy of this message must show its current text. */
  | { readonly type: "messageChanged"; readonly message: MessageKey }
  /** The author deleted this message, so a direct message that may quote it is edited. `direct`: its outbox row. */
  | { readonly type: "directChanged"; readonly message: MessageKey; readonly direct: number }
  /** For staff only: the author edited the message that the ticket was opened from, or (`gone`) deleted it. */
  | {
      readonly type: "openingChanged";
      readonly message: MessageKey;
      readonly by: string;
      readonly deleted: boolean;
      /** The platform, if it does not say who deleted it; else null. */
      readonly platform: string | null;
    }
  /**
   * For staff only: a published message of staff was deleted. `on` is null if the platform says that the author did it.
   */
  | {
      readonly type: "publicDeleted";
      readonly message: MessageKey;
      readonly author: string;
      readonly platform: string | null;
    }
  /** For staff only: the conversation could not stay in its place. */
  | { readonly type: "conversationMoved"; readonly to: Place; readonly why: string };

/** No message of the customer waits for an answer. */
export interface ConversationRefusal {
  readonly reason: "nothingUnanswered";
}

declare module "../../tickets/messages.ts" {
  interface FeatureMessages {
    readonly conversation: {
      readonly command: ConversationCommand;
      readonly event: ConversationEvent;
      readonly notification: ConversationNotification;
      readonly refusal: ConversationRefusal;
    };
  }
}
