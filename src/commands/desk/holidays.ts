import { publicHolidaysOf } from "../../desk/checks/public-holidays.ts";

/**
 * Public holidays as lines of a calendar, to be looked through and pasted: `ES`, `ES MD`, `ES-MD 2026 2027`. One that takes
 * an afternoon is a remark, which closes nothing. Throws where there is no such place or year.
 */
export const holidaysText = (words: readonly string[], thisYear: number): string => {
  const years = words.filter((word) => /^\d{4}$/.test(word)).map(Number);
  const place = words
    .filter((word) => !/^\d{4}$/.test(word))
    .join("-")
    .toUpperCase();
  const asked = years.length === 0 ? [thisYear, thisYear + 1] : years;
  const holidays = publicHolidaysOf(place, asked);
  if (holidays === null)
    throw new Error(
      `Nothing is known of ${place || "no country"}: expected a country such as ES, or a region such as ES MD.`,
    );
  return [
    `# Public holidays in ${place}, ${asked.join(" and ")}. Look them through before you put them into a calendar.`,
    `publicHolidays: ${place}`,
    "holidays:",
    ...holidays.map(({ date, name, from }) => {
      const called = name.replace(/\s+/g, " ");
      return from === null ? `  - "${date}" # ${called}` : `  # "${date}" from ${from} only: ${called}`;
    }),
  ].join("\n");
};
