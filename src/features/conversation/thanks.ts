import { withoutMarkRuns } from "../../tickets/format.ts";
import type { Desk } from "../../desk/desk.ts";

/** Texts that say thank you, in Spanish, English and Portuguese, without accents. */
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

/** Words that people add to a thank-you without asking for anything. */
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

/** Slack's and Discord's names of thank-you emoji, for texts that hold the name instead of the emoji. */
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
 * A mention of a person or a group. Blanks inside a mentioned name are no-break spaces, so a mention ends at the first
 * other blank. In a thank-you, a mention of any person counts as politeness.
 */
const mention = /(?<![^\s(,;.!¡])@[^\s@]+(?:\u00A0[^\s@]+)*/gu;

/** The text without mentions, and with an emoji for the name of one. */
const withoutMentions = (text: string): string =>
  text
    .replaceAll(mention, " ")
    .replaceAll(/:([a-z0-9_+]{1,30}):(?::skin-tone-[2-6]:)?/g, (whole, name: string) => namedEmoji.get(name) ?? whole);

/** A longer text says something else too. */
const longest = 120;

/** The words and emoji of a text, in small letters and without accents. */
export const wordsOf = (text: string): readonly string[] =>
  withoutMarkRuns(text)
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/(\p{Extended_Pictographic})\p{Emoji_Modifier}?/gu, " $1 ")
    .split(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/u)
    .filter((word) => word !== "");

/** Removes a phrase from the beginning of the words; null if they do not begin with it. */
const after = (words: readonly string[], phrase: readonly string[]): readonly string[] | null =>
  phrase.length > 0 && phrase.every((word, index) => words[index] === word) ? words.slice(phrase.length) : null;

const phrasesOf = (written: readonly string[]): readonly (readonly string[])[] =>
  written.map(wordsOf).toSorted((one, other) => other.length - one.length);

const builtIn = phrasesOf(thanking);
const filling = new Set(besides.flatMap(wordsOf));

/**
 * Whether a text only says thank you: words of thanks (also the desk's own), politeness and names. With a question, a
 * "but" or anything else, it is an ordinary message.
 */
export const isThanks = (text: string, desk: Pick<Desk, "thanks" | "people">): boolean => {
  if (text.length > longest || /[?¿]/.test(text)) return false;
  const wording = withoutMentions(text);
  if (/\d/.test(wording)) return false;
  const phrases = [...builtIn, ...phrasesOf(desk.thanks)];
  const names = new Set(Object.values(desk.people).flatMap(({ name }) => wordsOf(name)));
  let left = wordsOf(wording);
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
