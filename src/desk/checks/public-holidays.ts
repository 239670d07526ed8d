import type { Calendar } from "../../sla/calendar.ts";

/** A public holiday by its date, with the name it has there. */
export interface PublicHoliday {
  readonly date: string;
  readonly name: string;
  /** The wall time at which it begins, where most of the day is worked on; null is the whole day. */
  readonly from: string | null;
}

/** The library is large, and `npm ci --omit=dev` leaves it out: a running desk reads no holidays but its desk file's own. */
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

const hour = 60 * 60_000;
const day = 24 * hour;

/** The whole days of a feast; one that is shorter, such as an afternoon, is told by its beginning. */
const daysOf = (text: string, length: number): readonly Omit<PublicHoliday, "name">[] => {
  const [date = "", time = ""] = text.split(" ");
  // A night in which the clock is turned takes an hour of it. Hours beyond the last whole day close no other.
  const days = Math.floor((length + hour) / day);
  if (days === 0) return [{ date, from: time.slice(0, 5) }];
  return Array.from({ length: days }, (_, index) => ({
    date: new Date(Date.parse(`${date}T00:00:00Z`) + index * day).toISOString().slice(0, 10),
    from: null,
  }));
};

/**
 * What the library knows of a country or a region of one (`ES`, `ES-MD`, `DE-BY-A`), by date; null where it knows no such
 * place. Throws where the library is not installed. It is for review: regions and years differ from what any list says.
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
  // Where a date has several, one that takes the whole day stands.
  const wholeLast = found.toSorted((one, other) => Number(one.from === null) - Number(other.from === null));
  return [...new Map(wholeLast.map((each) => [each.date, each])).values()].toSorted((one, other) =>
    one.date.localeCompare(other.date),
  );
};

/**
 * Public holidays of the year from `today` on that a calendar would work on: neither closed nor said to be open. Those that
 * take an afternoon only are left out.
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

const weekdayOf = (date: string) =>
  (["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const)[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? "mon";
