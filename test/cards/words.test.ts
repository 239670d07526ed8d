import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import { en } from "../../src/i18n/en.ts";
import { es } from "../../src/i18n/es.ts";
import { sayIn } from "../../src/i18n/say.ts";

const flat = (words: object, path = ""): readonly (readonly [key: string, sentence: string])[] =>
  Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === "string" ? [[`${path}${key}`, value] as const] : flat(value as object, `${path}${key}.`),
  );

const suffix = /_(zero|one|two|few|many|other)$/;
const languages = { en: new Map(flat(en)), es: new Map(flat(es)) } as const;
const baseKeys = (words: ReadonlyMap<string, string>) =>
  [...new Set([...words.keys()].map((key) => key.replace(suffix, "")))].toSorted();
const variables = (sentence: string) => [...new Set(sentence.match(/\{\{\w+\}\}/g))].toSorted();

describe("the words", () => {
  test("are the same sentences in every language", () => {
    expect(baseKeys(languages.es)).toEqual(baseKeys(languages.en));
  });

  test("use the same variables in every language", () => {
    for (const [key, sentence] of languages.es) {
      const english = languages.en.get(key) ?? languages.en.get(key.replace(suffix, "_other")) ?? "";
      expect([key, variables(sentence)]).toEqual([key, variables(english)]);
    }
  });

  test.each(["en", "es"] as const)("have every plural form that %s needs", (locale) => {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted();
    const plurals = [...languages[locale].keys()].filter((key) => suffix.test(key));
    expect(plurals.length).toBeGreaterThan(0);
    for (const base of new Set(plurals.map((key) => key.replace(suffix, ""))))
      expect([base, forms.filter((form) => languages[locale].has(`${base}_${form}`))]).toEqual([base, forms]);
  });

  test("say something everywhere", () => {
    for (const words of Object.values(languages))
      for (const [key, sentence] of words) expect([key, sentence.trim()]).not.toEqual([key, ""]);
  });

  test("leave people's words as they are, whatever is in them", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.constantFrom("{{name}}", "$t(button.claim)", "{{- desk}}", "$&", "<b>&amp;"),
        ),
        fc.constantFrom("en" as const, "es" as const),
        (name, locale) => {
          expect(sayIn(locale)("message.replied", { name, desk: name })).toBe(`${name} · ${name}`);
        },
      ),
    );
  });
});
