import type { SlaTarget, Clock } from "../sla/clock.ts";
import type { Instant } from "../sla/instant.ts";
import type { EndedPause } from "../sla/calendar.ts";
import type { Actor } from "./messages.ts";
import type { Format, Formatted } from "./format.ts";
import type { CallBack, Escalation, Inactivity, TicketKind, TicketLink } from "./ticket-records.ts";
import type { ChannelRef, FileRef, MessageKey, Place, UserRef } from "./refs.ts";
import type { Severity } from "../sla/severity.ts";
import type { MessageAuthor, Messages } from "./thread/thread-message.ts";

/** The title of a ticket whose title was taken from a message that has no text any more. */
export const noTitle = "…";

export const ticketStatuses = ["open", "waiting", "resolved"] as const;
export type TicketStatus = (typeof ticketStatuses)[number];

/** The latest request to the technical team, and how it ended. */
export interface TechWork {
  readonly need: string;
  readonly by: string;
  readonly at: Instant;
  /** Who took it, a key of the desk's people. */
  readonly takenBy: string | null;
  /** Null while the team works on it. `closed`: the ticket was closed. */
  readonly end: { readonly at: Instant; readonly how: "returned" | "done" | "closed" } | null;
}

/**
 * How a message became a ticket: by its menu, a mention of the bot, a 🎫 reaction, a direct message to the bot, or as a post in a
 * customer's forum; or because it stood in a customer's channel and nobody on the staff answered it.
 */
export type SourceKind = "picked" | "mentioned" | "reacted" | "direct" | "posted" | "unanswered";

/** The message a ticket was opened from. No two tickets come from one thread. */
export interface Source {
  readonly channel: ChannelRef;
  readonly message: string;
  /** The first message of its thread; itself if it is in no thread. */
  readonly root: string;
  readonly how: SourceKind;
}

/** The severity of a ticket whose customer chose none. */
export const assumedSeverity: Severity = "medium";

export interface CustomerMessage extends Formatted {
  readonly by: string;
  readonly at: Instant;
}

/** The customer's last message: as much of it as a card shows, and `cut`, the number of characters that are missing. */
export interface LastCustomerMessage {
  /** Null if it was written in no thread, or if the platform did not name the message. */
  readonly message: MessageKey | null;
  readonly text: string;
  readonly cut: number;
  readonly format: readonly Format[];
  readonly by: string;
  readonly at: Instant;
}

/** Where the customer and the desk talk, and how it came there. */
export type Conversation = Place &
  (
    | { readonly state: "inFirstPlace" }
    /** The first place, `insteadOf`, refused our messages. */
    | { readonly state: "moved"; readonly insteadOf: Place }
    /** This place refuses our messages too. `insteadOf` is the first place; null if this is the first one. */
    | { readonly state: "refused"; readonly insteadOf: Place | null }
  );

/** The message that a ticket was opened from, as it was then. */
export interface OpeningMessage {
  readonly message: MessageKey;
  readonly by: { readonly user: UserRef; readonly name: string };
  readonly text: string;
  readonly format: readonly Format[];
  readonly at: Instant;
  readonly files: readonly FileRef[];
}

/** Something for the customer whose delivery failed or is in doubt. */
export interface UndeliveredMessage {
  /** A number that is unique within the ticket. */
  readonly id: number;
  /** The key of its outbox row. */
  readonly key: string;
  /** False: it may have arrived. */
  readonly certain: boolean;
  /** The audience for which a person wrote it; null for a message of the bot, which everybody may read who reads the card. */
  readonly audience: Place | null;
}

