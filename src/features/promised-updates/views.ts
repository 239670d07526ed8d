import { ticketName } from "../../tickets/ticket.ts";
import { momentWords } from "../../i18n/moment-words.ts";
import { sayIn } from "../../i18n/say.ts";
import { momentAndLeft, plain } from "../../i18n/spans.ts";
import type { NotificationCards, HistoryLines } from "../../cards/feature-views.ts";
import type { UpdateEvent, UpdateNotification } from "./messages.ts";

export const promisedUpdateHistory = {
  updatePromised: ({ target }, { viewer }) =>
    sayIn(viewer.locale)("history.updatePromised", { due: momentWords(target.due, viewer) }),
} satisfies HistoryLines<UpdateEvent["type"]>;

export const promisedUpdateCards = {
  updatePromised: ({ due }, { ticket, viewer }) => {
    const sentence = sayIn(viewer.locale)("message.updatePromised", { ticket: ticketName(ticket.number) });
    return {
      summary: `${sentence}${momentWords(due, viewer)}`,
      parts: [{ part: "text", lines: [[plain(sentence), momentAndLeft(due)]] }],
    };
  },
} satisfies NotificationCards<UpdateNotification["type"]>;
