import type { z } from "zod";
import type { Desk, Locale } from "./desk.ts";
import type { Expectation, ExpectationKey } from "./expectation.ts";

/** A contradiction between parts of a desk: its path in the document, and what was expected there. */
export interface ReferenceFault {
  readonly path: readonly (string | number)[];
  readonly expected: Expectation;
}

/** Keys whose entries are faulty themselves. They exist, so naming them is no fault. */
export type NamedPath = Readonly<Record<"calendars" | "plans" | "people", ReadonlySet<string>>>;

/**
 * A section of the desk file that holds entries by key, in one place: how an entry is written, what it means, and what the
 * desk must have for it. A part of a desk file replaces its entries one by one.
 */
export interface KeyedSection<Entry extends z.ZodType, Meant> {
  /** What is expected of the section as a whole. */
  readonly expected: ExpectationKey;
  readonly entry: Entry;
  /** `locale` is the language of the desk. */
  readonly read: (key: string, written: z.output<Entry>, locale: Locale) => Meant;
  /** What is wrong although each entry is right in itself. */
  readonly checks: (desk: Desk, named: NamedPath) => readonly ReferenceFault[];
}

/** Declares a section. */
export const keyedSection = <Entry extends z.ZodType, Meant>(
  section: KeyedSection<Entry, Meant>,
): KeyedSection<Entry, Meant> => section;
