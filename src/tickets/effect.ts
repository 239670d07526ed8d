import type { SumOf, Actor } from "./messages.ts";
import type { Place, UserRef } from "./refs.ts";

/**
 * What the desk notifies people of, without any text. The adapter's viewer decides language and time zone when it is
 * rendered.
 */
export type Notification = SumOf<"notification">;

/**
 * Who reads a notification: the customer's thread, the triage card's internal thread, the technical team's thread, or
 * one person.
 */
export type Audience =
  | { readonly kind: "conversation" }
  | { readonly kind: "internal" }
  | { readonly kind: "tech" }
  | { readonly kind: "person"; readonly person: string }
  /** One person, by e-mail. */
  | { readonly kind: "email"; readonly person: string }
  /** One contact, where they are: in the client area, by mail or in chat. */
  | { readonly kind: "contact"; readonly user: UserRef };

export type Effect =
  /** The ticket's cards must show its current state. */
  | { readonly type: "refreshCards" }
  /** Post a card in each triage channel of the desk. */
  | { readonly type: "placeTriage" }
  /** Post a card in each channel of the technical team while the ticket is with them. */
  | { readonly type: "placeTech" }
  /** The customer's card belongs in this place from now on. */
  | { readonly type: "placeConversation"; readonly place: Place }
  | { readonly type: "send"; readonly to: Audience; readonly message: Notification }
  /** Sends the outbox row with this key once more, to this audience if a person wrote it. */
  | { readonly type: "resend"; readonly key: string; readonly audience: Place | null };

export const refreshCards: Effect = { type: "refreshCards" };

export const toConversation = (message: Notification): Effect => ({
  type: "send",
  to: { kind: "conversation" },
  message,
});

export const toInternal = (message: Notification): Effect => ({ type: "send", to: { kind: "internal" }, message });

export const toTech = (message: Notification): Effect => ({ type: "send", to: { kind: "tech" }, message });

export const toContact = (user: UserRef, message: Notification): Effect => ({
  type: "send",
  to: { kind: "contact", user },
  message,
});

/** The name of the person who acted; empty for the clock. */
export const nameOf = ({ by }: { readonly by: Actor }): string => (by.kind === "person" ? by.name : "");
