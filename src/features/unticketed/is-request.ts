import type { Desk } from "../../desk/desk.ts";
import { isThanks, wordsOf } from "../conversation/index.ts";

/** Phrases that greet, say goodbye or agree, in English, Spanish and Portuguese, without accents. */
const phrases: readonly string[] = [
  ..."hi hello hey hiya howdy greetings morning afternoon evening bye goodbye cheers ok okay yes yep sure great perfect".split(
    " ",
  ),
  ..."good-morning good-afternoon good-evening good-night good-day see-you see-you-later have-a-nice-day".split(" "),
  ..."hola buenas saludos adios vale perfecto genial si claro hasta-luego hasta-manana buenos-dias buen-dia".split(" "),
  ..."buenas-tardes buenas-noches un-saludo".split(" "),
  ..."ola oi viva tchau adeus perfeito otimo sim certo combinado bom-dia boa-tarde boa-noite ate-logo ate-amanha".split(
    " ",
  ),
].map((phrase) => phrase.replaceAll("-", " "));

/** Whom people greet. */
const greeted = new Set(
  "all everyone everybody team folks guys there equipo todos todas a equipe equipa pessoal gente".split(" "),
);

const byLength = phrases.map((phrase) => phrase.split(" ")).toSorted((one, other) => other.length - one.length);

/** Whether a text only greets, says goodbye or agrees. A text without letters and digits, such as emoji, does too. */
const onlyGreets = (text: string, { people }: Pick<Desk, "people">): boolean => {
  if (/[?¿\d]/.test(text)) return false;
  const names = new Set(Object.values(people).flatMap(({ name }) => wordsOf(name)));
  let left = wordsOf(text).filter((word) => /[\p{L}\p{N}]/u.test(word));
  while (left.length > 0) {
    const phrase = byLength.find((each) => each.every((word, index) => left[index] === word));
    if (phrase === undefined && !greeted.has(left[0] ?? "") && !names.has(left[0] ?? "")) return false;
    left = left.slice(phrase?.length ?? 1);
  }
  return true;
};

/** Whether a message in a customer's channel may ask for something: it is more than thanks or a greeting, or it has a file. */
export const mayBeRequest = (text: string, hasFiles: boolean, desk: Pick<Desk, "thanks" | "people">): boolean =>
  hasFiles || !(isThanks(text, desk) || onlyGreets(text, desk));
