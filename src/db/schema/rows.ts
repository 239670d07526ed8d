import type { Command } from "../../tickets/messages.ts";
import type { ChannelRef, UserRef } from "../../tickets/refs.ts";

/** Where a ticket's card is shown. Only the conversation is visible to the customer. */
export type TicketSide = "triage" | "conversation" | "tech";

/** What a card shows: one ticket, or (`collected`) all tickets that wait together in a triage channel. */
export type CardSide = TicketSide | "collected";

/**
 * The state of a reminder step. `sending`: decided and being sent. `overtaken`: a higher step was sent instead.
 * `fallbackTaken`: a later recipient got it. `failed`: no recipient got it.
 */
export type ReminderStatus =
  | "planned"
  | "sending"
  | "sent"
  | "fallbackTaken"
  | "failed"
  | "superseded"
  | "acknowledged"
  | "cancelled";

/** `unknown`: it may have arrived; the platform could not say. */
export type OutboxStatus = "pending" | "sent" | "failed" | "unknown" | "cancelled";

/**
 * Below a card, or to a person (a key of the desk's people) in chat or by e-mail. `contact`: a copy for a contact in the
 * client area, who is told of it by mail or chat. `nowhere`: the ticket has no such
 * card, so the message fails and the staff are notified.
 */
export type OutboxTarget =
  | { readonly kind: "card"; readonly card: number }
  | { readonly kind: "person"; readonly person: string }
  | { readonly kind: "email"; readonly person: string }
  | { readonly kind: "contact"; readonly user: UserRef }
  | { readonly kind: "nowhere" };

/**
 * A message that this process could not deliver, or whose file it could not download, left to a process with the platform
 * of `next`. `failed`: where it was tried before, and why that failed.
 */
export interface HandedOver {
  readonly next: UserRef | ChannelRef;
  readonly failed: readonly { readonly at: UserRef | ChannelRef; readonly why: string; readonly forStaff: string }[];
}

/** The order of sending: 0 critical, 1 messages of people, 2 other reminders. */
export type Urgency = 0 | 1 | 2;

type Opening = Omit<Extract<Command, { type: "open" }>, "number">;

/** A question of the bot, with all that it needs to act without an answer. */
export type Prompt =
  /** Articles of the manual, shown before a ticket is opened. */
  | {
      readonly kind: "articles";
      readonly command: Opening;
      readonly articles: readonly { readonly title: string; readonly url: string }[];
    }
  /** Whether the prompt's direct messages belong to the open ticket with this number. */
  | { readonly kind: "whichTicket"; readonly number: number };

/** What the person chose, or the default when the time ran out. `withdrawn`: they deleted all their messages. */
export type PromptChoice = "open" | "add" | "solved" | "withdrawn";
