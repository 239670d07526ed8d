import { z } from "zod";
import { blockedPhrase } from "../../tickets/internal-mention.ts";
import { locales, placeholders, type CannedReply } from "../desk.ts";
import { inEveryLanguage, translated } from "../every-language.ts";
import { expectation, expects } from "../expectation.ts";
import { keyedSection } from "../keyed-section.ts";
import { strict } from "../shapes.ts";

const known = placeholders.map((each) => `{${each}}`).join(", ");

/** The first thing in braces that is no placeholder. */
const stranger = (text: string): string | undefined =>
  [...text.matchAll(/\{([^{}]*)\}/g)].find(([, name]) => !placeholders.some((each) => each === name))?.[0];

const withPlaceholders = (kind: "title" | "text", most: number) =>
  inEveryLanguage(
    z
      .string(expects(kind, { most }))
      .min(1, expects(kind, { most }))
      .max(most, expects(kind, { most }))
      .superRefine((given, context) => {
        const found = stranger(given);
        if (found !== undefined)
          context.addIssue({ code: "custom", message: expects("placeholders", { values: known, found }) });
      }),
    expects(`${kind}ByLanguage`, { most }),
    kind === "text",
  );

/** The canned replies. */
export const replies = keyedSection({
  expected: "replies",
  entry: strict({
    title: withPlaceholders("title", 75),
    text: withPlaceholders("text", 2_000),
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
        : [
            {
              path: ["replies", key, "text"],
              expected: expectation("withoutInternal", { word: JSON.stringify(found) }),
            },
          ];
    }),
});
