import type { Locale } from "../desk/desk.ts";

/**
 * The variant of a language that dates and plural forms follow. British English writes the day before the month.
 * The Portuguese is Brazilian.
 */
export const languageTag = { en: "en-GB", es: "es", pt: "pt-BR" } as const satisfies Record<Locale, string>;
