import { numberFormat } from "../../i18n/formats.ts";
import { languageTag, numberText } from "../../i18n/languages.ts";
import { sayIn } from "../../i18n/say.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import type { Forecast, Likeness } from "../../reports/forecast.ts";
import type { ClockKind } from "../../sla/clock-kinds.ts";

/** The share in whole percents. It is 0 or 100 only if none or all of them took longer. */
const percentOf = ({ late, all }: Forecast): number => {
  const rounded = Math.round((late * 100) / all);
  if (late > 0 && rounded === 0) return 1;
  return late < all && rounded === 100 ? 99 : rounded;
};

/** Whether a target is rather missed than met. */
export const isLikely = ({ late, all }: Forecast): boolean => late * 2 >= all;

const figuresOf = (forecast: Forecast, { locale }: Viewer) => ({
  share: numberFormat(languageTag[locale], { style: "percent" }).format(percentOf(forecast) / 100),
  late: numberText(forecast.late, locale),
  all: numberText(forecast.all, locale),
});

/** "Risk 35%: 7 of 20 like this took longer". */
export const forecastText = (forecast: Forecast, viewer: Viewer): string =>
  sayIn(viewer.locale)("forecast.line", figuresOf(forecast, viewer));

/** "Solution, risk 35%: 7 of 20 like this took longer". */
export const clockForecastText = (kind: ClockKind, forecast: Forecast, viewer: Viewer): string => {
  const say = sayIn(viewer.locale);
  return say("forecast.clockLine", { ...figuresOf(forecast, viewer), clock: say(`clock.${kind}`) });
};

const likeKey = ({ of, samePart, sameLoad }: Likeness) => {
  if (of === "account") return "forecast.like.account";
  if (of === "plan")
    return sameLoad ? "forecast.like.planLoad" : samePart ? "forecast.like.planPart" : "forecast.like.plan";
  return samePart ? "forecast.like.part" : "forecast.like.any";
};

/** With which past targets a forecast compares. */
export const basisText = ({ like }: Forecast, { locale }: Viewer): string => sayIn(locale)(likeKey(like));
