import type { Instant } from "../../sla/instant.ts";
import type { Format } from "../format.ts";
import type { FileRef, MessageKey, UserRef } from "../refs.ts";
import type { NotCarried } from "../ticket-records.ts";

/** A file of a message, and why it is not copied to the other side; null where it is copied. */
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
  /** By the customer, by staff in public, by staff in an internal thread; or the message the ticket was opened from, by anybody. */
  readonly as: "heard" | "replied" | "noted" | "opened";
  readonly by: MessageAuthor;
  /** The author's company, a key of the desk's accounts. */
  readonly company: string | null;
  /** As much as a card ever shows; empty once the author deleted it. */
  readonly text: string;
  /** How many characters more the message has. The events hold all of it. */
  readonly cut: number;
  readonly format: readonly Format[];
  readonly files: readonly Attachment[];
  readonly at: Instant;
  /**
   * Since when a customer's message asks for an answer; null where it only says thank you. `notJudged`: it is no customer's
   * message, or it was written before the ticket was opened.
   */
  readonly needsReplySince: Instant | "notJudged" | null;
  /** A colleague wrote it whom the desk file does not name. */
  readonly colleague: boolean;
  readonly editedAt: Instant | null;
  readonly deletedAt: Instant | null;
  /** It was deleted on the platform, but staff had said it in public, so the text stays. */
  readonly textKept: boolean;
  /** Staff wrote the message that the ticket was opened from. This stays true when they leave the desk. */
  readonly staff: boolean;
  /** Which fields of the ticket were taken from the text. */
  readonly usedFor: readonly ("title" | "description")[];
}

/**
 * The messages of a ticket that are at hand, in the order in which they arrived. A ticket may have thousands, so a command and
 * a card get only those that they are about.
 */
export type Messages = readonly ThreadMessage[];
