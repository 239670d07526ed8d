import type { Card, Line } from "../chat/card.ts";
import type { Notification } from "../domain/effect.ts";
import { ticketName, type Ticket } from "../domain/ticket.ts";
import { movedTargetLine } from "./promises-moved-card.ts";
import type { Viewer } from "./reader.ts";
import { plain } from "./spans.ts";
import { sayIn } from "./words/say.ts";

/** Tells the customer the new severity, and every promise that moved, is new or is gone, with its old time. */
export const severityChangedCard = (
  { from, to, promises }: Extract<Notification, { type: "severityChanged" }>,
  ticket: Ticket,
  viewer: Viewer,
): Card => {
  const say = sayIn(viewer.locale);
  const sentence = say("message.severityChanged", {
    ticket: ticketName(ticket.number),
    from: say(`severity.${from}`),
    to: say(`severity.${to}`),
  });
  const promised = promises.map((each): Line => movedTargetLine(each, say));
  return { summary: sentence, severity: to, parts: [{ part: "text", lines: [[plain(sentence)], ...promised] }] };
};
