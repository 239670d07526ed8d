import { z } from "zod";
import { placeholders } from "./desk.ts";

const known = placeholders.map((each) => `{${each}}`).join(", ");

/** The first text in braces that is no placeholder. */
const stranger = (text: string): string | undefined =>
  [...text.matchAll(/\{([^{}]*)\}/g)].find(([, name]) => !placeholders.some((each) => each === name))?.[0];

/** One text for all languages, or one for each. A missing language takes the text of another one. */
const inEveryLanguage = (most: number, expected: string) => {
  const text = z
    .string(expected)
    .min(1, expected)
    .max(most, expected)
    .superRefine((given, context) => {
      const found = stranger(given);
      if (found !== undefined)
        context.addIssue({ code: "custom", message: `text with no placeholders but ${known} (it has ${found})` });
    });
  const byLanguage = z
    .strictObject(
      { es: text.optional(), en: text.optional(), pt: text.optional() },
      `${expected}, or one for each language (es, en, pt)`,
    )
    .refine((texts) => Object.values(texts).some((each) => each !== undefined), "a text for es, en or pt");
  return z.unknown().transform((given, context) => {
    const parsed = (typeof given === "string" ? text : byLanguage).safeParse(given);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues)
      context.addIssue({ code: "custom", path: issue.path, message: issue.message });
    return z.NEVER;
  });
};

/** A canned reply as a desk file writes it. */
export const cannedReply = {
  title: inEveryLanguage(75, "a title of at most 75 characters"),
  text: inEveryLanguage(2_000, "text of at most 2000 characters"),
};
