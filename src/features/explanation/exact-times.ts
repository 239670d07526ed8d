import type { Instant } from "../../sla/instant.ts";
import type { CountedSpan } from "../../sla/calendar.ts";

import { dateAt } from "../../sla/wall-clock.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { languageTag } from "../../i18n/languages.ts";
import { dateFormat } from "../../i18n/formats.ts";

/** A viewer of one span of time. `years`: the span crosses a year, so dates show theirs. */
export interface ExactTimes extends Viewer {
  readonly years: boolean;
}

/** A span needs years depending on the zone: the viewer's and these are tested. */
export const exactTimes = (viewer: Viewer, { from, to }: CountedSpan, zones: readonly string[]): ExactTimes => {
  const years = [viewer.timezone, ...zones].flatMap((zone) => [from, to].map((at) => dateAt(zone, at).slice(0, 4)));
  return { ...viewer, years: new Set(years).size > 1 };
};

const format = (options: Intl.DateTimeFormatOptions, { locale }: Viewer): Intl.DateTimeFormat =>
  dateFormat(languageTag[locale], options);

const dayFields = ({ years }: ExactTimes): Intl.DateTimeFormatOptions => ({
  weekday: "short",
  day: "numeric",
  month: "short",
  ...(years ? { year: "numeric" } : {}),
});

const timeFields = (precise: boolean): Intl.DateTimeFormatOptions => ({
  hour: "2-digit",
  minute: "2-digit",
  ...(precise ? { second: "2-digit" } : {}),
});

const isPrecise = (at: Instant): boolean => at % 60_000 >= 1_000;

/** A date (`2026-01-15`) as text: "Thu 15 Jan". */
export const dateText = (date: string, viewer: ExactTimes): string =>
  format({ ...dayFields(viewer), timeZone: "UTC" }, viewer).format(Date.parse(`${date}T12:00:00Z`));

/** Date and time in the viewer's zone, with seconds unless they are zero: "Thu 15 Jan, 16:30:15". */
export const exactMomentText = (at: Instant, viewer: ExactTimes): string =>
  format({ ...dayFields(viewer), ...timeFields(isPrecise(at)), timeZone: viewer.timezone }, viewer).format(at);

/** A span of one day in the viewer's zone, with seconds if either end has some: "16:30–18:00". */
export const hoursText = ({ from, to }: CountedSpan, viewer: ExactTimes): string => {
  const time = format({ ...timeFields(isPrecise(from) || isPrecise(to)), timeZone: viewer.timezone }, viewer);
  const isOneDay = dateAt(viewer.timezone, from) === dateAt(viewer.timezone, to);
  return `${time.format(from)}–${isOneDay ? time.format(to) : exactMomentText(to, viewer)}`;
};
