import { weekdays } from "../../sla/calendar.ts";
import { locales, type Locale } from "../desk.ts";
import type { FieldKind } from "./field.ts";
import { exceptionsText, hoursTexts, typedExceptions, typedHours } from "./hours.ts";
import { lengthText, typedLength } from "./length.ts";
import { listed, mapped, textOf } from "./plain.ts";

/** In which languages values are shown and read. */
export interface EditingLanguages {
  /** Of the person who edits. */
  readonly viewer: Locale;
  /** Of the desk: a text that stands for all languages is shown as the one of this language. */
  readonly desk: Locale;
}

/**
 * The parts of a field, by what follows its name in the form: "" for a single input, ".mon" for the hours of a day, ".en" for a
 * text. Each has the texts of its inputs. ".typed" has further lines of a list of check boxes, ".found" what was picked
 * from the platform's own list.
 */
export type Parts = Readonly<Record<string, readonly string[]>>;

/** The texts that a form shows for a value. */
export const partsOf = (kind: FieldKind, value: unknown, languages: EditingLanguages): Parts => {
  switch (kind.is) {
    case "duration":
      return { "": [lengthText(textOf(value), languages.viewer)] };
    case "manual":
      return { "": [typeof value === "string" ? value : textOf(mapped(value)["url"])] };
    case "lines":
      return { "": [listed(value).join("\n")] };
    case "choices":
    case "recipients":
    case "channels":
    case "users":
      return { "": listed(value) };
    case "key":
      return { "": kind.many ? listed(value) : [textOf(value)] };
    case "texts": {
      const texts = typeof value === "string" ? { [languages.desk]: value } : mapped(value);
      return Object.fromEntries(locales.map((locale) => [`.${locale}`, [textOf(texts[locale])]]));
    }
    case "hours": {
      const texts = hoursTexts(value);
      return Object.fromEntries(weekdays.map((day) => [`.${day}`, [texts[day]]]));
    }
    case "exceptions":
      return { "": [exceptionsText(value, languages.viewer)] };
    default:
      return { "": [textOf(value)] };
  }
};

const onlyLines = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

const orNothing = (items: readonly string[]): readonly string[] | undefined => (items.length === 0 ? undefined : items);

/** The value that these parts say; undefined if they say nothing. A text that makes no sense stays, so that the check reports it. */
export const valueOf = (kind: FieldKind, parts: Parts, languages: EditingLanguages): unknown => {
  const all = (suffix: string): readonly string[] =>
    (parts[suffix] ?? []).map((each) => each.replaceAll(/\r\n?/g, "\n")).filter((each) => each !== "");
  const raw = (suffix = ""): string => all(suffix).at(-1) ?? "";
  const one = (suffix = ""): string => raw(suffix).trim();
  const typed = one(".found") === "" ? one() : one(".found");
  switch (kind.is) {
    case "number":
      return typed === "" ? undefined : /^\d{1,15}$/.test(typed) ? Number(typed) : typed;
    case "flag":
      return typed === "" ? undefined : typed === "true" ? true : typed === "false" ? false : typed;
    case "percent":
      return typed === ""
        ? undefined
        : typed.replace(
            /^(\d+)(?:[.,](\d+))?\s*%?$/,
            (_, whole: string, part?: string) => `${whole}${part === undefined ? "" : `.${part}`}%`,
          );
    case "duration": {
      if (typed === "") return undefined;
      const length = typedLength(typed);
      return kind.also === 0 && /^(?:0\D*|PT0S)$/.test(length) ? 0 : length;
    }
    case "lines":
      return orNothing(onlyLines(raw()));
    case "choices":
    case "recipients":
    case "channels":
    case "users":
      return orNothing([...new Set([...all(""), ...onlyLines(raw(".typed"))])]);
    case "key":
      return kind.many ? orNothing([...new Set(all(""))]) : typed === "" ? undefined : typed;
    case "texts":
      return typedTexts(kind.long ? raw : one, languages.desk);
    case "hours":
      return typedHours((day) => one(`.${day}`));
    case "exceptions":
      return typedExceptions(raw());
    default:
      return typed === "" ? undefined : typed;
  }
};

/** One text if only the desk's language has one, since it then stands for all languages. */
const typedTexts = (typed: (suffix: string) => string, desk: Locale): unknown => {
  const texts = locales.flatMap((locale) => {
    const text = typed(`.${locale}`);
    return text.trim() === "" ? [] : [[locale, text] as const];
  });
  const [first] = texts;
  if (first === undefined) return undefined;
  return texts.length === 1 && first[0] === desk ? first[1] : Object.fromEntries(texts);
};
