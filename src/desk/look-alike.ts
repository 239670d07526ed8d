import type { Desk } from "./desk.ts";

/** Common letters of other scripts that look like Latin ones. Rare look-alikes are not recognised. */
const lookAlikes: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["аɑα", "a"],
    ["вβ", "b"],
    ["сϲ", "c"],
    ["ԁ", "d"],
    ["еεҽ", "e"],
    ["ɡ", "g"],
    ["һн", "h"],
    ["іιıl|1", "i"],
    ["ј", "j"],
    ["кκ", "k"],
    ["ӏ", "i"],
    ["м", "m"],
    ["ոп", "n"],
    ["оοσ0", "o"],
    ["рρ", "p"],
    ["ԛ", "q"],
    ["г", "r"],
    ["ѕ", "s"],
    ["тτ", "t"],
    ["υս", "u"],
    ["ν", "v"],
    ["ԝω", "w"],
    ["хχ", "x"],
    ["уγ", "y"],
  ].flatMap(([alike = "", latin = ""]) => [...alike].map((letter) => [letter, latin] as const)),
);

/** A name as it looks: compatibility forms resolved, without accents, invisible characters, case, blanks and dots. */
const skeleton = (name: string): string =>
  [
    ...name
      .slice(0, 200)
      .normalize("NFKD")
      .replaceAll(/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}\s._-]/gu, "")
      .toLowerCase(),
  ]
    .map((letter) => lookAlikes[letter] ?? letter)
    .join("");

const staffNames = new WeakMap<Desk["people"], ReadonlySet<string>>();

/** The skeletons of staff names, computed once per desk: a transcript compares each entry's name with them. */
const staffOf = ({ people }: Desk): ReadonlySet<string> => {
  const known = staffNames.get(people) ?? new Set(Object.values(people).map(({ name }) => skeleton(name)));
  staffNames.set(people, known);
  return known;
};

/** Whether a name looks like an agent's name. */
export const readsLikeStaff = (name: string, desk: Desk): boolean => {
  const seen = skeleton(name);
  return seen !== "" && staffOf(desk).has(seen);
};
