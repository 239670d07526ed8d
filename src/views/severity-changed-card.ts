import type { Card } from "../chat/card.ts";
import type { Message } from "../domain/messages.ts";
import { ticketName, type Ticket } from "../domain/ticket.ts";
import type { Reader } from "./reader.ts";
import { momentAndLeft, plain } from "./spans.ts";
import { sayIn } from "./words/say.ts";

/** Tells the customer the new severity, and the new promise where an answer is still owed. */
export const severityChangedCard = (
  { from, to, due }: Extract<Message, { type: "severityChanged" }>,
  ticket: Ticket,
  reader: Reader,
): Card => {
  const say = sayIn(reader.locale);
  const sentence = say("message.severityChanged", {
    ticket: ticketName(ticket.number),
    from: say(`severity.${from}`),
    to: say(`severity.${to}`),
  });
  const promise = due === null ? [] : [[plain(say("message.newPromise")), momentAndLeft(due)]];
  return { summary: sentence, severity: to, parts: [{ part: "text", lines: [[plain(sentence)], ...promise] }] };
};
