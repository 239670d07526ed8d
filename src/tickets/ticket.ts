import type { SlaTarget, Clock } from "../sla/clock.ts";
import type { Instant } from "../sla/instant.ts";
import type { Pause } from "../sla/calendar.ts";
import type { Actor } from "./actor.ts";
import type { Format } from "./format.ts";
import type { CallBack, Escalation, Rating, Inactivity, TicketKind, TicketLink } from "./ticket-records.ts";
import type { ChannelRef, FileRef, MessageKey, Place, UserRef } from "./refs.ts";
import type { Severity } from "../sla/severity.ts";
import type { MessageAuthor, Messages } from "./thread/thread-message.ts";

export const ticketStatuses = ["open", "waiting", "resolved"] as const;
export type TicketStatus = (typeof ticketStatuses)[number];

/** What the technical team was asked last, and what became of it. */
export interface TechWork {
  readonly need: string;
  readonly by: string;
  readonly at: Instant;
  /** Who took it, a key of the desk's people. */
  readonly takenBy: string | null;
  /** Null while it is with them; `closed` with the ticket. */
  readonly end: { readonly at: Instant; readonly how: "returned" | "done" | "closed" } | null;
}

/** How a message became a ticket: by the menu of the message, a mention of the bot, a 🎫 on it, or by being written to the bot. */
export type SourceKind = "picked" | "mentioned" | "reacted" | "direct";

/** The message a ticket was opened from. No two tickets come from one thread. */
export interface Source {
  readonly channel: ChannelRef;
  readonly message: string;
  /** The first message of the thread it stands in; itself where it stands in none. */
  readonly root: string;
  readonly how: SourceKind;
}

/** The severity of a ticket that came in without anybody saying one. */
export const assumedSeverity: Severity = "medium";

export interface CustomerMessage {
  readonly text: string;
  readonly format?: readonly Format[] | undefined;
  readonly by: string;
  readonly at: Instant;
}

/** The customer's last message: as much of it as a card shows, and `cut`, the number of characters that are missing. */
export interface LastCustomerMessage {
  /** Null where it was not written in a thread, or the platform did not say which message it is. */
  readonly message: MessageKey | null;
  readonly text: string;
  readonly cut: number;
  readonly format: readonly Format[];
  readonly by: string;
  readonly at: Instant;
}

/** Where the customer and the desk talk; the place it stood in before that refused us, and whether this one does as well. */
export type Conversation = Place & { readonly insteadOf?: Place; readonly refused?: true };

/** The message that a ticket tells of, as it was read when it was opened. */
export interface OpeningMessage {
  readonly message: MessageKey;
  readonly by: { readonly user: UserRef; readonly name: string };
  readonly text: string;
  readonly format?: readonly Format[] | undefined;
  readonly at: Instant;
  readonly files?: readonly FileRef[] | undefined;
}

/** Something for the customer whose delivery failed or is in doubt. */
export interface UndeliveredMessage {
  /** Names it within its ticket. */
  readonly id: number;
  /** Names the message among those we owe. */
  readonly key: string;
  /** False: it may have arrived. */
  readonly certain: boolean;
}

/** A public reply that waits for a moment in which it can be taken back. */
export interface PendingReply {
  /** Names it within its ticket. */
  readonly id: number;
  readonly text: string;
  readonly by: Extract<Actor, { kind: "person" }>;
  /** When it was written, which is what the clocks go by. */
  readonly at: Instant;
  readonly until: Instant;
  /** The news promised with it. */
  readonly update: SlaTarget | null;
  /** It asks the customer for something: the ticket waits for them once it is sent. */
  readonly waits: boolean;
  /** When the customer wrote what nobody could have read yet when this was written: it answers none of it. */
  readonly unread: readonly Instant[];
}

/** The severities of a ticket and the clocks that run by them. */
export interface TicketSla {
  /** What the customer said. Consulting counts as low, and no severity is shown. */
  readonly claimedSeverity: Severity;
  /** What triage decided; null until it did. */
  readonly confirmedSeverity: Severity | null;
  /** When the ticket waited for the customer or was resolved, in order. The last one has no end while it goes on. */
  readonly pauses: readonly Pause[];
  readonly clocks: readonly Clock[];
}

