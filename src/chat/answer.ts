import type { Locale } from "../desk/desk.ts";
import type { Card } from "./card.ts";
import type { FieldErrors, Form } from "./form.ts";
import type { ChannelRef } from "../tickets/refs.ts";
import type { ChatUser } from "./inbound-event.ts";

/**
 * The synchronous answer to the platform, computed without I/O: Slack's trigger expires after three seconds, and Discord
 * refuses a form after a deferral.
 */
export type FirstAnswer =
  | { readonly kind: "form"; readonly form: Form }
  /** The form stays open and shows these. */
  | { readonly kind: "fieldErrors"; readonly errors: FieldErrors }
  /** A final private answer; nothing is stored. `refused` names the command or button that the person may not use. */
  | { readonly kind: "private"; readonly card: Card; readonly refused?: string }
  /** The event is to be stored and processed. A private answer may follow. */
  | { readonly kind: "work" }
  /** The event does not concern Plazo. */
  | { readonly kind: "ignore" };

/** A text file for a person. */
export interface TextFile {
  readonly name: string;
  /** A media type. */
  readonly type: string;
  readonly text: string;
}

/** A picture for a person to look at, as PNG. */
export interface AnswerPicture {
  readonly name: string;
  readonly type: "image/png";
  readonly bytes: Uint8Array;
  readonly title: string;
  /** What a screen reader says instead: at most 1,000 characters. */
  readonly alt: string;
}

/** A file for a person: a text to keep, or a picture. */
export type AnswerFile = TextFile | AnswerPicture;

/** Whether a file is a picture to look at. */
export const isPicture = (file: AnswerFile): file is AnswerPicture => "bytes" in file;

/** A private message for one person: a card, and perhaps files that only they can read. */
export interface PrivateAnswer {
  readonly card: Card;
  readonly files: readonly AnswerFile[];
  /** What is said instead if the files cannot be sent; by default an apology. */
  readonly otherwise?: Card;
  /** It replaces the private message whose button was pressed, so that the button cannot be pressed again. */
  readonly replaces?: boolean;
  /** A pending reply: the message changes again when the reply is sent or withdrawn. */
  readonly pendingReply?: {
    readonly ticket: number;
    readonly id: number;
    readonly viewer: { readonly locale: Locale; readonly timezone: string };
  };
}

/** Shows another card in place of a private message. */
export type Amend = (card: Card) => Promise<void>;

/**
 * Sends a private message to the person behind an inbound event, where they acted. `replaces` puts it in place of the
 * private message that was pressed. Resolves to a function that changes it later, if the platform can. This is best effort:
 * do not use it for messages that must arrive. Rejects if files could not be sent.
 */
export interface AnswerPrivately {
  (card: Card, files?: readonly AnswerFile[], replaces?: boolean): Promise<Amend | void>;
  /** Called instead if the event was processed and there is nothing to say, for a page that waits for the outcome. */
  readonly nothing?: () => void;
}

/** A ticket number that a person has begun to type: the subcommand (`show`) and the text so far. */
export interface Typing {
  readonly by: ChatUser;
  readonly channel: ChannelRef;
  readonly verb: string;
  readonly text: string;
}

/** A suggestion while a person types: the text that is shown, and the value that is put into the command. */
export interface Suggestion {
  readonly value: string;
  readonly label: string;
}

/** A subcommand of a slash command, as the menus and hints of a platform show it. */
export interface MenuEntry {
  /** The word in English; empty if none is needed. */
  readonly word: string;
  /** A hint for what follows the word. */
  readonly rest: string;
  /** Whether customers may use it, too. */
  readonly customers: boolean;
}

/** The entries of each slash command. */
export type Menus = Readonly<Record<"ticket" | "desk", readonly MenuEntry[]>>;
