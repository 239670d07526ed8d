import type { Locale } from "../desk/desk.ts";

/**
 * The variant of each language for dates and plural forms. British English writes the day before the month; the
 * Portuguese is Brazilian.
 */
export const languageTag = { en: "en-GB", es: "es", pt: "pt-BR" } as const satisfies Record<Locale, string>;
