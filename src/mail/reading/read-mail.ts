import type { Format } from "../../tickets/format.ts";

/**
 * What kind of mail it is, as its headers say (RFC 3834, 3464, 8098, 2369). Only a `person` gets automatic answers; what a
 * person wrote by way of a calendar or a list counts as their words all the same.
 */
export type MailKind = "person" | "automatic" | "outOfOffice" | "bounce" | "mailingList" | "receipt" | "calendar";

/** An address of a mail: as it is compared, with ASCII letters in lower case. The name is one line. */
export interface MailAddress {
  readonly address: string;
  readonly name: string;
}

/** A file of a mail. Inline files stand within the text, such as pictures. */
export interface MailFile {
  readonly name: string;
  /** A media type, as the mail says. */
  readonly type: string;
  readonly isInline: boolean;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Whether the domain of the sender vouches for the mail. `unverified`: nothing is known. `failed`: its domain says that the mail
 * is not from there.
 */
export interface SenderVerdict {
  readonly is: "verified" | "unverified" | "failed";
  /** What said so, such as `dmarc=pass`; empty if nothing did. */
  readonly by: string;
}

/** What a delivery report (RFC 3464) says of one recipient. */
export interface BounceFacts {
  /** The recipient whom the mail did not reach; null if the report does not say. */
  readonly recipient: string | null;
  readonly action: "failed" | "delayed" | "delivered" | "relayed" | "expanded";
  /** A code of RFC 3463, `5.1.1`; null if the report has none. */
  readonly status: string | null;
  /** The message id of the mail that came back, with its angle brackets; null if the report does not quote it. */
  readonly originalId: string | null;
}

/** A mail as plain data. Texts are what the sender chose, without control characters in those of one line. */
export interface ReadMail {
  /** With its angle brackets; null if the mail has none. */
  readonly messageId: string | null;
  /** The message ids of `In-Reply-To` and `References`, the nearest first, at most 100. */
  readonly references: readonly string[];
  /** The only author; null if there is none or if there are several. */
  readonly from: MailAddress | null;
  readonly replyTo: readonly MailAddress[];
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  /** The addresses to which servers say that they delivered it. */
  readonly deliveredTo: readonly string[];
  readonly subject: string;
  readonly kind: MailKind;
  /** The id of the mailing list, without angle brackets; null if it came over none. */
  readonly listId: string | null;
  /** What the author wrote, without quoted history and signature. */
  readonly text: string;
  /** The formats of `text`. */
  readonly format: readonly Format[];
  /** The whole text. */
  readonly wholeText: string;
  readonly files: readonly MailFile[];
  /** Files that were not read, because the mail has too many. */
  readonly filesLeftOut: number;
  readonly verdict: SenderVerdict;
  /** Null for a mail that is no delivery report. */
  readonly bounce: BounceFacts | null;
}

/** Why a mail could not be read. */
export type Unreadable = "tooLarge" | "tooManyParts" | "headersTooLarge" | "tookTooLong" | "damaged";

export type MailReading =
  | { readonly ok: true; readonly mail: ReadMail }
  | { readonly ok: false; readonly why: Unreadable };

/** What reading depends on. */
export interface ReadingSettings {
  /** The server whose `Authentication-Results` count (its authserv-id); null: no verdict counts. */
  readonly authServer: string | null;
}

/** In bytes: the largest mail that is read. */
export const maxMailBytes = 25 * 1024 * 1024;

/** The longest text that is kept of a mail, in UTF-16 units. The raw mail has the rest. */
export const longestMailText = 100_000;
