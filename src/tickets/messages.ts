import type { AssignmentCommand, AssignmentEvent } from "../features/assignment/messages.ts";
import type { CallbackCommand, CallbackEvent } from "../features/callback/messages.ts";
import type { ConsultingEvent } from "../features/consulting/messages.ts";
import type { ConversationCommand, ConversationEvent } from "../features/conversation/messages.ts";
import type { EscalationCommand, EscalationEvent } from "../features/escalation/messages.ts";
import type { KnowledgeEvent } from "../features/knowledge/messages.ts";
import type { NoteCommand, NoteEvent } from "../features/notes/messages.ts";
import type { OpenCommand, OpenEvent } from "../features/open/messages.ts";
import type { UpdateCommand, UpdateEvent } from "../features/promised-updates/messages.ts";
import type { RatingCommand, RatingEvent } from "../features/rating/messages.ts";
import type { ReminderCommand, ReminderEvent } from "../features/reminders/messages.ts";
import type { ReplyCommand, ReplyEvent } from "../features/reply/messages.ts";
import type { ResolutionCommand, ResolutionEvent } from "../features/resolution/messages.ts";
import type { SeverityCommand, SeverityEvent } from "../features/severity/messages.ts";
import type { TechCommand, TechEvent } from "../features/tech-handoff/messages.ts";
import type { LinkCommand, LinkEvent } from "../features/ticket-links/messages.ts";
import type { WaitingCommand, WaitingEvent } from "../features/waiting/messages.ts";
import type { Instant } from "../sla/instant.ts";
import type { Actor } from "./actor.ts";
import type { Refusal } from "./refusal.ts";

/** Who asked or acted, and when. */
export interface Stamp {
  readonly by: Actor;
  readonly at: Instant;
}

type FeatureCommand =
  | OpenCommand
  | AssignmentCommand
  | SeverityCommand
  | ReplyCommand
  | ConversationCommand
  | NoteCommand
  | WaitingCommand
  | ResolutionCommand
  | ReminderCommand
  | TechCommand
  | EscalationCommand
  | CallbackCommand
  | RatingCommand
  | LinkCommand
  | UpdateCommand;

type FeatureEvent =
  | OpenEvent
  | AssignmentEvent
  | SeverityEvent
  | ReplyEvent
  | ConversationEvent
  | NoteEvent
  | WaitingEvent
  | ResolutionEvent
  | ReminderEvent
  | TechEvent
  | EscalationEvent
  | CallbackEvent
  | RatingEvent
  | LinkEvent
  | UpdateEvent
  | ConsultingEvent
  | KnowledgeEvent;

/** A request to change a ticket, which may be refused. The sum of what the features take. */
export type Command = Stamp & FeatureCommand;

export type CommandType = Command["type"];

/**
 * A recorded change of a ticket. It carries the targets that follow from it, so that a ticket can be rebuilt from its events
 * alone, whatever the desk file says later.
 */
export type Event = Stamp & FeatureEvent;

export type EventType = Event["type"];

export type Decision =
  | { readonly ok: true; readonly events: readonly Event[] }
  | { readonly ok: false; readonly refusal: Refusal };