/** What every ticket has, whatever its status. */
export interface TicketFields {
  readonly number: number;
  /** Rises with each change; cards catch up with it. */
  readonly version: number;
  readonly kind: TicketKind;
  readonly title: string;
  readonly description: string;
  /** A key of the desk's accounts; null is "account unknown". */
  readonly account: string | null;
  /** Who asked; `account` is their own where the ticket is of another one. */
  readonly requester: { readonly user: UserRef; readonly name: string; readonly account?: string | undefined };
  /** The channel in which `/ticket` was typed. */
  readonly askedIn: ChannelRef;
  /** The message it was opened from; null where it was asked for with a form of its own. */
  readonly source: Source | null;
  /** Where the customer and the desk talk about this ticket. */
  readonly conversation: Conversation;
  /** A key of the desk's people. */
  readonly assignee: string | null;
  readonly openedAt: Instant;
  readonly lastCustomerMessage: LastCustomerMessage | null;
  /** Who wrote on the customer's side, the latest last; a few of them. */
  readonly writers: readonly MessageAuthor[];
  /** When staff last wrote in each channel of the conversation. */
  readonly lastReplyIn: Readonly<Record<ChannelRef, Instant>>;
  /** The platform's times of the customer's messages that are still unanswered, in order. */
  readonly unanswered: readonly Instant[];
  /** When the staff last wrote to the customer. */
  readonly lastReplyAt: Instant | null;
  readonly notes: number;
  readonly replies: number;
  /** What the customer found of it; null until they are asked, which they are once. */
  readonly rating: Rating | null;
  readonly sla: TicketSla;
  readonly tech: TechWork | null;
  /** Other tickets it has to do with, oldest tie first. */
  readonly links: readonly TicketLink[];
  /** Replies on their way that can still be taken back, in the order in which they leave. */
  readonly pendingReplies: readonly PendingReply[];
  /** What did not reach the customer, or may not have, and was not seen to yet. */
  readonly undelivered: readonly UndeliveredMessage[];
}

/** What ends when a ticket is resolved. */
interface UnresolvedFields extends TicketFields {
  /** The customer took it to the head of support. */
  readonly escalation: Escalation | null;
  /** The customer asked for a call and was not called yet. */
  readonly callBack: CallBack | null;
}

export interface OpenTicket extends UnresolvedFields {
  readonly status: "open";
}

/** Staff wait for the customer. */
export interface WaitingTicket extends UnresolvedFields {
  readonly status: "waiting";
  /** When the customer is nudged and the ticket is closed; null where the desk does neither. */
  readonly inactivity: Inactivity | null;
}

export interface ResolvedTicket extends TicketFields {
  readonly status: "resolved";
  readonly resolvedAt: Instant;
}

export type UnresolvedTicket = OpenTicket | WaitingTicket;

/** A customer's request, as it is now. */
export type Ticket = UnresolvedTicket | ResolvedTicket;

/** A ticket whose row in the database cannot be read. Lists show its number, so that it is not forgotten. */
export interface UnreadableTicket {
  readonly status: "unreadable";
  readonly number: number;
  readonly why: Error;
}

/** What a row of the database gives. */
export type StoredTicket = Ticket | UnreadableTicket;

/** The escalation that is not dealt with yet; a resolved ticket has none. */
export const escalationOf = (ticket: Ticket): Escalation | null =>
  ticket.status === "resolved" ? null : ticket.escalation;

/** The call that the customer waits for; a resolved ticket has none. */
export const callBackOf = (ticket: Ticket): CallBack | null => (ticket.status === "resolved" ? null : ticket.callBack);

/** When the customer of a waiting ticket is nudged and the ticket is closed. */
export const inactivityOf = (ticket: Ticket): Inactivity | null =>
  ticket.status === "waiting" ? ticket.inactivity : null;

/** A ticket and those of its messages that are at hand. */
export interface TicketState {
  readonly ticket: Ticket;
  readonly messages: Messages;
}

/** The ticket it goes on in; null where it was not merged. */
export const mergedInto = (ticket: Pick<Ticket, "links">): number | null =>
  ticket.links.find(({ how }) => how === "mergedInto")?.number ?? null;

/** The ticket in which words below this one are heard instead; null where they are heard here. */
export const continuesInTicket = (ticket: Pick<Ticket, "links" | "status">): number | null =>
  ticket.status === "resolved"
    ? (mergedInto(ticket) ?? ticket.links.findLast(({ how }) => how === "followedBy")?.number ?? null)
    : null;

/** Whether the technical team has it now. */
export const isWithTech = (ticket: Pick<Ticket, "tech">): boolean => ticket.tech !== null && ticket.tech.end === null;

/** The severity that counts: triage's where there is one, else the customer's. */
export const severityOf = (ticket: Ticket): Severity => ticket.sla.confirmedSeverity ?? ticket.sla.claimedSeverity;

/** `T-1042`, as people write it. */
export const ticketName = (number: number): string => `T-${number}`;
