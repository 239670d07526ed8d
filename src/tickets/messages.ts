import type { SlaTarget } from "../sla/clock.ts";
import type { ClockKind, CustomerClockKind } from "../sla/clock-kinds.ts";
import type { Instant } from "../sla/instant.ts";
import type { Actor } from "./actor.ts";
import type { ClockChanges } from "./clocks/changed-clocks.ts";

import type { Formatted } from "./format.ts";
import type { SharedFiles } from "../features/limits/limits.ts";
import type { Noted } from "../features/conversation/noted.ts";
import type { ChannelRef, MessageKey, Place, UserRef } from "./refs.ts";
import type { Unavailable, NotificationRoute } from "../features/reminders/notification-route.ts";
import type { Refusal } from "./refusal.ts";
import type { ReplyCommand, ReplyEvent } from "../features/reply/messages.ts";
import type { Severity } from "../sla/severity.ts";
import type { ThreadMessage, Attachment, Source, Ticket, OpeningMessage } from "./ticket.ts";
import type { ImportedThread, RecordedOpeningMessage } from "../features/open/imported-thread.ts";
import type { UpdateTime } from "../features/promised-updates/update-time.ts";
import type { LinkCommand, LinkEvent } from "../features/ticket-links/messages.ts";
import type { EscalationCommand, EscalationEvent } from "../features/escalation/messages.ts";
import type { Inactivity, TicketKind } from "../features/escalation/escalation.ts";

/**
 * Command: a wish, imperative. Event: a fact, past tense. Effect: a thing to tell the world.
 * A command may be refused; an event may not.
 */

export type Command = { readonly by: Actor; readonly at: Instant } & (
  | {
      readonly type: "open";
      readonly number: number;
      readonly kind?: TicketKind | undefined;
      readonly title: string;
      readonly description: string;
      readonly severity: Severity;
      /** Chosen by staff who open a ticket for somebody; undefined lets channel and person decide. */
      readonly account?: string | undefined;
      readonly askedIn: ChannelRef;
      readonly follows?: number | undefined;
      /** The message it is opened from, who wrote that, what it tells of, and what else was said in its thread before. */
      readonly source?: Source | undefined;
      /** `source` is the post in which the form was sent: where that belongs to a ticket already, a new post is begun. */
      readonly unlessTaken?: true | undefined;
      readonly author?: { readonly user: UserRef; readonly name: string } | undefined;
      readonly wrote?: OpeningMessage | undefined;
      readonly filesLeft?: SharedFiles["filesLeft"];
      readonly earlier?: ImportedThread | undefined;
      /** Titles of the manual's articles that were offered before, in vain. */
      readonly offered?: readonly string[] | undefined;
    }
  | { readonly type: "claim" }
  | { readonly type: "assign"; readonly person: string | null }
  /** Lowering what triage confirmed needs a reason. */
  | { readonly type: "setSeverity"; readonly severity: Severity; readonly reason?: string | undefined }
  | { readonly type: "setAccount"; readonly account: string }
  | ReplyCommand
  | ({ readonly type: "note" } & Noted)
  /** Asks the technical team, or writes to them where they have it already. */
  | { readonly type: "askTech"; readonly text: string }
  | { readonly type: "claimTech" }
  /** Somebody wrote in the technical team's own thread. */
  | ({ readonly type: "commentAsTech" } & Formatted)
  /** Back to support, with what was found; `done` where there is nothing left to do for them. */
  | { readonly type: "returnTech"; readonly findings: string; readonly done: boolean }
  /** What the customer wrote until then needs no answer. */
  | { readonly type: "dismiss"; readonly upTo: Instant }
  /** The customer wrote in the ticket's conversation, at the platform's time `wroteAt`. */
  | ({
      readonly type: "hear";
      readonly wroteAt: Instant;
      readonly message?: MessageKey | undefined;
    } & SharedFiles &
      Formatted)
  /** Somebody changed what they wrote in one of the ticket's threads, or took it back. */
  | ({ readonly type: "editMessage"; readonly message: MessageKey } & Formatted)
  /** `told`: the platform says that it was this person. */
  | { readonly type: "deleteMessage"; readonly message: MessageKey; readonly told?: true | undefined }
  /** `asked`: the last message to the customer asked for something, which is refused where they wrote since. */
  | { readonly type: "wait"; readonly asked?: true }
  | { readonly type: "resolve" }
  | { readonly type: "reopen" }
  /** "I'm on it". */
  | { readonly type: "acknowledge" }
  /** "Remind me later". */
  | { readonly type: "snooze"; readonly until: Instant }
  /** The customer is promised news by then. */
  | { readonly type: "promiseUpdate"; readonly due: UpdateTime }
  /** An admin's wish: the open promises follow the desk as it is now. */
  | { readonly type: "replan" }
  /** The clock's own wish: a reminder step of this clock fell due. */
  | { readonly type: "remind"; readonly clock: ClockKind; readonly cycle: number }
  /** A reminder could not reach `failed`; the next notify target is to be taken. */
  | { readonly type: "takeFallback"; readonly notice: ReminderNotification; readonly why: string }
  /** The clock's own: whoever this is for went away before it left. */
  | { readonly type: "reroute"; readonly notice: ReminderNotification }
  /** The clock's own wish: nobody was told of this reminder, because its clock stands still now. */
  | { readonly type: "requeue"; readonly notice: ReminderNotification }
  /** The clock's own: somebody was told, but not where they were looked for first. */
  | { readonly type: "reportOtherRoute"; readonly person: string; readonly why: string }
  /** The conversation's place refused us (channel gone, bot not in it): carry on by direct message. */
  | { readonly type: "moveConversation"; readonly why: string }
  | LinkCommand
  /** Something did not arrive, or (`certain` false) may not have: at the customer, or at whom `to` says. */
  | {
      readonly type: "reportUndelivered";
      readonly what: string;
      readonly why: string;
      readonly certain: boolean;
      /** Names the message among those we owe; undefined for a card. */
      readonly key?: string | undefined;
      readonly to?: "tech" | undefined;
    }
  /** A person's word about what was lost: send it once more, or it did arrive. */
  | { readonly type: "resend"; readonly lost: number }
  | { readonly type: "markDelivered"; readonly lost: number }
  | EscalationCommand
);

