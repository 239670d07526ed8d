import { rich } from "../../i18n/rich.ts";
import type { Card, Line } from "../../chat/card.ts";
import type { MovedTarget } from "../../tickets/clocks/changed-clocks.ts";
import { ticketName } from "../../tickets/ticket.ts";
import type { ViewContext } from "../../i18n/viewer.ts";
import type { NotificationOf } from "../../cards/feature-views.ts";
import { moment, momentAndLeft, plain } from "../../i18n/spans.ts";
import { sayIn, type Say } from "../../i18n/say.ts";

/** The new due time of one clock, for the customer. Messages from an earlier version lack `before`. */
export const movedTargetLine = ({ clock, before, due }: MovedTarget, say: Say): Line => {
  const was = before == null ? null : moment(before);
  if (due === null)
    return was === null
      ? [plain(say(`target.cancelled.${clock}`))]
      : rich(say, `target.cancelledFrom.${clock}`, { before: was });
  const by = momentAndLeft(due);
  return was === null
    ? rich(say, `target.moved.${clock}`, { due: by })
    : rich(say, `target.movedFrom.${clock}`, { due: by, before: was });
};

/** Tells the customer the new due times, with the old ones. */
export const targetsMovedCard = (
  { movedTargets }: NotificationOf<"targetsMoved">,
  { ticket, viewer }: ViewContext,
): Card => {
  const say = sayIn(viewer.locale);
  const sentence = say("message.targetsMoved", { ticket: ticketName(ticket.number) });
  return {
    summary: sentence,
    parts: [{ part: "text", lines: [[plain(sentence)], ...movedTargets.map((each) => movedTargetLine(each, say))] }],
  };
};
