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

/** Brackets and separators between a person's name and an addition, as in "Ana Ruiz (Support)" or "Support | Ana Ruiz". */
const additionMarks = /[()[\]{}<>|/\\•·,:;@]|\s[-–—~+]\s/u;

/** Whether a name, or a part of it beside an addition, looks like an agent's name. */
export const readsLikeStaff = (name: string, desk: Desk): boolean => {
  const whole = name.slice(0, 200);
  return [whole, ...whole.split(additionMarks)].some((part) => {
    const seen = skeleton(part);
    return seen !== "" && staffOf(desk).has(seen);
  });
};
