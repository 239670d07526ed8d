import type { Locale } from "../../src/desk/desk.ts";
import type { TextKey } from "../../src/i18n/rich.ts";
import { en, es, pt, sayAny, sayIn } from "../../src/i18n/say.ts";

const texts: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { en, es, pt };

/** Known values of a sentence. A placeholder without one may hold any text of one line. */
export type SentenceValues = Readonly<Record<string, string | number>>;

const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The texts of a key: one, or one for each plural form. */
const formsOf = (locale: Locale, key: string): readonly string[] =>
  ["", "_one", "_many", "_other"].flatMap((form) => texts[locale][key + form] ?? []);

/** The plural form that a count chooses, with the count in it. */
const formFor = (locale: Locale, key: TextKey, count: number): string => {
  const names = formsOf(locale, key).flatMap((form) =>
    [...form.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = ""]) => name),
  );
  const kept = Object.fromEntries(names.map((name) => [name, `{{${name}}}`]));
  return sayAny(sayIn(locale), key, { ...kept, count });
};

const patternOf = (text: string, values: SentenceValues): string =>
  text
    .split(/\{\{(\w+)\}\}/)
    .map((piece, index) => {
      if (index % 2 === 0) return literally(piece);
      const value = values[piece];
      return value === undefined ? "[^\\n]*?" : literally(String(value));
    })
    .join("");

const sentenceIn =
  (locale: Locale) =>
  (key: TextKey, values: SentenceValues = {}): RegExp => {
    const { count } = values;
    const forms = typeof count === "number" ? [formFor(locale, key, count)] : formsOf(locale, key);
    for (const name of Object.keys(values))
      if (!formsOf(locale, key).some((form) => form.includes(`{{${name}}}`)))
        throw new Error(`the sentence ${key} has no placeholder ${name}`);
    return new RegExp(`(?:${forms.map((form) => patternOf(form, values)).join("|")})`);
  };

/** Finds these texts and sentences in this order, with anything between them. */
export const inOrder = (...pieces: readonly (string | RegExp)[]): RegExp =>
  new RegExp(pieces.map((piece) => (typeof piece === "string" ? literally(piece) : piece.source)).join("[^]*?"));

/** Finds an English sentence of the product by its key, whatever its words are: `inEnglish("done.back")`. */
export const inEnglish = sentenceIn("en");
/** The same in Spanish. */
export const inSpanish = sentenceIn("es");
/** The same in Portuguese. */
export const inPortuguese = sentenceIn("pt");

const collectedKeys = ["collected.one", "collected.many", "collected.empty", "collected.moved"] as const;

/** Whether a text is the collected message about the tickets of people without an account. */
export const isCollected = (text: string): boolean => collectedKeys.some((key) => inEnglish(key).test(text));
