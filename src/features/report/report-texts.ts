import { shareOf, shareText } from "../../charts/chart.ts";
import { durationText } from "../../i18n/duration-text.ts";
import { dateFormat, numberFormat } from "../../i18n/formats.ts";
import { languageTag, numberText } from "../../i18n/languages.ts";
import { sayIn } from "../../i18n/say.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import type { EndedCounts } from "../../reports/attainment.ts";
import { judged } from "../../reports/make-report.ts";
import type { Period } from "../../reports/period.ts";
import type { Compared, Report } from "../../reports/report.ts";

/** The share of clocks that were met, of those that were met or breached. */
export const shareMet = (counts: EndedCounts): number | null => shareOf(counts.met, judged(counts));

const signed = (number: number, viewer: Viewer): string =>
  numberFormat(languageTag[viewer.locale], { signDisplay: "exceptZero", maximumFractionDigits: 1 }).format(number);

/** How a count changed: "+3 (before: 12)". */
export const countChange = ({ now, before }: Compared<number>, viewer: Viewer): string =>
  sayIn(viewer.locale)("report.changed", {
    change: signed(now - before, viewer),
    value: numberText(before, viewer.locale),
  });

/** How a share changed, in points of a percent: "+2.1 pp (before: 93%)". Null if one of the periods has none. */
export const shareChange = ({ now, before }: Compared<number | null>, viewer: Viewer): string | null => {
  const say = sayIn(viewer.locale);
  if (before === null) return null;
  const value = shareText(before, viewer.locale);
  if (now === null) return say("report.before", { value });
  const change = say("report.points", { change: signed(Math.round((now - before) * 1_000) / 10, viewer) });
  return say("report.changed", { change, value });
};

/** A length of time; a dash if there is none. */
export const lengthText = (ms: number | null, { locale }: Viewer): string =>
  ms === null ? "–" : durationText(ms, locale);

/** The length of time before. Null if there was none. */
export const lengthBefore = (before: number | null, viewer: Viewer): string | null =>
  before === null ? null : sayIn(viewer.locale)("report.before", { value: lengthText(before, viewer) });

/** The first day of a part of the period, or its month. */
export const flowPartName = ({ from }: Period, { flow, zone }: Pick<Report, "flow" | "zone">, viewer: Viewer): string =>
  dateFormat(languageTag[viewer.locale], {
    month: "short",
    year: "numeric",
    timeZone: zone,
    ...(flow.unit === "month" ? {} : { day: "numeric" as const }),
    ...(flow.unit === "day" ? { weekday: "short" as const } : {}),
  }).format(from);
