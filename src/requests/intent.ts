import type { Instant } from "../sla/instant.ts";
import type { MessageKey } from "../tickets/refs.ts";
import type { Card, MessageRef } from "../chat/card.ts";
import type { Actor } from "../tickets/actor.ts";
import type { Article } from "../desk/desk.ts";
import type { ListFilter } from "../tickets/list-filter.ts";
import type { Format } from "../tickets/format.ts";
import type { Command } from "../tickets/messages.ts";
import type { SourceKind } from "../tickets/ticket.ts";
import type { TranscriptFormat } from "../features/transcript/transcript-file.ts";

/** A read-only question. Customers are only ever shown their own account's tickets. */
export type Question =
  | { readonly kind: "list"; readonly filter: ListFilter }
  /** `page` of its conversation; 0 is the latest. */
  | { readonly kind: "show"; readonly number: number; readonly page?: number }
  /** The whole text of its description, or of a message of it. */
  | { readonly kind: "whole"; readonly number: number; readonly message?: MessageKey | undefined }
  /** The staff's queue by next due time. */
  | { readonly kind: "queue"; readonly filter: ListFilter }
  | { readonly kind: "history"; readonly number: number }
  | { readonly kind: "transcript"; readonly number: number; readonly format: TranscriptFormat }
  /** Which number to ring. */
  | { readonly kind: "call"; readonly number: number }
  /** Why it is due when it is due. */
  | { readonly kind: "why"; readonly number: number };

/** A command without what only the transaction can know: the ticket number of a new ticket. */
export type NewCommand = Command extends infer C ? (C extends { type: "open" } ? Omit<C, "number"> : C) : never;

/** What an inbound event means. */
export type Intent =
  /** `articles` of the manual are offered first, where there are any. */
  | {
      readonly kind: "open";
      readonly command: Extract<NewCommand, { type: "open" }>;
      readonly articles?: readonly Article[] | undefined;
    }
  /** An answer to what the bot asked this person; `article` is the place of the one that helped. */
  | {
      readonly kind: "answerPrompt";
      readonly offer: number;
      readonly choice: "open" | "add" | "solved";
      readonly article: number;
    }
  | { readonly kind: "change"; readonly number: number; readonly command: Exclude<NewCommand, { type: "open" }> }
  /**
   * A reply that is to be filled in from the ticket: one of the desk's canned ones (a key of its replies; null: none), and the
   * text below it.
   */
  | {
      readonly kind: "canned";
      readonly number: number;
      readonly canned: string | null;
      readonly command: Extract<NewCommand, { type: "reply" }>;
    }
  | { readonly kind: "ask"; readonly question: Question }
  /** Two tickets become one, or have to do with each other from now on. */
  | {
      readonly kind: "tie";
      readonly how: "merge" | "link";
      readonly number: number;
      readonly to: number;
      readonly by: Extract<Actor, { kind: "person" }>;
      readonly at: Instant;
    }
  /**
   * Somebody wrote below `root`; which ticket that is, and which side of it, only the database knows. Where it is none,
   * `otherwise` says how the message becomes one.
   */
  | {
      readonly kind: "heard";
      readonly root: MessageRef;
      readonly text: string;
      readonly otherwise?: SourceKind | undefined;
    }
  /** A message is to become a ticket; what it says is still to be read. */
  | { readonly kind: "take"; readonly message: MessageRef; readonly how: SourceKind }
  /** Somebody changed what they wrote, or took it back (`text` is null). */
  | {
      readonly kind: "revised";
      readonly message: MessageRef;
      readonly text: string | null;
      readonly format?: readonly Format[] | undefined;
    }
  /** Somebody on the staff (a key of the desk's people) is out until then, or back (null). */
  | { readonly kind: "away"; readonly person: string; readonly until: Instant | null }
  /** A person on the staff (a key of the desk's people) wants to be notified of what is written on their tickets, or not. */
  | { readonly kind: "notify"; readonly person: string; readonly notify: boolean }
  /** `refused` names the command or button that the person may not use. */
  | { readonly kind: "say"; readonly card: Card; readonly refused?: string | undefined }
  | { readonly kind: "nothing" };
