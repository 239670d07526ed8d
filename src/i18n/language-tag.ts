import type { Locale } from "../desk/desk.ts";

/**
 * The variant of a language that dates and plural forms follow. British English writes the day before the month. European
 * Portuguese says "0 notas", where Brazilian says "0 nota".
 */
export const languageTag = { en: "en-GB", es: "es", pt: "pt-PT" } as const satisfies Record<Locale, string>;
