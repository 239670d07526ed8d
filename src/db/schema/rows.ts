/** Where a ticket's card is shown. Only the conversation is visible to the customer. */
export type TicketSide = "triage" | "conversation" | "tech";

/** What a card shows: one ticket, or (`collected`) all tickets that wait together in a triage channel. */
export type CardSide = TicketSide | "collected";

/**
 * The state of a reminder step. `leaving`: decided and being sent. `overtaken`: a higher step was sent instead.
 * `fallbackTaken`: a later recipient got it. `failed`: no recipient got it.
 */
export type ReminderStatus =
  | "planned"
  | "leaving"
  | "sent"
  | "fallbackTaken"
  | "failed"
  | "overtaken"
  | "acknowledged"
  | "cancelled";

/** `unknown`: it may have arrived; the platform could not say. */
export type OutboxStatus = "pending" | "sent" | "failed" | "unknown" | "cancelled";

/**
 * Below a card, or to a person (a key of the desk's people) in chat or by e-mail. `nowhere`: the ticket has no such
 * card, so the message fails and the staff are notified.
 */
export type OutboxTarget =
  | { readonly kind: "card"; readonly card: number }
  | { readonly kind: "person"; readonly person: string }
  | { readonly kind: "email"; readonly person: string }
  | { readonly kind: "nowhere" };

/** The order of sending: 0 critical, 1 messages of people, 2 other reminders. */
export type Urgency = 0 | 1 | 2;
