import { type Instant, hour, day } from "../sla/instant.ts";
import { dateAt, instantOfDate } from "../sla/wall-clock.ts";

/** The hour at which a person is back who named only a day. */
const morning = 8 * 60;

/** The longest absence without a new entry. */
const longest = 366 * day;

const lengths = { m: 60_000, h: hour, d: day } as const;

/** The minutes after midnight of a text like `16:30`; null if it is no time of day. */
export const parseMinute = (text: string): number | null => {
  const [, hours = "", minutes = ""] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  return hours === "" ? null : Number(hours) * 60 + Number(minutes);
};

/** A date as a desk file and a form write it, `2026-12-31`; null if there is no such day. */
export const parseDate = (text: string): string | null =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text ? text : null;

const after = (text: string, at: Instant): Instant | null => {
  const [, count = "", unit = ""] = /^(\d{1,4})([mhd])$/i.exec(text) ?? [];
  const length = Object.hasOwn(lengths, unit.toLowerCase()) ? lengths[unit.toLowerCase() as keyof typeof lengths] : 0;
  return length === 0 ? null : at + Number(count) * length;
};

const parsed = (text: string, at: Instant, zone: string): Instant | null => {
  const today = dateAt(zone, at);
  const tomorrow = dateAt("UTC", Date.parse(`${today}T00:00:00Z`) + day);
  const [first = "", second, ...more] = text.toLowerCase().split(" ");
  if (more.length > 0) return null;
  const date = ["tomorrow", "mañana", "manana", "amanhã", "amanha", ""].includes(first) ? tomorrow : parseDate(first);
  const minute = second === undefined ? (date === null ? parseMinute(first) : morning) : parseMinute(second);
  if (minute !== null && (date !== null || second === undefined)) return instantOfDate(zone, date ?? today, minute);
  return second === undefined ? after(first, at) : null;
};

/**
 * Until when a person is out: `18:00`, `tomorrow`, `2026-12-31`, `2026-12-31 12:00`, `3d`, or empty for tomorrow
 * morning. Null if it is not understood, has passed, or is more than a year ahead.
 */
export const parseUntil = (text: string, at: Instant, zone: string): Instant | null => {
  const until = parsed(text, at, zone);
  return until !== null && until > at && until <= at + longest ? until : null;
};
