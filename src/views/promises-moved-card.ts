import type { Card, Line } from "../chat/card.ts";
import type { Message } from "../domain/effect.ts";
import type { MovedPromise } from "../domain/messages.ts";
import { ticketName, type Ticket } from "../domain/ticket.ts";
import type { Reader } from "./reader.ts";
import { moment, momentAndLeft, plain } from "./spans.ts";
import { sayIn, type Say } from "./words/say.ts";

/** Messages that were stored before the old time was told have none (`before` is missing). */
export const movedPromiseLine = ({ clock, before, due }: MovedPromise, say: Say): Line => {
  const was = before == null ? [] : [plain(say("message.promiseWas")), moment(before), plain(")")];
  return due === null
    ? [plain(say(`message.promiseGone.${clock}`)), ...was]
    : [plain(say(`message.newPromise.${clock}`)), momentAndLeft(due), ...was];
};

/** Tells the customer what they may count on now, and what was promised before. */
export const promisesMovedCard = (
  { promises }: Extract<Message, { type: "promisesMoved" }>,
  ticket: Ticket,
  reader: Reader,
): Card => {
  const say = sayIn(reader.locale);
  const sentence = say("message.promisesMoved", { ticket: ticketName(ticket.number) });
  return {
    summary: sentence,
    parts: [{ part: "text", lines: [[plain(sentence)], ...promises.map((each) => movedPromiseLine(each, say))] }],
  };
};
