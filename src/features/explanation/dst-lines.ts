import type { Line } from "../../chat/card.ts";
import type { Calendar, CountedSpan } from "../../sla/calendar.ts";
import { dstTransitions, dateAt } from "../../sla/wall-clock.ts";
import { durationText } from "../../i18n/duration-text.ts";
import { dateText, type ExactTimes } from "./exact-times.ts";
import { plain } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

const transitionsShown = 4;

/**
 * Clock changes between two moments, in the viewer's and the calendar's zone: the first few, one line each. They
 * explain why some counted hours look longer or shorter.
 */
export const dstLines = (calendar: Calendar, between: CountedSpan, viewer: ExactTimes): readonly Line[] => {
  const say = sayIn(viewer.locale);
  const zones = new Set([viewer.timezone, ...(calendar.open === "always" ? [] : [calendar.timezone])]);
  return [...zones]
    .flatMap((zone) =>
      dstTransitions(zone, between.from, between.to, transitionsShown).map((turn) => ({ ...turn, zone })),
    )
    .toSorted((one, other) => one.at - other.at)
    .slice(0, transitionsShown)
    .map(({ at, by, zone }) => [
      plain(
        say(by > 0 ? "show.clocksForward" : "show.clocksBack", {
          time: durationText(Math.abs(by), viewer.locale),
          day: dateText(dateAt(zone, at), viewer),
          zone,
        }),
      ),
    ]);
};
