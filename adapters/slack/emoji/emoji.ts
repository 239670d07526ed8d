import { readFileSync } from "node:fs";

/** Slack allows names of at most a hundred characters. */
const longestName = 100;

let table: ReadonlyMap<string, string> | null = null;

/** The emoji by Slack's names. The table is loaded when the first name is looked up. */
const names = (): ReadonlyMap<string, string> => {
  table ??= new Map(
    readFileSync(new URL("./short-names.txt", import.meta.url), "utf8")
      .split("\n")
      .map((line) => {
        const blank = line.indexOf(" ");
        return [line.slice(0, blank), line.slice(blank + 1)] as const;
      }),
  );
  return table;
};

const variation = "\uFE0F";

/** Adds the variation selector to an emoji that older fonts draw as a letter. */
const pictured = (emoji: string): string =>
  [...emoji].length === 1 && !/\p{Emoji_Presentation}/u.test(emoji) ? `${emoji}${variation}` : emoji;

/** Adds a skin tone, which Slack numbers from 2 to 6, after the first code point if that one can have a tone. */
const toned = (emoji: string, tone: number | null): string => {
  const [first = "", ...rest] = emoji;
  if (tone === null || tone < 2 || tone > 6 || !/\p{Emoji_Modifier_Base}/u.test(first)) return pictured(emoji);
  if (rest[0] === variation) rest.shift();
  return `${first}${String.fromCodePoint(0x1f3f9 + tone)}${rest.join("")}`;
};

/** Returns the emoji of a name such as `+1`; null for a custom or unknown emoji. */
const emojiNamed = (name: string, tone: number | null): string | null => {
  const found = names().get(name);
  return found === undefined ? null : toned(found, tone);
};

const codePoints = /^[0-9a-f]{1,6}(?:-[0-9a-f]{1,6}){0,11}$/i;

/** Returns an emoji from its code points as Slack sends them, `1f44b-1f3fc`; null if they are not one. */
const fromCodePoints = (unicode: string | null): string | null => {
  if (unicode === null || !codePoints.test(unicode)) return null;
  const points = unicode.split("-").map((each) => Number.parseInt(each, 16));
  const emoji = points.every((point) => point <= 0x10ffff) ? String.fromCodePoint(...points) : "";
  // Digits begin keycap emoji (1️⃣) but are no emoji themselves. No other text may pass as an emoji.
  return /^(?:[\d#*]\uFE0F?\u20E3|(?:\p{Extended_Pictographic}|\p{Regional_Indicator})[\p{Emoji}\p{Emoji_Component}]*)$/u.test(
    emoji,
  )
    ? emoji
    : null;
};

/** Returns an emoji of Slack's rich text, or its name if it is unknown. */
export const emojiOf = ({
  name,
  unicode,
  tone,
}: {
  readonly name: string;
  readonly unicode: string | null;
  readonly tone: number | null;
}): string => {
  // Slack sometimes repeats the tone in the name.
  const [, bare = name, toneInName] = /^([^:]*)::skin-tone-([2-6])$/.exec(name) ?? [];
  const known =
    fromCodePoints(unicode) ?? emojiNamed(bare, tone ?? (toneInName === undefined ? null : Number(toneInName)));
  return known ?? `:${name}:${tone === null ? "" : `:skin-tone-${tone}:`}`;
};

const nameSign = /[\p{L}\p{N}_+'-]/u;

/** Returns where the name that begins here ends; -1 if there is none. */
const endOfName = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && at - from < longestName && nameSign.test(text.charAt(at))) at += 1;
  return at > from && text[at] === ":" ? at : -1;
};

const tone = /:skin-tone-([2-6]):/y;

/** Replaces `:names:` in a text by their emoji. Other text stays, and the colon at its end may begin the next name. */
export const withEmoji = (text: string): string => {
  if (!text.includes(":")) return text;
  let shown = "";
  let at = 0;
  while (at < text.length) {
    const colon = text.indexOf(":", at);
    if (colon < 0) break;
    shown += text.slice(at, colon);
    const end = endOfName(text, colon + 1);
    if (end < 0) {
      shown += ":";
      at = colon + 1;
      continue;
    }
    const name = text.slice(colon + 1, end);
    tone.lastIndex = end + 1;
    const toneFound = tone.exec(text);
    const emoji = emojiNamed(name, toneFound === null ? null : Number(toneFound[1]));
    shown += emoji ?? text.slice(colon, end);
    at = emoji === null ? end : end + 1 + (toneFound?.[0].length ?? 0);
  }
  return shown + text.slice(at);
};
