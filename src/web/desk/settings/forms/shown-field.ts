import type { ListedPlace } from "../../../../chat/directory.ts";
import type { Parts } from "../../../../desk/editing/codec.ts";
import { fieldName, type FieldShape } from "../../../../desk/editing/field.ts";
import type { Option } from "./options.ts";

/** The names of answers begin with this, so that a field of the desk cannot set a hidden field. */
export const entryPrefix = "entry.";

/** The names of the inputs in which people write what to look for in the lists of the platforms. */
export const findPrefix = "find.";

/** The names of hidden inputs with what was looked for before. */
export const searchedPrefix = "searched.";

/** What the platforms' own lists have for a text. */
export interface Finding {
  readonly words: string;
  readonly found: readonly ListedPlace[];
  readonly more: boolean;
  /** The platforms that did not answer, each with its code. */
  readonly away: readonly { readonly platform: string; readonly why: string }[];
}

/** A field with what its form shows. */
export interface ShownField {
  readonly field: FieldShape;
  readonly parts: Parts;
  /** The values before the form was changed, so that one that was unticked can be ticked again. */
  readonly before: Parts;
  readonly options: readonly Option[];
  /** What holds while the field is empty; an empty text if that depends. */
  readonly placeholder: string;
  /** What is wrong with the answer. */
  readonly faults: readonly string[];
  /** Whether a platform can be asked for its list. */
  readonly isListed: boolean;
  readonly finding: Finding | null;
}

/** The id of an input, and the name by which its text comes back. */
export const inputName = ({ field }: ShownField, suffix = ""): string => `${entryPrefix}${fieldName(field)}${suffix}`;
