import type { Instant } from "../sla/instant.ts";
import type { NoticeAbout } from "../features/assignment/assignee-notice.ts";
import type { Format } from "./format.ts";
import type { AssigneeLeft } from "../features/assignment/hand-over-facts.ts";
import type { MovedTarget, ReminderNotification } from "./messages.ts";
import type { ImportedThread } from "../features/open/imported-thread.ts";
import type { ChannelRef, FileRef, MessageKey, Place, UserRef } from "./refs.ts";
import type { SkippedTarget } from "../features/reminders/notification-route.ts";
import type { Severity } from "../sla/severity.ts";
import type { CustomerMessage } from "./ticket.ts";
import type { LinkMessage } from "../features/ticket-links/messages.ts";
import type { EscalationMessage } from "../features/escalation/messages.ts";

/** Whom a message in the staff's thread mentions. */
export interface MentionedPerson {
  readonly user: UserRef;
  readonly name: string;
  /** A key of the desk's people. */
  readonly person: string;
  /** The assignee for whom they stand in; null where they are the assignee. */
  readonly instead: string | null;
}

/** A message as a meaning; `views` finds the words when it is sent. */
export type Notification =
  /** `waits`: it asks the customer for something, and the ticket waits for that. */
  | {
      readonly type: "reply";
      readonly text: string;
      readonly by: string;
      readonly news?: Instant;
      readonly waits?: true;
    }
  /** For staff only: a reply that can still be taken back. */
  | {
      readonly type: "replyPending";
      readonly held: number;
      readonly text: string;
      readonly by: string;
      readonly until: Instant;
      readonly news: Instant | null;
      readonly waits?: true;
    }
  /** For staff only: somebody named what is internal where the customer reads it. */
  | { readonly type: "internalPosted"; readonly found: string; readonly by: string }
  /** What was told of a pending reply is to be shown as what became of it. */
  | {
      readonly type: "replySettled";
      readonly held: number;
      readonly how: "sent" | "undone";
      readonly text: string;
      readonly by: string;
      readonly news: Instant | null;
    }
  | { readonly type: "note"; readonly text: string; readonly by: string }
  /** For staff only: it was to be given to an agent, and none is there. */
  | { readonly type: "noAgentAvailable" }
  /** For staff only. */
  | AssigneeLeft
  /** For whom it was given to; by nobody where it was their turn. */
  | { readonly type: "assigned"; readonly person: string; readonly by: string | null }
  /** For staff only: whoever it was given to does not know. */
  | { readonly type: "assigneeNotNotified"; readonly person: string; readonly why: SkippedTarget["why"] }
  /** For the assignee, or who stands in for them (`instead`), where they cannot be mentioned in triage. */
  | {
      readonly type: "assigneeNotice";
      readonly about: NoticeAbout;
      readonly person: string;
      readonly instead: string | null;
    }
  /** Between support and the technical team; never for a customer. */
  | { readonly type: "toTech"; readonly what: "asked" | "told"; readonly text: string; readonly by: string }
  | {
      readonly type: "fromTech";
      readonly what: "took" | "remarked" | "returned" | "done";
      readonly text: string;
      readonly format?: readonly Format[] | undefined;
      readonly by: string;
      readonly rings?: MentionedPerson | undefined;
    }
  /** For staff only. */
  | ({
      readonly type: "threadImported";
      /** What the ticket was opened from, by which it is found again. */
      readonly message?: MessageKey | undefined;
    } & ImportedThread)
  /** For staff only: somebody changed the message that a ticket was opened from, or (`gone`) took it back. */
  | {
      readonly type: "openingChanged";
      readonly message: MessageKey;
      readonly by: string;
      readonly gone: boolean;
      /** The platform that does not tell who deleted it. */
      readonly on?: string | undefined;
    }
  /** For staff only: what one of them said in public was deleted; null where the platform tells that it was the author. */
  | {
      readonly type: "publicDeleted";
      readonly message: MessageKey;
      readonly author: string;
      readonly on: string | null;
    }
  | { readonly type: "articlesOffered"; readonly titles: readonly string[] }
  /** As they stand when it is sent, where the ticket knows the `message`; else `words`. */
  | {
      readonly type: "customerMessage";
      readonly words: CustomerMessage;
      readonly message?: MessageKey | undefined;
      readonly company?: string | null | undefined;
      readonly thanks?: boolean | undefined;
      readonly colleague?: true | undefined;
      readonly rings?: MentionedPerson | undefined;
    }
  /** A file of the customer's, or (`staff`) of one of us among them; where it cannot be had, a sentence says so. */
  | {
      readonly type: "customerFile";
      readonly message: MessageKey;
      readonly file: FileRef;
      readonly by: string;
      readonly company: string | null;
      readonly staff?: true | undefined;
      readonly whyNot?: string | null | undefined;
    }
  /** What was told of this message is to be shown as the message is now. */
  | { readonly type: "messageChanged"; readonly message: MessageKey }
  | {
      readonly type: "severityChanged";
      readonly from: Severity;
      readonly to: Severity;
      readonly promises: readonly MovedTarget[];
    }
  /** Another account, or the desk as it is now, moved what was promised. */
  | { readonly type: "targetsMoved"; readonly promises: readonly MovedTarget[] }
  /** For staff only. */
  | {
      readonly type: "severityLowered";
      readonly from: Severity;
      readonly to: Severity;
      readonly reason: string;
      readonly by: string;
    }
  | { readonly type: "updatePromised"; readonly due: Instant }
  | {
      readonly type: "statusChanged";
      readonly to: "waiting" | "resolved" | "reopened";
      readonly by: string;
      readonly asksRating?: boolean | undefined;
      readonly silent?: true | undefined;
      /** The customer did it, so they need not be notified. */
      readonly own?: true | undefined;
      readonly rings?: MentionedPerson | undefined;
    }
  | { readonly type: "reminder"; readonly notice: ReminderNotification }
  /** For staff only: the customer's channel refused us. */
  | { readonly type: "conversationMoved"; readonly why: string }
  /** For staff only: a card of the staff's stands in these channels now. */
  | { readonly type: "cardMoved"; readonly to: readonly ChannelRef[] }
  | LinkMessage
  /** `lost`: how the ticket calls it, where it can be sent again. */
  | {
      readonly type: "undelivered";
      readonly what: string;
      readonly why: string;
      readonly certain: boolean;
      readonly lost: number | null;
      /** Who was not reached, where that is not the customer. */
      readonly to?: "tech" | undefined;
    }
  /** For staff only: somebody saw to what was lost; `back`: the customer wrote, so it goes out by itself. */
  | { readonly type: "undeliveredResolved"; readonly how: "again" | "arrived" | "back"; readonly by: string }
  | EscalationMessage;

/** Who reads: the customer's thread, the triage card's internal thread, the technical team's, or one person. */
export type Audience =
  | { readonly kind: "conversation" }
  | { readonly kind: "internal" }
  | { readonly kind: "tech" }
  | { readonly kind: "person"; readonly person: string }
  /** One person, by e-mail. */
  | { readonly kind: "email"; readonly person: string };

export type Effect =
  /** Cards of the ticket now have something newer to show. */
  | { readonly type: "refreshCards" }
  /** A card in each triage channel of the desk. */
  | { readonly type: "placeTriage" }
  /** A card in each channel of the technical team. */
  | { readonly type: "placeTech" }
  /** The customer's card stands here from now on. */
  | { readonly type: "placeConversation"; readonly place: Place }
  | { readonly type: "send"; readonly to: Audience; readonly message: Notification }
  /** What we owed the customer under this key, once more. */
  | { readonly type: "resend"; readonly key: string };
