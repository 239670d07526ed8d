import type { AnswerPicture, TextFile } from "../../src/chat/answer.ts";
import type { Card } from "../../src/chat/card.ts";
import type { FieldErrors, Form } from "../../src/chat/form.ts";
import type { MenuEntry, Menus } from "../../src/chat/answer.ts";
import type { Instant } from "../../src/sla/instant.ts";
import type { ChannelRef, FileRef, UserRef } from "../../src/tickets/refs.ts";

/**
 * The types that the page and its server exchange. This file has only types, because the page is served without a
 * bundler.
 */

/** A person as whom the visitor can act. */
export interface CastMember {
  readonly user: UserRef;
  readonly name: string;
  readonly role: "customer" | "agent" | "manager" | "head" | "tech" | "outsider";
  /** Their company; null for the desk's own staff. */
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

/** A message as the platform stores it. `by` is null for the bot. */
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
    /** Its author deleted it. */
    | { readonly kind: "gone" };
  /** Who added a 🎫, in order; null is the bot. */
  readonly marks: readonly (UserRef | null)[];
  /** The ticket that a card is about. */
  readonly ticket: number | null;
}

export interface TicketName {
  readonly number: number;
  readonly label: string;
}

/** Unread messages: person, then channel. */
export type Unread = Readonly<Record<UserRef, Readonly<Record<ChannelRef, number>>>>;

/** A command that can be typed, and what follows it. */
export interface CommandUsage extends Pick<MenuEntry, "word" | "rest"> {
  readonly name: keyof Menus;
}

/** Everything that one person may see now. */
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
/** A file of a private answer as the page gets it: a picture has its bytes in base64. */
export type AnswerFileOnPage = TextFile | (Pick<AnswerPicture, "name" | "type" | "alt"> & { readonly base64: string });

export type Live =
  | { readonly event: "message"; readonly message: PostedMessage }
  | { readonly event: "unread"; readonly unread: Unread }
  | { readonly event: "tickets"; readonly tickets: readonly TicketName[] }
  | { readonly event: "clock"; readonly now: Instant }
  /** So many tickets of the busy day are loaded. */
  | { readonly event: "busyDay"; readonly tickets: number; readonly of: number }
  | {
      readonly event: "private";
      /** The id of the answer. An existing one with this id is replaced. */
      readonly note: string;
      /** Only replaces: a dismissed answer does not come back. */
      readonly amends: boolean;
      readonly channel: ChannelRef;
      readonly thread: string | null;
      readonly card: Card;
      readonly files: readonly AnswerFileOnPage[];
    }
  /** A person of the cast got a direct message. The page notifies the visitor, also if they act as another person. */
  | {
      readonly event: "direct";
      readonly to: UserRef;
      readonly summary: string;
      readonly id: string;
    };

/** The answer to an act. */
export type Answer =
  | { readonly kind: "done" }
  | { readonly kind: "form"; readonly form: Form }
  | { readonly kind: "fieldErrors"; readonly errors: FieldErrors }
  | { readonly kind: "private"; readonly card: Card };
