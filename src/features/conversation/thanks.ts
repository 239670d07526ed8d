import { withoutMarkRuns } from "../../tickets/format.ts";
import type { Desk } from "../../desk/desk.ts";

/** What says thank you by itself, in Spanish, English and Portuguese; written without accents. */
const thanking: readonly string[] = [
  "gracias",
  "mil gracias",
  "agradecido",
  "agradecida",
  "te lo agradezco",
  "se agradece",
  "thanks",
  "thank you",
  "thankyou",
  "thx",
  "cheers",
  "much appreciated",
  "appreciated",
  "muy amable",
  "muy amables",
  "obrigado",
  "obrigada",
  "obrigadissimo",
  "obrigadissima",
  "muito agradecido",
  "muito agradecida",
  "agradeco",
  "grato",
  "grata",
  "valeu",
  "ty",
  ..."🙏 👍 🙌 👏 👌 ❤ 🫶 🙇 🤝 💯".split(" "),
];

/** What people put beside it without asking for anything. */
const besides: readonly string[] = [
  ..."muchas muchisimas de nuevo a ti a usted a vosotros a todos por todo por la ayuda por tu ayuda por vuestra ayuda".split(
    " ",
  ),
  ..."por su ayuda por la respuesta vale ok okay perfecto genial estupendo hola equipo buen dia un saludo saludos".split(
    " ",
  ),
  ..."many so very much a lot again to you all everyone for the your quick fast help support answer reply everything".split(
    " ",
  ),
  ..."muito muitissimo pela vossa sua ajuda pelo apoio resposta tudo bem otimo excelente perfeito ola equipa equipe bom dia".split(
    " ",
  ),
  ..."boa tarde um abraco cumprimentos mesmo uma vez mais".split(" "),
  ..."great perfect awesome hi team guys have nice day best regards".split(" "),
  ..."😀 😃 😄 😁 😊 🙂 😉 😎 😍 🥰 🤗 😅 🤩 🥳 😌 ☺ 🎉 🎊 ✨ 🌟 ⭐ 💪 🚀 🔥 💚 💙 💜 🧡 💛 🤍 🌹 💐 🍻 ✅ ✔ 👋 🤞 ♂ ♀".split(
    " ",
  ),
];

/** How Slack and Discord name the emoji of a thank you, where a text holds the name instead of the emoji. */
const namedEmoji: ReadonlyMap<string, string> = new Map([
  ["+1", "👍"],
  ["thumbsup", "👍"],
  ["pray", "🙏"],
  ["folded_hands", "🙏"],
  ["raised_hands", "🙌"],
  ["clap", "👏"],
  ["ok_hand", "👌"],
  ["heart", "❤"],
  ["slightly_smiling_face", "🙂"],
  ["smile", "🙂"],
  ["blush", "😊"],
  ["tada", "🎉"],
]);

/**
 * A mention of a person or a group. The blanks inside a mentioned name are no-break spaces, so that a mention ends at the first
 * other blank. A mention of any person is politeness in a thank you.
 */
const mention = /(?<![^\s(,;.!¡])@[^\s@]+(?:\u00A0[^\s@]+)*/gu;

/** The text without mentions, and with an emoji for the name of one. */
const spoken = (text: string): string =>
  text
    .replaceAll(mention, " ")
    .replaceAll(/:([a-z0-9_+]{1,30}):(?::skin-tone-[2-6]:)?/g, (whole, name: string) => namedEmoji.get(name) ?? whole);

/** Longer than this it says something else as well. */
const longest = 120;

const asWords = (text: string): readonly string[] =>
  withoutMarkRuns(text)
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/(\p{Extended_Pictographic})\p{Emoji_Modifier}?/gu, " $1 ")
    .split(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/u)
    .filter((word) => word !== "");

/** Takes a phrase from the front of the words; null where they do not begin with it. */
const after = (words: readonly string[], phrase: readonly string[]): readonly string[] | null =>
  phrase.length > 0 && phrase.every((word, index) => words[index] === word) ? words.slice(phrase.length) : null;

const phrasesOf = (written: readonly string[]): readonly (readonly string[])[] =>
  written.map(asWords).toSorted((one, other) => other.length - one.length);

const builtIn = phrasesOf(thanking);
const filling = new Set(besides.flatMap(asWords));

/**
 * Whether somebody only says thank you: nothing but words of thanks (the desk's own among them), politeness and names. A
 * question, a "but", or anything else beside it is a message like any other.
 */
export const isThanks = (text: string, desk: Pick<Desk, "thanks" | "people">): boolean => {
  if (text.length > longest || /[?¿]/.test(text)) return false;
  const said = spoken(text);
  if (/\d/.test(said)) return false;
  const phrases = [...builtIn, ...phrasesOf(desk.thanks)];
  const names = new Set(Object.values(desk.people).flatMap(({ name }) => asWords(name)));
  let left = asWords(said);
  let isThanked = false;
  while (left.length > 0) {
    const rest = phrases.map((phrase) => after(left, phrase)).find((each) => each !== null);
    const [word = ""] = left;
    if (rest === undefined && !filling.has(word) && !names.has(word)) return false;
    isThanked ||= rest !== undefined;
    left = rest ?? left.slice(1);
  }
  return isThanked;
};
