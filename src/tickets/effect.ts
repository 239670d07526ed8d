import type { SumOf } from "./feature-messages.ts";
import type { Place } from "./refs.ts";

/** What the bot tells people: a meaning without words. A view renders it for its viewer when it is sent. */
export type Notification = SumOf<"notification">;

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
