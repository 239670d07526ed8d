/** Keeps what was made for each key: at most so many, and then it starts anew. */
const keeping = <Made>(most: number): ((key: string, make: () => Made) => Made) => {
  const kept = new Map<string, Made>();
  return (key, make) => {
    const found = kept.get(key);
    if (found !== undefined) return found;
    if (kept.size >= most) kept.clear();
    const made = make();
    kept.set(key, made);
    return made;
  };
};

const dateFormats = keeping<Intl.DateTimeFormat>(200);
const numberFormats = keeping<Intl.NumberFormat>(50);

/** A format for dates. Making one takes fifteen times as long as using it, so it is kept. */
export const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  dateFormats(JSON.stringify([locale, options]), () => new Intl.DateTimeFormat(locale, options));

/** A format for numbers, kept as well. */
export const numberFormat = (locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat =>
  numberFormats(JSON.stringify([locale, options]), () => new Intl.NumberFormat(locale, options));

/** The texts of the lengths of time that were shown last, since making one takes long. */
export const durationTexts = keeping<string>(1_000);
