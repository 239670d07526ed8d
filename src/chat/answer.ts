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
  /** Final: said in private; nothing is recorded. */
  | { readonly kind: "private"; readonly card: Card }
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
}

/**
 * Says something to the person behind a happening, in private, where they acted. Best effort: never for what must arrive.
 * Rejects where files could not be given.
 */
export type AnswerPrivately = (card: Card, files?: readonly TextFile[]) => Promise<void>;
