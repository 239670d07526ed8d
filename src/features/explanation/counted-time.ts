import type { Line } from "../../chat/card.ts";
import type { Calendar, CountedSpan } from "../../sla/calendar.ts";
import { dateAt } from "../../sla/wall-clock.ts";
import { exactDurationText } from "../../i18n/duration-text.ts";
import { dateText, exactMomentText, hoursText, type ExactTimes } from "./exact-times.ts";
import { plain } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

/** The number of days of a long wait that are listed one by one. */
const daysShown = 12;

const lengthOf = (spans: readonly CountedSpan[]): number => spans.reduce((sum, { from, to }) => sum + to - from, 0);

/** Names the viewer's zone if it differs from the calendar's, because opening hours are written in the latter. */
const zoneLine = (calendar: Calendar, { timezone, locale }: ExactTimes): readonly Line[] =>
  calendar.open === "always" || calendar.timezone === timezone
    ? []
    : [[plain(sayIn(locale)("show.countedIn", { zone: timezone }))]];

/**
 * The counted time in whole seconds: one line for each day in the viewer's zone. Of a long wait, the first days and the
 * number of the others.
 */
export const countedTimeLines = (
  spans: readonly CountedSpan[],
  calendar: Calendar,
  viewer: ExactTimes,
): readonly Line[] => {
  const say = sayIn(viewer.locale);
  const length = (of: readonly CountedSpan[]): string => exactDurationText(lengthOf(of), calendar, viewer.locale);
  const dateOf = ({ from }: CountedSpan): string => dateAt(viewer.timezone, from);
  const [only] = spans;
  if (only === undefined) return [];
  if (spans.length === 1 && dateOf(only) !== dateAt(viewer.timezone, only.to)) {
    const [from, to] = [exactMomentText(only.from, viewer), exactMomentText(only.to, viewer)];
    return [...zoneLine(calendar, viewer), [plain(say("show.countedFrom", { from, to, time: length(spans) }))]];
  }
  const days = [...Map.groupBy(spans, dateOf)];
  const shown = days.slice(0, daysShown).map(([date, day]): Line => [
    plain(
      say("show.counted", {
        day: dateText(date, viewer),
        hours: day.map((span) => hoursText(span, viewer)).join(", "),
        time: length(day),
      }),
    ),
  ]);
  const rest = days.slice(daysShown);
  const more = { count: rest.length, time: length(rest.flatMap(([, day]) => day)) };
  return [
    ...zoneLine(calendar, viewer),
    ...shown,
    ...(rest.length > 0 ? [[plain(say("show.countedMore", more))]] : []),
    ...(spans.length > 1 ? [[plain(say("show.countedInAll", { time: length(spans) }))]] : []),
  ];
};
