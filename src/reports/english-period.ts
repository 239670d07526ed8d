import { bare } from "../text/similar-words.ts";

/** The words of each unit of time, in English, Spanish and Portuguese, without accents. */
const units: Readonly<Record<string, string>> = {
  week: "week",
  semana: "week",
  month: "month",
  mes: "month",
  quarter: "quarter",
  trimestre: "quarter",
  year: "year",
  ano: "year",
};

const lasts: ReadonlySet<string> = new Set(
  "last previous past pasada pasado passada passado ultima ultimo anterior".split(" "),
);
const thiss: ReadonlySet<string> = new Set("this current esta este actual atual".split(" "));

const months: Readonly<Record<string, number>> = Object.fromEntries(
  [
    "january february march april may june july august september october november december",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    "jan feb mar apr may jun jul aug sep oct nov dec",
  ].flatMap((names) => names.split(" ").map((name, at) => [name, at + 1])),
);

/** Words that join the others: "octubre de 2026", "la semana pasada". */
const joining: ReadonlySet<string> = new Set("the in of la el de del en o a do da em no na".split(" "));

const twoDigits = (number: number): string => String(number).padStart(2, "0");

/** The month of this year, or of the year before if it has not begun. */
const latest = (month: number, today: string): string => {
  const [year = "", thisMonth = ""] = today.split("-");
  return `${Number(year) - (month > Number(thisMonth) ? 1 : 0)}-${twoDigits(month)}`;
};

const quarterOf = (year: string, quarter: string): string => `${year}-Q${quarter}`;

const oneWord = (word: string, today: string): string | null => {
  if (["today", "hoy", "hoje"].includes(word)) return "today";
  if (["yesterday", "ayer", "ontem"].includes(word)) return "yesterday";
  if (/^\d{4}(?:-\d{2}){0,2}$|^\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2}$/.test(word)) return word;
  const [, year = "", quarter = ""] = /^(\d{4})-?[qt]([1-4])$/.exec(word) ?? [];
  if (quarter !== "") return quarterOf(year, quarter);
  const [, alone = ""] = /^[qt]([1-4])$/.exec(word) ?? [];
  if (alone !== "") return quarterOf(latest(Number(alone) * 3 - 2, today).slice(0, 4), alone);
  const month = Object.hasOwn(months, word) ? months[word] : undefined;
  return month === undefined ? null : latest(month, today);
};

const twoWords = (first: string, second: string): string | null => {
  for (const [unit, other] of [
    [second, first],
    [first, second],
  ] as const) {
    const named = Object.hasOwn(units, unit) ? units[unit] : undefined;
    if (named !== undefined && lasts.has(other)) return `last ${named}`;
    if (named !== undefined && thiss.has(other)) return `this ${named}`;
  }
  const year = [first, second].find((word) => /^\d{4}$/.test(word));
  const other = year === first ? second : first;
  if (year === undefined) return null;
  const [, quarter = ""] = /^[qt]([1-4])$/.exec(other) ?? [];
  if (quarter !== "") return quarterOf(year, quarter);
  const month = Object.hasOwn(months, other) ? months[other] : undefined;
  return month === undefined ? null : `${year}-${twoDigits(month)}`;
};

/**
 * The words for `readPeriod` that mean the same as words in English, Spanish or Portuguese: "la semana pasada" is `last week`,
 * "outubro de 2026" is `2026-10`. A month or a quarter without a year is the latest that has begun. Null for other words.
 *
 * @param today The day, `2026-12-01`, in the zone of the recipient.
 */
export const englishPeriod = (typed: string, today: string): string | null => {
  const [first, second, ...more] = bare(typed)
    .split(/\s+/)
    .filter((word) => word !== "" && !joining.has(word));
  if (first === undefined || more.length > 0) return null;
  return second === undefined ? oneWord(first, today) : twoWords(first, second);
};
