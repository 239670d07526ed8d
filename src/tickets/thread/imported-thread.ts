import type { MessageKey, UserRef } from "../refs.ts";
import type { Attachment } from "./thread-message.ts";
import type { CustomerMessage, OpeningMessage } from "../ticket.ts";

/** A message from before the ticket was opened. Its key and author are null if it must not be followed. */
export type ImportedMessage = CustomerMessage & {
  readonly staff: boolean;
  readonly message: MessageKey | null;
  readonly user: UserRef | null;
  readonly files: readonly Attachment[];
  readonly company: string | null;
};

/** The messages of a thread before it became a ticket, oldest first. */
export interface ImportedThread {
  readonly messages: readonly ImportedMessage[];
  /** The thread had more messages than were imported. */
  readonly more: boolean;
}

/** The message a ticket was opened from, with its author's part in the desk. `staff`: an agent wrote it. */
export type RecordedOpeningMessage = Omit<OpeningMessage, "files"> & {
  readonly files: readonly Attachment[];
  readonly staff: boolean;
  readonly company: string | null;
};

/** A card shows at most this many imported messages, the newest ones. */
export const mostImportedShown = 8;
