import type { CastMember } from "../wire.ts";
import { pageTexts } from "./texts.ts";

/** The language and the time zone in which times are shown. */
export type TimeViewer = Pick<CastMember, "locale" | "timezone">;

const languageOf = { en: "en-GB", es: "es-ES", pt: "pt-BR" } as const;
const formats = new Map<string, Intl.DateTimeFormat>();

const format = (at: number, { locale, timezone }: TimeViewer, options: Intl.DateTimeFormatOptions): string => {
  const key = JSON.stringify([locale, timezone, options]);
  let found = formats.get(key);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(languageOf[locale], { ...options, timeZone: timezone });
    formats.set(key, found);
  }
  return found.format(at);
};

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A duration (ms) in at most two units: `1 h 20 min`. */
export const durationText = (ms: number): string => {
  if (ms < 2 * minute) return ms < minute ? `${Math.max(1, Math.round(ms / 1000))} s` : "1 min";
  const minutes = Math.floor(ms / minute);
  if (ms < hour) return `${minutes} min`;
  const hours = Math.floor(ms / hour);
  if (ms < day) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  const days = Math.floor(ms / day);
  return hours % 24 === 0 ? `${days} d` : `${days} d ${hours % 24} h`;
};

/** The distance of a moment from now: `in 38 min`, `12 min ago`. */
export const timeLeftText = (at: number, now: number, locale: CastMember["locale"]): string => {
  const { in: inTime, ago, now: justNow } = pageTexts[locale];
  const ms = at - now;
  if (Math.abs(ms) < 1000) return justNow;
  return ms > 0 ? inTime(durationText(ms)) : ago(durationText(-ms));
};

/** `14:02`. */
export const clockText = (at: number, viewer: TimeViewer): string =>
  format(at, viewer, { hour: "2-digit", minute: "2-digit" });

/** `Mon, 23 Nov`. */
export const dayText = (at: number, viewer: TimeViewer): string =>
  format(at, viewer, { weekday: "short", day: "numeric", month: "short" });

const dayKey = (at: number, viewer: TimeViewer): string => format(at, viewer, { dateStyle: "short" });

/** `Today`, `Yesterday` or the date. */
export const dayHeading = (at: number, now: number, viewer: TimeViewer): string => {
  const texts = pageTexts[viewer.locale];
  if (dayKey(at, viewer) === dayKey(now, viewer)) return texts.today;
  if (dayKey(at, viewer) === dayKey(now - day, viewer)) return texts.yesterday;
  return format(at, viewer, { weekday: "long", day: "numeric", month: "long" });
};

/** A moment with as much date as it needs: `14:02`, `Tue, 24 Nov, 09:00`. */
export const momentText = (at: number, now: number, viewer: TimeViewer): string =>
  dayKey(at, viewer) === dayKey(now, viewer)
    ? clockText(at, viewer)
    : `${dayText(at, viewer)}, ${clockText(at, viewer)}`;

/** The time zone as a place: `Europe/Madrid` becomes `Madrid`. */
export const zoneText = (timezone: string): string =>
  timezone.slice(timezone.lastIndexOf("/") + 1).replaceAll("_", " ");
