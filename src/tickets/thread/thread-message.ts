import type { Instant } from "../../sla/instant.ts";
import type { Format } from "../format.ts";
import type { FileRef, MessageKey, UserRef } from "../refs.ts";
import type { NotCarried } from "../ticket-records.ts";

/** A file of a message, and why it is not copied to the other side; null if it is copied. */
export interface Attachment extends FileRef {
  readonly rejectedBecause: NotCarried | null;
}

/** The author of a message. */
export interface MessageAuthor {
  readonly user: UserRef;
  readonly name: string;
}

/** A message in one of the ticket's threads, as it is now. */
export interface ThreadMessage {
  readonly message: MessageKey;
  /**
   * Written by the customer, by staff in public, by staff in an internal thread; or the message the ticket was opened
   * from.
   */
  readonly kind: "customerWrote" | "replied" | "noted" | "opened";
  readonly by: MessageAuthor;
  /** The author's company, a key of the desk's accounts. */
  readonly company: string | null;
  /** As much as a card shows; empty once the author deleted it. */
  readonly text: string;
  /** How many more characters the message has. The events hold all of it. */
  readonly cut: number;
  readonly format: readonly Format[];
  readonly files: readonly Attachment[];
  readonly at: Instant;
  /**
   * Since when a customer's message needs an answer; null for a mere thank-you. `notJudged`: staff wrote it, or it is
   * older than the ticket.
   */
  readonly needsReplySince: Instant | "notJudged" | null;
  /** A colleague wrote it whom the desk file does not name. */
  readonly colleague: boolean;
  readonly editedAt: Instant | null;
  readonly deletedAt: Instant | null;
  /** The platform deleted it, but staff had published it, so the text stays. */
  readonly textKept: boolean;
  /** Staff wrote the message that the ticket was opened from. This stays true after they leave the desk. */
  readonly staff: boolean;
  /** The fields of the ticket that were taken from the text. */
  readonly usedFor: readonly ("title" | "description")[];
}

/**
 * The messages of a ticket that are loaded, in order of arrival. A ticket may have thousands, so a command or a card
 * loads only those that it needs.
 */
export type Messages = readonly ThreadMessage[];
