import type { MessageKey, UserRef } from "../refs.ts";
import type { Attachment } from "./thread-message.ts";
import type { CustomerMessage, OpeningMessage } from "../ticket.ts";

/** Somebody's words, with the message they are, which earlier facts do not tell. */
export type ImportedMessage = CustomerMessage & {
  readonly staff: boolean;
  readonly message?: MessageKey | undefined;
  readonly user?: UserRef | undefined;
  readonly files?: readonly Attachment[] | undefined;
  readonly company?: string | null | undefined;
};

/** What was said in a thread before it became a ticket, oldest first. */
export interface ImportedThread {
  readonly words: readonly ImportedMessage[];
  /** There was more than was taken over. */
  readonly more: boolean;
}

/** The message a ticket tells of, with who that is to the desk; `staff`: one of us wrote it. */
export type RecordedOpeningMessage = Omit<OpeningMessage, "files"> & {
  readonly files: readonly Attachment[];
  readonly staff: boolean;
  readonly company: string | null;
};

/** A card shows so many of the messages that were in the thread before, the newest ones. */
export const mostImportedShown = 8;
