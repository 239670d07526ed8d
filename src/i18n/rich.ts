import type { Line, Span } from "../chat/card.ts";
import { sayAny, type en, type Say } from "./say.ts";
import { plain } from "./spans.ts";

type Texts = typeof en;

type KeyOf<Key> = Key extends `${infer Base}_other` ? Base : Key extends `${string}_one` ? never : Key;
/** A key as code names it: without the suffix of a plural form. */
export type TextKey = KeyOf<keyof Texts>;

type TextOf<Key extends string> = Key extends keyof Texts
  ? Texts[Key]
  : `${Key}_other` extends keyof Texts
    ? Texts[`${Key}_other` & keyof Texts]
    : never;

type PlaceholderIn<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | PlaceholderIn<Rest> : never;

/** The values for a message's placeholders: text or spans. `count` is a number and chooses the plural form. */
type Values<Key extends string> = {
  readonly [Name in PlaceholderIn<TextOf<Key>>]: Name extends "count" ? number : string | Span | Line;
};

/** A separator that no sentence contains. */
const mark = "\u0000";

const isPlain = (span: Span | undefined): span is Extract<Span, { t: "text" }> =>
  span?.t === "text" && span.strong !== true && span.faint !== true && span.open === undefined;

const spansOf = (value: string | number | Span | Line): Line => {
  if (typeof value === "object") return "t" in value ? [value] : value;
  return [plain(String(value))];
};

/** Joins neighbouring plain spans. */
const merged = (line: Line): Line =>
  line.reduce<readonly Span[]>((spans, span) => {
    const last = spans.at(-1);
    if (isPlain(span) && span.text === "") return spans;
    return isPlain(span) && isPlain(last) ? [...spans.slice(0, -1), plain(last.text + span.text)] : [...spans, span];
  }, []);

/**
 * A whole message as spans: `rich(say, "target.met", { at: moment(x) })`. i18next puts a token in place of each value,
 * and the message is split at the tokens. So a value is never parsed: a customer's text cannot become a placeholder or
 * markup.
 */
export const rich = <Key extends TextKey>(say: Say, key: Key, values: Values<Key>): Line => {
  const given: Readonly<Record<string, string | number | Span | Line>> = values;
  const tokens: Readonly<Record<string, string | number>> = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, typeof value === "number" ? value : `${mark}${name}${mark}`]),
  );
  const sentence = sayAny(say, key, tokens);
  // Every second piece is the name of a placeholder.
  const pieces = sentence.split(mark);
  return merged(pieces.flatMap((piece, index) => (index % 2 === 0 ? [plain(piece)] : spansOf(given[piece] ?? ""))));
};
