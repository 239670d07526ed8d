import type { UserRef } from "../tickets/refs.ts";
import type { Card } from "./card.ts";

/** A mail to a contact about a ticket, before the mail platform draws it. Message ids have their angle brackets. */
export interface TicketMail {
  readonly to: { readonly user: UserRef; readonly name: string };
  /** `address`: null for the sender of the platform's own settings. */
  readonly from: { readonly name: string; readonly address: string | null };
  /** The signed address to which answers and reports of a failed delivery go; null if the desk reads no mail. */
  readonly answerTo: string | null;
  readonly subject: string;
  /** Its times are texts already, because no mail program draws them. */
  readonly card: Card;
  /** A language tag, such as `pt-BR`. */
  readonly language: string;
  readonly messageId: string;
  /** The mail that it answers; null if it answers none. */
  readonly inReplyTo: string | null;
  /** The mails of the thread, the oldest first. */
  readonly references: readonly string[];
  /** A machine wrote it: no program should answer it (RFC 3834). */
  readonly isAutomatic: boolean;
  /** The id of the desk among lists (RFC 2919), and its name; null if the desk has no address for mail. */
  readonly list: { readonly id: string; readonly name: string } | null;
}