/** A public reply that its author can still undo. */
export interface PendingReply {
  /** A number that is unique within the ticket. */
  readonly id: number;
  readonly text: string;
  readonly by: Extract<Actor, { kind: "person" }>;
  /** When it was written; the clocks use this time. */
  readonly at: Instant;
  readonly until: Instant;
  /** The update that was promised with it. */
  readonly update: SlaTarget | null;
  /** Who was to read it when it was written. Null in a reply of an earlier version. */
  readonly audience: Place | null;
  /** The due time that its text names; null if it names none. */
  readonly dueNamed: Instant | null;
  /** It asks the customer for something: once sent, the ticket waits for them. */
  readonly setsWaiting: boolean;
  /** The times of customer messages that its author could not have read. It answers none of them. */
  readonly unread: readonly Instant[];
}

/** A ticket is paused while it waits for the customer or is resolved. The ended pauses are rows of a table. */
export interface TicketPauses {
  /** Since when the ticket is paused; null if it is not. */
  readonly since: Instant | null;
  /** When the last ended pause ended; null if there was none. */
  readonly lastEnd: Instant | null;
}

/**
 * The customer's messages that still wait for an answer, by the platforms' times. No unanswered message is later than
 * `last`. Those after the first are rows of a table.
 */
export interface Unanswered {
  readonly first: Instant;
  readonly last: Instant;
}

/** The severities of a ticket, and the clocks that depend on them. */
export interface TicketSla {
  /** What the customer chose. Consulting counts as low, and no severity is shown. */
  readonly claimedSeverity: Severity;
  /** What triage decided; null until then. */
  readonly confirmedSeverity: Severity | null;
  readonly pauses: TicketPauses;
  readonly clocks: readonly Clock[];
}

/**
 * What features keep on every ticket, each in a column of its name. A feature adds its own fields (`declare module`), and its
 * rules say what a new ticket has in them.
 */
export interface FeatureFields {}

/** The fields of every ticket, whatever its status. */
export interface TicketFields extends FeatureFields {
  readonly number: number;
  /** Rises with each change. A card with a lower version is out of date. */
  readonly version: number;
  readonly kind: TicketKind;
  readonly title: string;
  readonly description: string;
  /** A key of the desk's accounts; null if the account is unknown. */
  readonly account: string | null;
  /** The customer who asked. `account` is their own account if the ticket belongs to another one, else null. */
  readonly requester: { readonly user: UserRef; readonly name: string; readonly account: string | null };
  /** The channel in which `/ticket` was typed. */
  readonly askedIn: ChannelRef;
  /** The message it was opened from; null if it was opened with an empty form. */
  readonly source: Source | null;
  /** Where the customer and the desk talk about this ticket. */
  readonly conversation: Conversation;
  /** A key of the desk's people. */
  readonly assignee: string | null;
  readonly openedAt: Instant;
  readonly lastCustomerMessage: LastCustomerMessage | null;
  /** The latest people who wrote on the customer's side, the latest last. */
  readonly writers: readonly MessageAuthor[];
  /** When staff last wrote in each channel of the conversation. */
  readonly lastReplyIn: Readonly<Record<ChannelRef, Instant>>;
  /** Null if no message of the customer waits for an answer. */
  readonly unanswered: Unanswered | null;
  /** When staff last wrote to the customer. */
  readonly lastReplyAt: Instant | null;
  readonly notes: number;
  readonly replies: number;
  readonly sla: TicketSla;
  readonly tech: TechWork | null;
  /** Links to other tickets, oldest first. */
  readonly links: readonly TicketLink[];
  /** Replies that can still be undone, in the order in which they will be sent. */
  readonly pendingReplies: readonly PendingReply[];
  /** Messages that did not or may not have reached the customer, and that no agent has handled yet. */
  readonly undelivered: readonly UndeliveredMessage[];
}

/** Fields that end when a ticket is resolved. */
interface UnresolvedFields extends TicketFields {
  /** The customer escalated to the head of support. */
  readonly escalation: Escalation | null;
  /** The customer asked for a call and was not called yet. */
  readonly callBack: CallBack | null;
}

export interface OpenTicket extends UnresolvedFields {
  readonly status: "open";
}

