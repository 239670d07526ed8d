import { hour, day } from "../../sla/instant.ts";
import { weekdayOf, type Calendar } from "../../sla/calendar.ts";

/** A public holiday by date, with its local name. */
export interface PublicHoliday {
  readonly date: string;
  readonly name: string;
  /** The local time at which it begins if most of the day is a working day; null for a whole day. */
  readonly from: string | null;
}

/**
 * The library is large, and `npm ci --omit=dev` leaves it out: a running desk uses only the holidays in its desk file.
 */
const Holidays = await import("date-holidays").then(
  (library) => library.default,
  (error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND") return null;
    throw error;
  },
);

export const areHolidaysInstalled = Holidays !== null;

export const holidaysNotInstalled =
  "public holidays are not known here, because npm ci --omit=dev leaves them out: run npm ci to know them";

/** The whole days of a holiday. A shorter one, such as an afternoon, is given by its beginning. */
const daysOf = (text: string, length: number): readonly Omit<PublicHoliday, "name">[] => {
  const [date = "", time = ""] = text.split(" ");
  // A clock change may take an hour. Hours beyond the last whole day close no further day.
  const days = Math.floor((length + hour) / day);
  if (days === 0) return [{ date, from: time.slice(0, 5) }];
  return Array.from({ length: days }, (_, index) => ({
    date: new Date(Date.parse(`${date}T00:00:00Z`) + index * day).toISOString().slice(0, 10),
    from: null,
  }));
};

/**
 * The library's holidays of a country or region (`ES`, `ES-MD`, `DE-BY-A`), by date; null if it does not know the
 * place. Throws if the library is not installed. The result is for review: no list is right for every region and year.
 */
export const publicHolidaysOf = (place: string, years: readonly number[]): readonly PublicHoliday[] | null => {
  const [country = "", state, region] = place.split("-");
  if (Holidays === null) throw new Error(`${holidaysNotInstalled}.`);
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
        daysOf(date, end.getTime() - start.getTime()).map((each): PublicHoliday => ({ ...each, name })),
      ),
  );
  // If a date has several holidays, one that takes the whole day counts.
  const wholeLast = found.toSorted((one, other) => Number(one.from === null) - Number(other.from === null));
  return [...new Map(wholeLast.map((each) => [each.date, each])).values()].toSorted((one, other) =>
    one.date.localeCompare(other.date),
  );
};

/**
 * Public holidays of the year from `today` that a calendar would count as working days: neither closed nor an
 * exception. Holidays of an afternoon are left out.
 */
export const missingHolidays = (calendar: Calendar, place: string, today: string): readonly PublicHoliday[] | null => {
  if (calendar.open === "always") return [];
  const year = Number(today.slice(0, 4));
  const until = `${year + 1}${today.slice(4)}`;
  const known = publicHolidaysOf(place, [year, year + 1]);
  return (
    known?.filter(
      ({ date, from }) =>
        from === null &&
        date >= today &&
        date < until &&
        !calendar.holidays.includes(date) &&
        !Object.hasOwn(calendar.exceptions, date) &&
        calendar.hours[weekdayOf(date)].length > 0,
    ) ?? null
  );
};
