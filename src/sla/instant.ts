/** A point in time: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** Lengths of time, in milliseconds. */
export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Whether a text is an existing date, `2026-12-25`. */
export const isDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.slice(0, 10) === text;

/**
 * A moment in ISO 8601 with its offset, at most to the millisecond: `2026-01-09T16:30:00Z`. Null for any other text.
 */
export const parseInstant = (text: string): Instant | null => {
  const match =
    /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/.exec(
      text,
    );
  return match?.[1] !== undefined && isDate(match[1]) ? Date.parse(text) : null;
};
