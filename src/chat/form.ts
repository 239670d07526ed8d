import type { Line } from "./card.ts";

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
}

/** One question of a form. `initial` is its prefilled answer; empty if it has none. */
export type Field = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
  readonly initial: string;
} & (
  | { readonly kind: "line"; readonly maxLength: number }
  | { readonly kind: "paragraph"; readonly maxLength: number }
  /** `radio` shows every choice with its description; `select` is for longer lists. */
  | { readonly kind: "radio"; readonly choices: readonly Choice[] }
  | { readonly kind: "select"; readonly choices: readonly Choice[] }
);

/** A form. `action` comes back unchanged in the submission (see `action.ts`). */
export interface Form {
  readonly action: string;
  readonly title: string;
  readonly submit: string;
  readonly cancel: string;
  /** A text above the questions, for instance who will read the answer. */
  readonly notice?: readonly Line[];
  readonly fields: readonly Field[];
}

/** What is wrong with a submission: one sentence per field name. */
export type FieldErrors = Readonly<Record<string, string>>;

/** The longest title. */
export const maxTitle = 150;

/** The longest description. A platform with shorter fields asks for less. */
export const maxDescription = 40_000;

/** The longest reply or note of a form, which every platform can show in one message. */
export const maxText = 3_000;

/** The value of the choice "none"; no key of a desk file looks like it. */
export const noChoice = "-";

/** The longest telephone number, and the longest text about when to call. */
export const maxPhone = 30;
export const maxPhoneTime = 100;
