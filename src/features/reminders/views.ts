import { percentText } from "../../i18n/languages.ts";
import { breach } from "../../tickets/clocks/ladder.ts";
import { nameOf } from "../../i18n/directory.ts";
import { momentText } from "../../i18n/moment-text.ts";
import { sayIn } from "../../i18n/say.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import type { NotificationCards, HistoryLines, DoneSentences, RefusalSentences } from "../../cards/feature-views.ts";
import { troubleText } from "../../cards/delivery-trouble.ts";
import { reminderDirectCard } from "./reminder-direct-card.ts";
import { reminderMentionCard } from "./reminder-mention-card.ts";
import { failedRouteText, routesText } from "../../cards/route-texts.ts";
import type { ReminderEvent, ReminderSent, ReminderCommand, ReminderRefusal } from "./messages.ts";
import { runningClocks } from "../../tickets/clocks/plan.ts";

/** A step of the ladder as a percentage of the target. */
const shareOf = (step: number, viewer: Viewer): string => percentText(step / 100, viewer.locale);

export const history = {
  acknowledged: (_, { viewer }) => sayIn(viewer.locale)("history.acknowledged"),
  snoozed: ({ until }, { viewer }) => sayIn(viewer.locale)("history.snoozed", { until: momentText(until, viewer) }),
  reminded: ({ clock, step, notices }, context) => {
    const { viewer } = context;
    const say = sayIn(viewer.locale);
    const about = { clock: say(`clock.${clock}`) };
    if (step >= breach && notices.length === 0) return say("history.breachedNotNotified", about);
    return say(step >= breach ? "history.breached" : "history.reminded", {
      ...about,
      share: shareOf(step, viewer),
      names: routesText(notices, context),
    });
  },
  requeued: ({ clock, step }, { viewer }) => {
    const say = sayIn(viewer.locale);
    return say("history.requeued", { clock: say(`clock.${clock}`), share: shareOf(step, viewer) });
  },
  fallbackTaken: failedRouteText,
  reachedByOtherRoute: ({ person, why }, { desk, viewer }) =>
    sayIn(viewer.locale)("history.reachedByOtherRoute", { name: nameOf(desk, person), why: troubleText(why, viewer) }),
} satisfies HistoryLines<ReminderEvent["type"]>;

export const cards = {
  reminder: ({ notice }, context) =>
    notice.to.how === "mention"
      ? reminderMentionCard(notice, notice.to, context)
      : reminderDirectCard(notice, notice.to, context),
} satisfies NotificationCards<ReminderSent["type"]>;

export const done = {
  acknowledge: ({ say, name }) => say("done.acknowledged", { ticket: name }),
  snooze: ({ ticket, viewer, say, name }) => {
    const until = runningClocks(ticket).flatMap((clock) => clock.snoozed?.until ?? [])[0];
    return until === undefined ? null : say("done.snoozed", { ticket: name, until: momentText(until, viewer) });
  },
  remind: null,
  takeFallback: null,
  reroute: null,
  requeue: null,
  reportOtherRoute: null,
} satisfies DoneSentences<ReminderCommand["type"]>;

export const refusals = {
  nothingRunning: (_, { say, ticket }) => say("refusal.nothingRunning", { ticket }),
} satisfies RefusalSentences<ReminderRefusal["reason"]>;
