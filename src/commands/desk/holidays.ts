import { publicHolidaysOf } from "../../desk/checks/public-holidays.ts";

/**
 * Returns public holidays as lines for a calendar: `ES`, `ES MD`, `ES-MD 2026 2027`. A half-day holiday is a comment,
 * because it closes no day. Throws if the place is unknown.
 */
export const holidaysText = (rest: readonly string[], thisYear: number): string => {
  const years = rest.filter((word) => /^\d{4}$/.test(word)).map(Number);
  const place = rest
    .filter((word) => !/^\d{4}$/.test(word))
    .join("-")
    .toUpperCase();
  const asked = years.length === 0 ? [thisYear, thisYear + 1] : years;
  const holidays = publicHolidaysOf(place, asked);
  if (holidays === null)
    throw new Error(`Unknown place ${place || "(none)"}: expected a country such as ES, or a region such as ES MD.`);
  return [
    `# Public holidays in ${place}, ${asked.join(" and ")}. Check them before you put them into a calendar.`,
    `publicHolidays: ${place}`,
    "holidays:",
    ...holidays.map(({ date, name, from }) => {
      const called = name.replace(/\s+/g, " ");
      return from === null ? `  - "${date}" # ${called}` : `  # "${date}" from ${from} only: ${called}`;
    }),
  ].join("\n");
};
