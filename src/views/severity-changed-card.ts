import type { Card, Line } from "../chat/card.ts";
import type { Message } from "../domain/effect.ts";
import { ticketName, type Ticket } from "../domain/ticket.ts";
import { movedPromiseLine } from "./promises-moved-card.ts";
import type { Reader } from "./reader.ts";
import { plain } from "./spans.ts";
import { sayIn } from "./words/say.ts";

/** Tells the customer the new severity, and every promise that moved, is new or is gone, with its old time. */
export const severityChangedCard = (
  { from, to, promises }: Extract<Message, { type: "severityChanged" }>,
  ticket: Ticket,
  reader: Reader,
): Card => {
  const say = sayIn(reader.locale);
  const sentence = say("message.severityChanged", {
    ticket: ticketName(ticket.number),
    from: say(`severity.${from}`),
    to: say(`severity.${to}`),
  });
  const promised = promises.map((each): Line => movedPromiseLine(each, say));
  return { summary: sentence, severity: to, parts: [{ part: "text", lines: [[plain(sentence)], ...promised] }] };
};
