import { rich } from "../../i18n/rich.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { momentText } from "../../i18n/moment-text.ts";
import { sayIn } from "../../i18n/say.ts";
import { momentAndLeft } from "../../i18n/spans.ts";
import type { NotificationCards, HistoryLines, DoneSentences, RefusalSentences } from "../../cards/feature-views.ts";
import type { UpdateEvent, UpdateNotification, UpdateCommand, UpdateRefusal } from "./messages.ts";
import { runningOf } from "../../tickets/clocks/plan.ts";

export const history = {
  updatePromised: ({ target }, { viewer }) =>
    sayIn(viewer.locale)("history.updatePromised", { due: momentText(target.due, viewer) }),
} satisfies HistoryLines<UpdateEvent["type"]>;

export const cards = {
  updatePromised: ({ due }, { ticket, viewer }) => {
    const say = sayIn(viewer.locale);
    const about = { ticket: ticketName(ticket.number) };
    return {
      summary: say("message.updatePromised", { ...about, due: momentText(due, viewer) }),
      parts: [{ part: "text", lines: [rich(say, "message.updatePromised", { ...about, due: momentAndLeft(due) })] }],
    };
  },
} satisfies NotificationCards<UpdateNotification["type"]>;

export const done = {
  promiseUpdate: ({ ticket, viewer, say, name }) => {
    const clock = runningOf(ticket, "update");
    return clock === undefined
      ? null
      : say("done.updatePromised", { ticket: name, due: momentText(clock.target.due, viewer) });
  },
} satisfies DoneSentences<UpdateCommand["type"]>;

export const refusals = {
  timeHasPassed: (_, { say }) => say("refusal.timeHasPassed"),
  tooFarAhead: ({ days }, { say }) => say("refusal.tooFarAhead", { count: days }),
} satisfies RefusalSentences<UpdateRefusal["reason"]>;
