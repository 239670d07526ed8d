import type { AssignmentRefusal } from "../features/assignment/messages.ts";
import type { CallbackRefusal } from "../features/callback/messages.ts";
import type { ConversationRefusal } from "../features/conversation/messages.ts";
import type { EscalationRefusal } from "../features/escalation/messages.ts";
import type { LimitRefusal } from "../features/limits/messages.ts";
import type { OpenRefusal } from "../features/open/messages.ts";
import type { UpdateRefusal } from "../features/promised-updates/messages.ts";
import type { RatingRefusal } from "../features/rating/messages.ts";
import type { ReminderRefusal } from "../features/reminders/messages.ts";
import type { ReplyRefusal } from "../features/reply/messages.ts";
import type { SeverityRefusal } from "../features/severity/messages.ts";
import type { TechRefusal } from "../features/tech-handoff/messages.ts";
import type { LinkRefusal } from "../features/ticket-links/messages.ts";
import type { WaitingRefusal } from "../features/waiting/messages.ts";

/** Refusals that belong to no single feature. */
export type CommonRefusal =
  | { readonly reason: "notAllowed" }
  /** A ticket of another account reads the same, so that ticket numbers tell a stranger nothing. */
  | { readonly reason: "noSuchTicket" }
  | {
      readonly reason: "alreadyThat";
      readonly what: "claimed" | "severity" | "waiting" | "resolved" | "open" | "account" | "assignee" | "acknowledged";
    }
  | { readonly reason: "resolvedAlready" }
  | { readonly reason: "emptyText" }
  /** The clock asked for something that is no longer wanted. Nobody is notified. */
  | { readonly reason: "notDue" };

/** Why a command was refused. A view has one sentence for each reason. */
export type Refusal =
  | CommonRefusal
  | AssignmentRefusal
  | CallbackRefusal
  | ConversationRefusal
  | EscalationRefusal
  | LimitRefusal
  | OpenRefusal
  | UpdateRefusal
  | RatingRefusal
  | ReminderRefusal
  | ReplyRefusal
  | SeverityRefusal
  | TechRefusal
  | LinkRefusal
  | WaitingRefusal;
