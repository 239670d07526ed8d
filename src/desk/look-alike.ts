import type { Desk } from "./desk.ts";

/** Letters of other scripts that look like Latin ones. Common ones only: an uncommon look-alike is not seen through. */
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

/** A name as eyes compare it: compatibility forms resolved, no accents, no invisible characters, no case, no blanks or dots. */
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

/** The names of the staff, taken apart once for each desk: a transcript compares them with the name of each entry. */
const staffOf = ({ people }: Desk): ReadonlySet<string> => {
  const known = staffNames.get(people) ?? new Set(Object.values(people).map(({ name }) => skeleton(name)));
  staffNames.set(people, known);
  return known;
};

/** Whether a name reads like that of a person on the staff. */
export const readsLikeStaff = (name: string, desk: Desk): boolean => {
  const seen = skeleton(name);
  return seen !== "" && staffOf(desk).has(seen);
};
