import type { Line } from "./card.ts";

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly description?: string | undefined;
}

/** One question of a form. `initial` is prefilled. */
export type Field = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly required: boolean;
  readonly initial?: string | undefined;
} & (
  | { readonly kind: "line"; readonly maxLength: number }
  | { readonly kind: "paragraph"; readonly maxLength: number }
  /** `radio` shows every choice with its description; `select` is for longer lists. */
  | { readonly kind: "radio"; readonly choices: readonly Choice[] }
  | { readonly kind: "select"; readonly choices: readonly Choice[] }
);

/** A dialog. `action` comes back unchanged in the submission, see `action.ts`. */
export interface Form {
  readonly action: string;
  readonly title: string;
  readonly submit: string;
  readonly cancel: string;
  /** Said above the questions, for instance who will read the answer. */
  readonly notice?: readonly Line[] | undefined;
  readonly fields: readonly Field[];
}

/** What was wrong with a submission, one sentence a field name. */
export type FieldErrors = Readonly<Record<string, string>>;
