import type { CoverageGap, UncoveredHours } from "../../desk/coverage-gap.ts";
import type { Locale } from "../../desk/desk.ts";
import type { DeskWarning } from "../../desk/findings.ts";
import { dayName } from "../../i18n/calendar-text.ts";
import { listInText } from "../../i18n/languages.ts";
import { sayIn } from "../../i18n/say.ts";
import { weekdays } from "../../sla/calendar.ts";
import type { Severity } from "../../sla/severity.ts";

const minutesOfDay = 24 * 60;

const longDay = (day: number, locale: Locale): string => dayName(weekdays[day % 7] ?? "mon", locale, "long");

const clockTime = (at: number): string => {
  const minutes = at % minutesOfDay;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
};

/** Days as part of a sentence: "Monday to Friday", "Monday and Wednesday". */
const daysText = (days: readonly number[], locale: Locale): string => {
  const [first = 0] = days;
  const inARow = days.every((each, index) => each === first + index);
  return inARow && days.length > 2
    ? sayIn(locale)("deskWarning.days", {
        first: longDay(first, locale),
        last: longDay(first + days.length - 1, locale),
      })
    : listInText(
        days.map((each) => longDay(each, locale)),
        locale,
      );
};

/** Severities as the sentence of a ticket has them: "critical and high". */
const severitiesText = (severities: readonly Severity[], locale: Locale): string =>
  listInText(
    severities.map((each) => sayIn(locale)(`severityLabel.${each}`).toLocaleLowerCase(locale)),
    locale,
  );

type Tickets = { readonly plan: string; readonly severities: string; readonly accounts: string };

const hoursSentence = ({ days, from, minutes }: UncoveredHours, tickets: Tickets, locale: Locale): string => {
  const say = sayIn(locale);
  const [only = 0, ...others] = days;
  const to = from + minutes;
  if (others.length === 0) {
    const moment = (at: number): string => `${longDay(only + Math.floor(at / minutesOfDay), locale)} ${clockTime(at)}`;
    return say("deskWarning.gapBetween", { ...tickets, from: moment(from), to: moment(to) });
  }
  const hours = { ...tickets, from: clockTime(from), to: clockTime(to) };
  if (days.length === 7) return say("deskWarning.gapEveryDay", hours);
  const onDays = { ...hours, days: daysText(days, locale) };
  return to > minutesOfDay ? say("deskWarning.gapOvernight", onDays) : say("deskWarning.gapOnDays", onDays);
};

const gapSentence = ({ plan, severities, accounts, when }: CoverageGap, locale: Locale): string => {
  const say = sayIn(locale);
  const tickets = { plan, severities: severitiesText(severities, locale), accounts: listInText(accounts, locale) };
  switch (when.is) {
    case "noStep":
      return say("deskWarning.gapNoStep", tickets);
    case "never":
      return say("deskWarning.gapNever", tickets);
    case "hours":
      return hoursSentence(when, tickets, locale);
  }
};

/** A warning as one sentence, without a full stop. */
export const deskWarningSentence = (warning: DeskWarning, locale: Locale): string => {
  const say = sayIn(locale);
  switch (warning.is) {
    case "noPeople":
    case "noPlans":
      return say(`deskWarning.${warning.is}`);
    case "gap":
      return gapSentence(warning.gap, locale);
    case "unreachable": {
      const names = warning.platforms.map((each) => (each === "email" ? say("deskWarning.mail") : each));
      const values = { people: listInText(warning.people, locale), platforms: listInText(names, locale) };
      return say("deskWarning.unreachable", { ...values, count: names.length });
    }
    case "noNextResponse": {
      const { plan, severities } = warning;
      return say("deskWarning.noNextResponse", { plan, severities: severitiesText(severities, locale) });
    }
    case "holidaysNotInstalled":
      return say("deskWarning.holidaysNotInstalled", { calendar: warning.calendar });
    case "holidaysUnknown":
      return say("deskWarning.holidaysUnknown", { calendar: warning.calendar, country: warning.country });
    case "holidayMissing": {
      const { calendar, country, date, holiday } = warning;
      return say("deskWarning.holidayMissing", { calendar, country, date, holiday });
    }
  }
};