export type CommandType = Command["type"];

/** One reminder on its way to one reader, with the notify targets left if this one fails. */
export interface ReminderNotification extends NotificationRoute {
  readonly clock: ClockKind;
  readonly cycle: number;
  /** Which promise of the clock (0 is the first). */
  readonly target: number;
  /** Percent of the target. */
  readonly step: number;
  readonly plannedFor: Instant;
}

/** Facts carry the promises made with them, so that a ticket can be rebuilt from its events alone, whatever the desk says later. */
export type Event = { readonly at: Instant; readonly by: Actor } & (
  | {
      readonly type: "opened";
      readonly number: number;
      readonly kind: TicketKind;
      readonly title: string;
      readonly description: string;
      readonly severity: Severity;
      readonly account: string | null;
      readonly requester: Ticket["requester"];
      readonly askedIn: ChannelRef;
      readonly conversation: Place;
      readonly source?: Source | undefined;
      readonly follows?: number | undefined;
      readonly wrote?: RecordedOpeningMessage | undefined;
      readonly clocks: ClockChanges;
    }
  | ({ readonly type: "threadImported" } & ImportedThread)
  /** Articles of the manual that did not help. */
  | { readonly type: "articlesOffered"; readonly titles: readonly string[] }
  | {
      readonly type: "assigned";
      readonly person: string | null;
      readonly claimed: boolean;
      /** They are told that it is theirs, or not told because they are away; neither where it was their own doing. */
      readonly told?: "direct" | Unavailable | undefined;
    }
  | {
      readonly type: "severitySet";
      readonly from: Severity;
      readonly to: Severity;
      readonly reason: string | null;
      readonly clocks: ClockChanges;
    }
  | { readonly type: "accountSet"; readonly from: string | null; readonly to: string; readonly clocks: ClockChanges }
  | ReplyEvent
  /** It was to be given to an agent, and none was there. */
  | { readonly type: "noAgentAvailable" }
  | { readonly type: "techAsked"; readonly need: string; readonly clocks: ClockChanges }
  | { readonly type: "techMessaged"; readonly text: string }
  | { readonly type: "techClaimed"; readonly person: string }
  | ({ readonly type: "techCommented" } & Formatted)
  | { readonly type: "techReturned"; readonly findings: string; readonly done: boolean }
  | ({ readonly type: "noted" } & Noted)
  | ({
      readonly type: "heard";
      readonly wroteAt: Instant;
      readonly message?: MessageKey | undefined;
      readonly files?: readonly Attachment[] | undefined;
      /** The author's company, a key of the desk's accounts. */
      readonly company?: string | null | undefined;
      /** A thank you, which nobody need answer. */
      readonly thanks?: boolean | undefined;
      /** By a colleague whom the desk file does not name; like a thank you it asks for nothing. */
      readonly colleague?: true | undefined;
      readonly clocks: ClockChanges;
    } & Formatted)
  | { readonly type: "dismissed"; readonly upTo: Instant; readonly clocks: ClockChanges }
  /** `asks`: what was but a thank you asks for an answer now; `clocks` is what follows. */
  | ({
      readonly type: "messageEdited";
      readonly message: MessageKey;
      readonly as: ThreadMessage["as"];
      readonly asks?: { readonly clocks: ClockChanges } | undefined;
    } & Formatted)
  /**
   * What was taken back is also wiped from the facts before this one, but for what staff said in public (`kept`). Where the
   * platform (`on`) does not tell who deleted it, the fact names the author and no other person.
   */
  | {
      readonly type: "messageDeleted";
      readonly message: MessageKey;
      readonly as: ThreadMessage["as"];
      readonly kept?: true | undefined;
      readonly on?: string | undefined;
      readonly author?: string | undefined;
      /** What else of the ticket was in these very words, and is gone with them. */
      readonly wipes?: ThreadMessage["usedFor"];
    }
  /** `said`: the customer was told in the reply it came with. */
  | { readonly type: "waited"; readonly inactivity: Inactivity | null; readonly said?: true }
  /** `asksRating`: the customer is asked how they found it; `silent`: the desk closed it, because they answered no more. */
  | { readonly type: "resolved"; readonly asksRating: boolean; readonly silent?: true | undefined }
  /** `asksAgain`: it is the customer who waits again. */
  | { readonly type: "reopened"; readonly asksAgain: boolean; readonly clocks: ClockChanges }
  | { readonly type: "acknowledged"; readonly person: string }
  | { readonly type: "snoozed"; readonly person: string; readonly until: Instant }
  /** `said`: the customer was told in the reply it came with. */
  | { readonly type: "updatePromised"; readonly target: SlaTarget; readonly said?: true }
  | { readonly type: "replanned"; readonly clocks: ClockChanges }
  | {
      readonly type: "reminded";
      readonly clock: ClockKind;
      readonly cycle: number;
      readonly target: number;
      readonly step: number;
      /** Lower steps that this one overtook. */
      readonly overtaken: readonly number[];
      readonly plannedFor: Instant;
      readonly notices: readonly ReminderNotification[];
    }
  | {
      readonly type: "fallbackTaken";
      readonly failed: ReminderNotification;
      /** It did not arrive, or it did not leave because they were away by then. */
      readonly why: string | Unavailable;
      readonly next: ReminderNotification | null;
    }
  /** Somebody was told, after one or more of their identities could not be reached. */
  | { readonly type: "reachedByOtherRoute"; readonly person: string; readonly why: string }
  /** Nobody was told of a step, because its clock stands still: it comes again when the clock goes on. */
  | ({ readonly type: "requeued" } & Omit<Reminder, "at">)
  | { readonly type: "conversationMoved"; readonly from: Place; readonly to: Place; readonly why: string }
  /** Every place had refused it; here it is tried again. */
  | { readonly type: "conversationTried"; readonly to: Place }
  /** `what` is the text that was to be said; empty for the ticket's own card. */
  | LinkEvent
  | {
      readonly type: "undelivered";
      readonly what: string;
      readonly why: string;
      readonly certain: boolean;
      readonly key?: string | undefined;
      readonly to?: "tech" | undefined;
    }
  | { readonly type: "resent"; readonly lost: number; readonly key: string }
  | { readonly type: "markedDelivered"; readonly lost: number }
  | EscalationEvent
);

export type EventType = Event["type"];

/** A promise that moved: when it was due (null: it is new), and when it is due now (null: it is promised no more). */
export interface MovedTarget {
  readonly clock: CustomerClockKind;
  readonly before: Instant | null;
  readonly due: Instant | null;
}

export type Decision =
  | { readonly ok: true; readonly events: readonly Event[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** One planned reminder step of a clock. */
export interface Reminder {
  readonly clock: ClockKind;
  readonly cycle: number;
  readonly target: number;
  readonly step: number;
  readonly at: Instant;
}
