import { z } from "zod";
import { blockedPhrase } from "../../tickets/internal-mention.ts";
import { locales, placeholders, type CannedReply } from "../desk.ts";
import { inEveryLanguage, translated } from "../every-language.ts";
import { keyedSection } from "../keyed-section.ts";
import { strict } from "../shapes.ts";

const known = placeholders.map((each) => `{${each}}`).join(", ");

/** The first thing in braces that is no placeholder. */
const stranger = (text: string): string | undefined =>
  [...text.matchAll(/\{([^{}]*)\}/g)].find(([, name]) => !placeholders.some((each) => each === name))?.[0];

const withPlaceholders = (most: number, expected: string, long = false) =>
  inEveryLanguage(
    z
      .string(expected)
      .min(1, expected)
      .max(most, expected)
      .superRefine((given, context) => {
        const found = stranger(given);
        if (found !== undefined)
          context.addIssue({ code: "custom", message: `text with no placeholders but ${known} (it has ${found})` });
      }),
    expected,
    long,
  );

/** The canned replies. */
export const replies = keyedSection({
  expected: "replies by a short name",
  entry: strict({
    title: withPlaceholders(75, "a title of at most 75 characters"),
    text: withPlaceholders(2_000, "text of at most 2000 characters", true),
  }),
  read: (key, { title, text }, locale): CannedReply => ({
    key,
    title: translated(title, locale),
    text: translated(text, locale),
  }),
  /** A canned reply with internal names would show them to every customer. */
  checks: (desk) =>
    Object.values(desk.replies).flatMap(({ key, text }) => {
      const found = locales.flatMap((locale) => blockedPhrase(text[locale], desk) ?? [])[0];
      return found === undefined
        ? []
        : [{ path: ["replies", key, "text"], expected: `words without ${JSON.stringify(found)}, which is internal` }];
    }),
});
