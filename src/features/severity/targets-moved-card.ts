import type { Card, Line } from "../../chat/card.ts";
import type { MovedTarget } from "../../tickets/clocks/changed-clocks.ts";
import { ticketName } from "../../tickets/ticket.ts";
import type { ViewContext } from "../../i18n/viewer.ts";
import type { NotificationOf } from "../../cards/feature-views.ts";
import { moment, momentAndLeft, plain } from "../../i18n/spans.ts";
import { sayIn, type Say } from "../../i18n/say.ts";

/** Messages that were stored before the old time was told have none (`before` is missing). */
export const movedTargetLine = ({ clock, before, due }: MovedTarget, say: Say): Line => {
  const was = before == null ? [] : [plain(say("message.promiseWas")), moment(before), plain(")")];
  return due === null
    ? [plain(say(`message.promiseGone.${clock}`)), ...was]
    : [plain(say(`message.newPromise.${clock}`)), momentAndLeft(due), ...was];
};

/** Tells the customer what they may count on now, and what was promised before. */
export const targetsMovedCard = (
  { promises }: NotificationOf<"targetsMoved">,
  { ticket, viewer }: ViewContext,
): Card => {
  const say = sayIn(viewer.locale);
  const sentence = say("message.targetsMoved", { ticket: ticketName(ticket.number) });
  return {
    summary: sentence,
    parts: [{ part: "text", lines: [[plain(sentence)], ...promises.map((each) => movedTargetLine(each, say))] }],
  };
};
