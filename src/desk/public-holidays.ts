import Holidays from "date-holidays";
import type { Calendar } from "../domain/calendar.ts";

/** A public holiday by its date, with the name it has there. */
export interface PublicHoliday {
  readonly date: string;
  readonly name: string;
}

const day = 24 * 60 * 60_000;

/** A feast that begins at sunset closes the day after. */
const datesOf = (text: string, length: number): readonly string[] => {
  const [date = "", time = "00"] = text.split(" ");
  const first = Date.parse(`${date}T00:00:00Z`) + (Number(time.slice(0, 2)) >= 12 ? day : 0);
  return Array.from({ length: Math.max(1, Math.floor(length / day)) }, (_, index) =>
    new Date(first + index * day).toISOString().slice(0, 10),
  );
};

/**
 * What the library knows of a country or a region of one (`ES`, `ES-MD`, `DE-BY-A`), by date; null where it knows no such
 * place. It is for review: regions and years differ from what any list says.
 */
export const publicHolidaysOf = (place: string, years: readonly number[]): readonly PublicHoliday[] | null => {
  const [country = "", state, region] = place.split("-");
  const library = new Holidays();
  const isKnown =
    Object.hasOwn(library.getCountries(), country) &&
    (state === undefined || Object.hasOwn(library.getStates(country) ?? {}, state)) &&
    (region === undefined || Object.hasOwn(library.getRegions(country, state ?? "") ?? {}, region));
  if (!isKnown) return null;
  library.init({ country, ...(state === undefined ? {} : { state }), ...(region === undefined ? {} : { region }) });
  const found = years.flatMap((year) =>
    library
      .getHolidays(year)
      .filter(({ type }) => type === "public")
      .flatMap(({ date, start, end, name }) =>
        datesOf(date, end.getTime() - start.getTime()).map((each): PublicHoliday => ({ date: each, name })),
      ),
  );
  return [...new Map(found.map((each) => [each.date, each])).values()].toSorted((one, other) =>
    one.date.localeCompare(other.date),
  );
};

/** Public holidays of the year from `today` on that a calendar would work on: neither closed nor said to be open. */
export const missingHolidays = (calendar: Calendar, place: string, today: string): readonly PublicHoliday[] | null => {
  if (calendar.open === "always") return [];
  const year = Number(today.slice(0, 4));
  const until = `${year + 1}${today.slice(4)}`;
  const known = publicHolidaysOf(place, [year, year + 1]);
  return (
    known?.filter(
      ({ date }) =>
        date >= today &&
        date < until &&
        !calendar.holidays.includes(date) &&
        !Object.hasOwn(calendar.exceptions, date) &&
        calendar.hours[weekdayOf(date)].length > 0,
    ) ?? null
  );
};

const weekdayOf = (date: string) =>
  (["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const)[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? "mon";
