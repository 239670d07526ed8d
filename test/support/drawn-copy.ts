import type { Card } from "../../src/chat/card.ts";
import type { Form } from "../../src/chat/form.ts";
import type { Locale } from "../../src/desk/desk.ts";
import { en, es, pt } from "../../src/i18n/say.ts";
import { cardText, lineText } from "../cards/samples/strings-of.ts";

type Drawn = readonly [name: string, lines: readonly string[]];

const confirmations = ({ parts }: Card): readonly string[] =>
  parts.flatMap((part) =>
    part.part === "buttons"
      ? part.buttons.flatMap(({ label, confirm }) =>
          confirm === undefined
            ? []
            : [`[${label}] asks: ${confirm.title} ${confirm.text} [${confirm.yes}] [${confirm.no}]`],
        )
      : [],
  );

/** Everything that a person can read of a card, line by line. */
export const cardCopy = (card: Card): readonly string[] => [
  ...cardText(card).split("\n"),
  ...confirmations(card),
  `notification: ${card.summary.replaceAll("\n", " ")}`,
];

/** Everything that a person can read of a form, line by line. */
export const formCopy = ({ title, notice = [], fields, submit, cancel }: Form): readonly string[] => [
  `# ${title}`,
  ...notice.map(lineText),
  ...fields.flatMap((field) => [
    `${field.label}${field.required ? "" : " (optional)"}${field.hint === undefined ? "" : `: ${field.hint}`}`,
    ...("choices" in field
      ? field.choices.map(
          ({ label, description }) => `( ) ${label}${description === undefined ? "" : `: ${description}`}`,
        )
      : []),
  ]),
  `[${submit}] [${cancel}]`,
];

const withoutTimes = (line: string): string => line.replaceAll(/\[\d{4}-[^\]]*\]/g, "[time]");

/** The sample's hostile text repeats one piece. */
const shortened = (line: string): string => line.replaceAll(/(<!channel> @everyone [^<]*<b>x<\/b>[^<]*){2,}/g, "$1");

/** The drawn texts as one page. A line stands there once: where it is drawn first. */
export const pageOf = (drawn: readonly Drawn[]): string => {
  const seen = new Set<string>();
  const entries = drawn.flatMap(([name, lines]) => {
    const fresh = lines.map(shortened).filter((line) => {
      const key = withoutTimes(line);
      const isNew = key.trim() !== "" && !seen.has(key);
      seen.add(key);
      return isNew;
    });
    return fresh.length === 0 ? [] : [`== ${name}\n${fresh.map((line) => `${line}\n`).join("")}`];
  });
  return entries.join("\n");
};

const texts: Readonly<Record<Locale, Record<string, string>>> = { en, es, pt };

/** The sentences of a language that none of these keys names, each as a line. */
export const otherSentences = (locale: Locale, keys: ReadonlySet<string>): readonly string[] =>
  Object.entries(texts[locale]).flatMap(([key, sentence]) => (keys.has(key) ? [] : [`${key}: ${sentence}`]));

/** Runs a function, and tells the keys of the sentences of a language that it looked up. */
export const withKeys = <T>(locale: Locale, run: () => T): readonly [result: T, keys: ReadonlySet<string>] => {
  const sentences = texts[locale];
  const before = Object.entries(sentences);
  const keys = new Set<string>();
  for (const [key, sentence] of before)
    Object.defineProperty(sentences, key, {
      configurable: true,
      enumerable: true,
      get: () => {
        keys.add(key);
        return sentence;
      },
    });
  try {
    return [run(), keys];
  } finally {
    for (const [key, value] of before)
      Object.defineProperty(sentences, key, { configurable: true, enumerable: true, writable: true, value });
  }
};
