import type { TextFile } from "../../src/chat/answer.ts";
import type { Card } from "../../src/chat/card.ts";
import type { FieldErrors, Form } from "../../src/chat/form.ts";
import type { usage, Usage } from "../../src/chat/usage.ts";
import type { Instant } from "../../src/sla/instant.ts";
import type { ChannelRef, FileRef, UserRef } from "../../src/tickets/refs.ts";

/** What the page and its server say to each other. Types only: the page is served as it stands, without a bundler. */

/** Somebody the visitor can act as. */
export interface CastMember {
  readonly user: UserRef;
  readonly name: string;
  readonly role: "customer" | "agent" | "manager" | "head" | "tech" | "outsider";
  /** The company they work for, where that is not the desk. */
  readonly company: string | null;
  readonly locale: "es" | "en" | "pt";
  readonly timezone: string;
  /** Their direct messages with the bot. */
  readonly direct: ChannelRef;
}

/** A channel, or one person's direct messages with the bot. */
export interface Channel {
  readonly channel: ChannelRef;
  readonly name: string;
  readonly kind: "customers" | "staff" | "direct";
  readonly members: readonly UserRef[];
}

/** A message as the platform remembers it. `by` is null where the bot wrote. */
export interface PostedMessage {
  readonly id: string;
  readonly channel: ChannelRef;
  readonly thread: string | null;
  readonly at: Instant;
  readonly editedAt: Instant | null;
  readonly by: UserRef | null;
  readonly body:
    | { readonly kind: "text"; readonly text: string; readonly files?: readonly FileRef[] }
    | { readonly kind: "card"; readonly card: Card; readonly files?: readonly FileRef[] }
    /** Its author took it back; nothing of it is left. */
    | { readonly kind: "gone" };
  /** Who put a 🎫 on it, first come first; null is the bot. */
  readonly marks: readonly (UserRef | null)[];
  /** The ticket a card speaks of. */
  readonly ticket: number | null;
}

export interface TicketName {
  readonly number: number;
  readonly label: string;
}

/** Unread messages: person, then channel. */
export type Unread = Readonly<Record<UserRef, Readonly<Record<ChannelRef, number>>>>;

/** A command that can be typed, and what follows its word. */
export interface CommandUsage extends Pick<Usage, "word" | "rest"> {
  readonly name: keyof typeof usage;
}

/** Everything one person may see, as of now. */
export interface Snapshot {
  readonly now: Instant;
  readonly me: UserRef;
  readonly cast: readonly CastMember[];
  readonly channels: readonly Channel[];
  readonly messages: readonly PostedMessage[];
  readonly unread: Unread;
  readonly tickets: readonly TicketName[];
  /** The commands that this person may type. */
  readonly usage: readonly CommandUsage[];
}

/** What is pushed while the page is open. */
export type Live =
  | { readonly event: "message"; readonly message: PostedMessage }
  | { readonly event: "unread"; readonly unread: Unread }
  | { readonly event: "tickets"; readonly tickets: readonly TicketName[] }
  | { readonly event: "clock"; readonly now: Instant }
  | {
      readonly event: "private";
      /** Names it; one that is there already is replaced. */
      readonly note: string;
      /** Only replaces: one that was put away does not come back. */
      readonly amends: boolean;
      readonly channel: ChannelRef;
      readonly thread: string | null;
      readonly card: Card;
      readonly files: readonly TextFile[];
    }
  /** Somebody of the cast got a direct message; whoever the visitor acts as is told. */
  | {
      readonly event: "direct";
      readonly to: UserRef;
      readonly summary: string;
      readonly id: string;
    };

/** What became of an act. */
export type Answer =
  | { readonly kind: "done" }
  | { readonly kind: "form"; readonly form: Form }
  | { readonly kind: "fieldErrors"; readonly errors: FieldErrors }
  | { readonly kind: "private"; readonly card: Card };
