import type { AssignmentNotification } from "../features/assignment/messages.ts";
import type { AttachmentNotification } from "../features/attachments/messages.ts";
import type { CallbackNotification } from "../features/callback/messages.ts";
import type { ConversationNotification } from "../features/conversation/messages.ts";
import type { EscalationNotification } from "../features/escalation/messages.ts";
import type { KnowledgeNotification } from "../features/knowledge/messages.ts";
import type { NoteNotification } from "../features/notes/messages.ts";
import type { OpenNotification } from "../features/open/messages.ts";
import type { UpdateNotification } from "../features/promised-updates/messages.ts";
import type { RatingNotification } from "../features/rating/messages.ts";
import type { ReminderSent } from "../features/reminders/messages.ts";
import type { ReplyNotification } from "../features/reply/messages.ts";
import type { StatusNotification } from "../features/resolution/messages.ts";
import type { SeverityNotification } from "../features/severity/messages.ts";
import type { TechNotification } from "../features/tech-handoff/messages.ts";
import type { CardNotification } from "../features/ticket-cards/messages.ts";
import type { LinkNotification } from "../features/ticket-links/messages.ts";
import type { WaitingNotification } from "../features/waiting/messages.ts";
import type { Place } from "./refs.ts";

/** What the bot tells people: a meaning without words. A view renders it for its viewer when it is sent. */
export type Notification =
  | AssignmentNotification
  | AttachmentNotification
  | CallbackNotification
  | ConversationNotification
  | EscalationNotification
  | KnowledgeNotification
  | NoteNotification
  | OpenNotification
  | UpdateNotification
  | RatingNotification
  | ReminderSent
  | ReplyNotification
  | StatusNotification
  | SeverityNotification
  | TechNotification
  | CardNotification
  | LinkNotification
  | WaitingNotification;

/** Who reads a notification: the customer's thread, the internal thread of the triage card, the technical team's, or one person. */
export type Audience =
  | { readonly kind: "conversation" }
  | { readonly kind: "internal" }
  | { readonly kind: "tech" }
  | { readonly kind: "person"; readonly person: string }
  /** One person, by e-mail. */
  | { readonly kind: "email"; readonly person: string };

export type Effect =
  /** The cards of the ticket must show the ticket as it is now. */
  | { readonly type: "refreshCards" }
  /** A card in each triage channel of the desk. */
  | { readonly type: "placeTriage" }
  /** A card in each channel of the technical team. */
  | { readonly type: "placeTech" }
  /** The customer's card belongs here from now on. */
  | { readonly type: "placeConversation"; readonly place: Place }
  | { readonly type: "send"; readonly to: Audience; readonly message: Notification }
  /** Sends what the outbox has under this key once more. */
  | { readonly type: "resend"; readonly key: string };