/** A ticket as it is opened, before features add their fields. */
export type NewTicket = Omit<OpenTicket, keyof FeatureFields>;

/** Staff wait for the customer. */
export interface WaitingTicket extends UnresolvedFields {
  readonly status: "waiting";
  /** When the customer is nudged and the ticket is closed; null if the desk does neither. */
  readonly inactivity: Inactivity | null;
}

export interface ResolvedTicket extends TicketFields {
  readonly status: "resolved";
  readonly resolvedAt: Instant;
}

export type UnresolvedTicket = OpenTicket | WaitingTicket;

/** A customer's request, as it is now. */
export type Ticket = UnresolvedTicket | ResolvedTicket;

/** A ticket whose database row cannot be read. Lists show its number, so that people notice it. */
export interface UnreadableTicket {
  readonly status: "unreadable";
  readonly number: number;
  readonly why: Error;
}

/** The result of reading a ticket row. */
export type StoredTicket = Ticket | UnreadableTicket;

/** The open escalation; a resolved ticket has none. */
export const escalationOf = (ticket: Ticket): Escalation | null =>
  ticket.status === "resolved" ? null : ticket.escalation;

/** The call that the customer waits for; a resolved ticket has none. */
export const callBackOf = (ticket: Ticket): CallBack | null => (ticket.status === "resolved" ? null : ticket.callBack);

/** When the customer of a waiting ticket is nudged and the ticket is closed. */
export const inactivityOf = (ticket: Ticket): Inactivity | null =>
  ticket.status === "waiting" ? ticket.inactivity : null;

/** A ticket and the messages that a card shows. */
export interface ShownTicket {
  readonly ticket: Ticket;
  readonly messages: Messages;
}

/** A ticket with what is loaded of its tables. A command may need more than the ticket, and names what it needs. */
export interface TicketState extends ShownTicket {
  /** The times of unanswered messages, in order: always the first, and those that an answer may leave as the first. */
  readonly unanswered: readonly Instant[];
  /** The ended pauses, in order; empty if the command does not need them. */
  readonly pauses: readonly EndedPause[];
}

/** The ticket that it was merged into; null if none. */
export const mergedInto = (ticket: Pick<Ticket, "links">): number | null =>
  ticket.links.find(({ how }) => how === "mergedInto")?.number ?? null;

/** The ticket that continues this one while it is resolved: the one it was merged into, else the last follow-up. Null if none. */
export const continuation = (ticket: Pick<Ticket, "links">): number | null =>
  mergedInto(ticket) ?? ticket.links.findLast(({ how }) => how === "followedBy")?.number ?? null;

/** The ticket that takes messages posted below this one; null if this one takes them itself. */
export const continuesInTicket = (ticket: Pick<Ticket, "links" | "status">): number | null =>
  ticket.status === "resolved" ? continuation(ticket) : null;

/** Whether the technical team has it now. */
export const isWithTech = (ticket: Pick<Ticket, "tech">): boolean => ticket.tech !== null && ticket.tech.end === null;

/** The severity that counts: triage's if there is one, else the customer's. */
export const severityOf = (ticket: Ticket): Severity => ticket.sla.confirmedSeverity ?? ticket.sla.claimedSeverity;

/** `T-1042`, as people write it. */
export const ticketName = (number: number): string => `T-${number}`;

/** The greatest number the database can hold. */
const greatest = 2_147_483_647;

/** Whether a word was meant as a ticket number, right or wrong. */
export const looksLikeNumber = (word: string): boolean => /^(?:t-|[#+-])?\d/i.test(word);

/** Returns the ticket number that a word gives ("1042", "T-1042", "#1042"); null for any other word. */
export const ticketNumber = (word: string): number | null => {
  const digits = /^(?:t-|#)?(\d{1,10})$/i.exec(word)?.[1];
  const number = Number(digits ?? 0);
  return number >= 1 && number <= greatest ? number : null;
};
