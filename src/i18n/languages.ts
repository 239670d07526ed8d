import type { Locale } from "../desk/desk.ts";
import { numberFormat } from "./formats.ts";

/**
 * The variant of each language for dates and plural forms. British English writes the day before the month; the
 * Portuguese is Brazilian.
 */
export const languageTag = { en: "en-GB", es: "es", pt: "pt-BR" } as const satisfies Record<Locale, string>;

/** The same sentences in another language: every key of the English ones, and `_many` wherever English has plurals. */
export type Translation<English> = Readonly<Record<keyof English | PluralOf<keyof English & string>, string>>;

type PluralOf<Key extends string> = Key extends `${infer Plural}_other` ? `${Plural}_many` : never;

/** Words as a list in a sentence: "one, two and three". */
export const listInText = (items: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(locale, { type: "conjunction" }).format(items);

/** A number with the separators of the language. */
export const numberText = (number: number, locale: Locale): string => numberFormat(locale).format(number);

/** A share such as 0.75 as a percentage. */
export const percentText = (share: number, locale: Locale): string =>
  numberFormat(locale, { style: "percent" }).format(share);
