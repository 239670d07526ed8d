import { z } from "zod";
import { hinted } from "./editing/hint.ts";
import { expects } from "./expectation.ts";
import type { Locale, Translated } from "./desk.ts";

/**
 * One text for every language, or one for each. A language that is left out takes the text of another one. `long`: of several
 * lines. `expectedByLanguage`: the message for a value that is neither.
 */
export const inEveryLanguage = (text: z.ZodType<string>, expectedByLanguage: string, long = false) => {
  const byLanguage = z
    .strictObject({ es: text.optional(), en: text.optional(), pt: text.optional() }, expectedByLanguage)
    .refine((texts) => Object.values(texts).some((each) => each !== undefined), expects("someLanguage"));
  const texts = z.unknown().transform((given, context) => {
    const parsed = (typeof given === "string" ? text : byLanguage).safeParse(given);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues)
      context.addIssue({ code: "custom", path: issue.path, message: issue.message });
    return z.NEVER;
  });
  return hinted(texts, { is: "texts", long });
};

/** A language that is left out takes the text of the desk's language, else the English, Spanish or Portuguese one. */
export const translated = (
  written: string | Readonly<Partial<Record<Locale, string | undefined>>>,
  deskLocale: Locale,
): Translated => {
  const inLanguage = (locale: Locale): string =>
    typeof written === "string"
      ? written
      : (([locale, deskLocale, "en", "es", "pt"] as const)
          .map((each) => written[each])
          .find((text) => text !== undefined) ?? "");
  return { es: inLanguage("es"), en: inLanguage("en"), pt: inLanguage("pt") };
};
