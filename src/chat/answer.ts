import type { Locale } from "../desk/desk.ts";
import type { Card } from "./card.ts";
import type { FieldErrors, Form } from "./form.ts";

/**
 * What the platform is told at once, computed without any I/O: Slack's trigger lives three seconds, and Discord
 * refuses a form after a deferral.
 */
export type FirstAnswer =
  | { readonly kind: "form"; readonly form: Form }
  /** The form stays open and shows these. */
  | { readonly kind: "fieldErrors"; readonly errors: FieldErrors }
  /** Final: said in private; nothing is recorded. `refused` names the command or button that the person may not use. */
  | { readonly kind: "private"; readonly card: Card; readonly refused?: string | undefined }
  /** To be recorded, then worked on; a private answer may follow. */
  | { readonly kind: "work" }
  /** Nothing to do with us. */
  | { readonly kind: "ignore" };

/** A file of text, made to be given to somebody. */
export interface TextFile {
  readonly name: string;
  /** A media type. */
  readonly type: string;
  readonly text: string;
}

/** What one person is told in private: a card, and perhaps files, which come where they alone can read them. */
export interface PrivateAnswer {
  readonly card: Card;
  readonly files: readonly TextFile[];
  /** It says what became of the private message whose button was pressed, which has nothing to press any more. */
  readonly replaces?: boolean;
  /** A reply waits to be sent: the message changes again once it is sent or taken back. */
  readonly held?:
    | {
        readonly ticket: number;
        readonly id: number;
        readonly viewer: { readonly locale: Locale; readonly timezone: string };
      }
    | undefined;
}

/** Shows another card in place of a private message. */
export type Amend = (card: Card) => Promise<void>;

/**
 * Says something to the person behind an inbound event, in private, where they acted; `replaces` puts it in place of the private
 * message that was pressed, where it was one. Resolves to a way to change it later, where the platform has one. Best effort:
 * never for what must arrive. Rejects where files could not be given.
 */
export type AnswerPrivately = (card: Card, files?: readonly TextFile[], replaces?: boolean) => Promise<Amend | void>;
