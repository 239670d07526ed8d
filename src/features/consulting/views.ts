import type { DoneSentences, HistoryLines, RefusalSentences } from "../../cards/feature-views.ts";
import { routesText } from "../../cards/route-texts.ts";
import { workText } from "../../i18n/duration-text.ts";
import { dateFormat } from "../../i18n/formats.ts";
import { languageTag } from "../../i18n/languages.ts";
import type { Locale } from "../../desk/desk.ts";
import { sayIn } from "../../i18n/say.ts";
import type { ConsultingEvent, ConsultingRefusal, TimeCommand } from "./messages.ts";

/** A day of the calendar as text: "1 Dec 2026". */
const dayText = (day: string, locale: Locale): string =>
  dateFormat(languageTag[locale], { dateStyle: "medium", timeZone: "UTC" }).format(Date.parse(`${day}T00:00:00Z`));

/** Consulting has no notification of its own; the escalation feature draws its page. */
export const history = {
  consultingRouted: ({ page }, context) =>
    sayIn(context.viewer.locale)("history.consultingRouted", { names: routesText(page, context) }),
  timeRecorded: ({ minutes, day, note }, { viewer }) => {
    const say = sayIn(viewer.locale);
    const about = { time: workText(Math.abs(minutes), viewer.locale), day: dayText(day, viewer.locale) };
    const line = say(minutes < 0 ? "history.timeTaken" : "history.timeRecorded", about);
    return note === null ? line : say("history.timeWithNote", { line, note });
  },
} satisfies HistoryLines<ConsultingEvent["type"]>;

export const done = {
  recordTime: ({ ticket, viewer, say, name }) =>
    say("done.timeRecorded", { ticket: name, time: workText(ticket.consultingMinutes, viewer.locale) }),
} satisfies DoneSentences<TimeCommand["type"]>;

export const refusals = {
  notConsulting: (_, { say, ticket }) => say("refusal.notConsulting", { ticket }),
  tooMuchTakenAway: ({ minutes }, { say, viewer }) =>
    say("refusal.tooMuchTakenAway", { time: workText(minutes, viewer.locale) }),
  dayNotReached: (_, { say }) => say("refusal.dayNotReached"),
} satisfies RefusalSentences<ConsultingRefusal["reason"]>;
