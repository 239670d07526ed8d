import { weekdays, type Weekday } from "../../sla/calendar.ts";
import type { Locale } from "../desk.ts";
import { parseDays } from "../opening-hours.ts";
import { listed, mapped } from "./plain.ts";

const closed: Readonly<Record<Locale, string>> = { en: "closed", es: "cerrado", pt: "fechado" };

/** The intervals that a person typed for a day: "9:00-14:00, 15:30 – 18:30". */
const typedIntervals = (typed: string): readonly string[] =>
  typed
    .split(/[-–—]/)
    .map((each) => each.trim())
    .join("-")
    .split(/[\s,;]+/)
    .filter((each) => each !== "")
    .map((each) => each.replaceAll(/(?<=^|-)(\d:\d\d)/g, "0$1"));

const intervalsText = (written: unknown): string => listed(written).join(", ");

/** Opening hours as one text for each day. */
export const hoursTexts = (written: unknown): Readonly<Record<Weekday, string>> => {
  const byDay = Object.entries(mapped(written)).flatMap(([days, intervals]) =>
    (parseDays(days) ?? []).map((day) => [day, intervalsText(intervals)] as const),
  );
  const texts = Object.fromEntries([...weekdays.map((day) => [day, ""] as const), ...byDay]);
  return texts as Record<Weekday, string>;
};

/** Opening hours as the desk file writes them: neighbouring days with the same hours stand together. */
export const typedHours = (typed: (day: Weekday) => string): object | undefined => {
  const days = weekdays.map((day) => ({ day, intervals: typedIntervals(typed(day)) }));
  const runs = days.reduce<readonly { first: Weekday; last: Weekday; intervals: readonly string[] }[]>(
    (found, { day, intervals }) => {
      const run = found.at(-1);
      return run !== undefined && run.intervals.join() === intervals.join()
        ? [...found.slice(0, -1), { ...run, last: day }]
        : [...found, { first: day, last: day, intervals }];
    },
    [],
  );
  const open = runs.filter(({ intervals }) => intervals.length > 0);
  if (open.length === 0) return undefined;
  return Object.fromEntries(
    open.map(({ first, last, intervals }) => [first === last ? first : `${first}-${last}`, intervals]),
  );
};

/** Single dates as one line each: "2026-12-24 09:00-13:00" or "2026-12-31 closed". */
export const exceptionsText = (written: unknown, locale: Locale): string =>
  Object.entries(mapped(written))
    .map(([date, hours]) => `${date} ${hours === "closed" ? closed[locale] : intervalsText(hours)}`)
    .join("\n");

export const typedExceptions = (typed: string): object | undefined => {
  const lines = typed.split("\n").flatMap((line): readonly (readonly [string, unknown])[] => {
    const [date = "", ...rest] = line.trim().split(/\s+/);
    if (date === "") return [];
    const hours = rest.join(" ").toLowerCase();
    return [[date, hours === "" || Object.values(closed).includes(hours) ? "closed" : typedIntervals(hours)]];
  });
  return lines.length === 0 ? undefined : Object.fromEntries(lines);
};
