import type { Line } from "../../chat/card.ts";
import { severityList } from "../../cards/ticket-heading.ts";
import type { CoverageGap, UncoveredHours } from "../../desk/coverage-gap.ts";
import { dateFormat } from "../../i18n/formats.ts";
import { listInText } from "../../i18n/languages.ts";
import { rich } from "../../i18n/rich.ts";
import { sayIn } from "../../i18n/say.ts";
import { strong } from "../../i18n/spans.ts";
import type { Viewer } from "../../i18n/viewer.ts";

const minutesOfDay = 24 * 60;

/** 5 January 1970 was a Monday. */
const dayName = (day: number, { locale }: Viewer): string =>
  dateFormat(locale, { weekday: "short", timeZone: "UTC" }).format(Date.UTC(1970, 0, 5 + (day % 7)));

const clockTime = (minutes: number): string => {
  const at = minutes % minutesOfDay;
  return `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
};

/** "Mon 18:30 – Tue 09:00" for one day, "Mon, Tue and Wed, 18:30–20:00" for several. */
const hoursText = ({ days, from, minutes }: UncoveredHours, viewer: Viewer): string => {
  const to = from + minutes;
  const [only = 0, ...others] = days;
  const lastDay = only + Math.floor(to / minutesOfDay);
  if (others.length === 0 && lastDay !== only)
    return `${dayName(only, viewer)} ${clockTime(from)} – ${dayName(lastDay, viewer)} ${clockTime(to)}`;
  const names = listInText(
    days.map((day) => dayName(day, viewer)),
    viewer.locale,
  );
  return `${names}, ${clockTime(from)}–${clockTime(to)}`;
};

/** A time in which no reminder of a plan's tickets reaches a person. */
export const gapLine = ({ plan, severities, when }: CoverageGap, viewer: Viewer): Line => {
  const say = sayIn(viewer.locale);
  const what = { severities: severityList(severities, viewer), plan: strong(plan) };
  switch (when.is) {
    case "never":
      return rich(say, "home.gapNever", what);
    case "noStep":
      return rich(say, "home.gapNoStep", what);
    case "hours":
      return rich(say, "home.gapHours", { ...what, hours: hoursText(when, viewer) });
  }
};
