/** Which side of the house a card of one ticket stands on; only one of them is the customer's. */
export type TicketSide = "triage" | "conversation" | "tech";

/** What a card shows: one ticket, or (`collected`) all tickets that wait together in a triage channel. */
export type CardSide = TicketSide | "collected";

/**
 * What became of a reminder step. `leaving`: decided and on its way; `overtaken`: a higher step went out in its stead;
 * `fallbackTaken`: somebody on a later notify target got it; `failed`: nobody did.
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

/** `unknown`: it may have arrived and the platform could not tell. */
export type OutboxStatus = "pending" | "sent" | "failed" | "unknown" | "cancelled";

/** Below a card, or to a person (a key of the desk's people) in chat or by e-mail. `nowhere`: no such card stands; it fails, and is seen to. */
export type OutboxTarget =
  | { readonly kind: "card"; readonly card: number }
  | { readonly kind: "person"; readonly person: string }
  | { readonly kind: "email"; readonly person: string }
  | { readonly kind: "nowhere" };

/** What goes first: critical reminders, people's words, other reminders. */
export type Urgency = 0 | 1 | 2;
