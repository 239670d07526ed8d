import type { Desk } from "./desk.ts";

/** Common letters of other scripts that look like Latin ones. Rare look-alikes are not recognised. */
const lookAlikes: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["аɑαᴀ", "a"],
    ["вβʙ", "b"],
    ["сϲᴄ", "c"],
    ["ԁđᴅ", "d"],
    ["еεҽᴇ", "e"],
    ["ꜰ", "f"],
    ["ɡɢ", "g"],
    ["һнħʜ", "h"],
    ["іιıɪl|1łʟ", "i"],
    ["јᴊ", "j"],
    ["кκᴋ", "k"],
    ["ӏ", "i"],
    ["мᴍ", "m"],
    ["ոпɴ", "n"],
    ["оοσ0øᴏ", "o"],
    ["рρᴘ", "p"],
    ["ԛ", "q"],
    ["гʀ", "r"],
    ["ѕꜱ", "s"],
    ["тτᴛ", "t"],
    ["υսᴜ", "u"],
    ["νᴠ", "v"],
    ["ԝωᴡ", "w"],
    ["хχ", "x"],
    ["уγʏ", "y"],
    ["ᴢ", "z"],
  ].flatMap(([alike = "", latin = ""]) => [...alike].map((letter) => [letter, latin] as const)),
);

/** A name as it looks: compatibility forms resolved, in lower case, and only its letters and digits. */
const skeleton = (name: string): string =>
  [...name.slice(0, 200).normalize("NFKD").toLowerCase()]
    .map((letter) => lookAlikes[letter] ?? letter)
    .join("")
    .replaceAll(/[^\p{L}\p{N}]/gu, "");

const staffNames = new WeakMap<Desk["people"], ReadonlySet<string>>();

/** The skeletons of staff names, computed once per desk: a transcript compares each entry's name with them. */
const staffOf = ({ people }: Desk): ReadonlySet<string> => {
  const known = staffNames.get(people) ?? new Set(Object.values(people).map(({ name }) => skeleton(name)));
  staffNames.set(people, known);
  return known;
};

/** Brackets, quotes and separators between a person's name and an addition, as in "Ana Ruiz (Support)" or "Support | Ana Ruiz". */
const additionMarks = /[\p{Ps}\p{Pe}\p{Pi}\p{Pf}"<>|/\\•·,:;@]|\s[-–—~+]\s/u;

const skeletonsOf = (words: string): ReadonlySet<string> => new Set(words.split(" ").map(skeleton));

/** Words that say what a person of the staff does. No family name is among them. */
const roleWords = skeletonsOf(
  "support soporte suporte help helpdesk ayuda ajuda service servicio serviço care team equipo equipe desk staff agent agente " +
    "admin administrator official oficial verified technical tech técnico técnica manager moderator customer client cliente success",
);

/** Words between a name and such a word, as in "Ana Ruiz from Support". They count only beside one. */
const joiningWords = skeletonsOf("from of the at de del da do el la en no");

/** The words without those at their end that say what a person does. */
const withoutRoles = (words: readonly string[]): readonly string[] => {
  let left = words.length;
  let isBesideRole = false;
  for (; left > 0; left -= 1) {
    const word = words[left - 1] ?? "";
    if (roleWords.has(word)) isBesideRole = true;
    else if (!(isBesideRole && joiningWords.has(word))) break;
  }
  return words.slice(0, left);
};

/** The skeleton of a name without words before and behind it that say what a person does, as in "Ana Ruiz Support". */
const nameAlone = (name: string): string => {
  const visible = name.normalize("NFKD").replaceAll(/[\p{Cf}\p{M}]/gu, "");
  const words = visible.split(/[^\p{L}\p{N}]+/u).flatMap((word) => skeleton(word) || []);
  return withoutRoles(withoutRoles(words).toReversed()).toReversed().join("");
};

/** Whether a name, or a part of it beside an addition, looks like an agent's name. */
export const readsLikeStaff = (name: string, desk: Desk): boolean => {
  const whole = name.slice(0, 200);
  return [whole, ...whole.split(additionMarks)].some((part) =>
    [skeleton(part), nameAlone(part)].some((seen) => seen !== "" && staffOf(desk).has(seen)),
  );
};
