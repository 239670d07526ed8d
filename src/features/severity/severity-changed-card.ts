import type { Card, Line } from "../../chat/card.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { movedTargetLine } from "./targets-moved-card.ts";
import type { ViewContext } from "../../i18n/viewer.ts";
import type { NotificationOf } from "../../cards/feature-views.ts";
import { plain } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

/** Tells the customer the new severity, and each target that moved, is new or is gone, with its old due time. */
export const severityChangedCard = (
  { from, to, movedTargets }: NotificationOf<"severityChanged">,
  { ticket, viewer }: ViewContext,
): Card => {
  const say = sayIn(viewer.locale);
  const sentence = say("message.severityChanged", {
    ticket: ticketName(ticket.number),
    from: say(`severity.${from}`),
    to: say(`severity.${to}`),
  });
  const targets = movedTargets.map((each): Line => movedTargetLine(each, say));
  return { summary: sentence, severity: to, parts: [{ part: "text", lines: [[plain(sentence)], ...targets] }] };
};
