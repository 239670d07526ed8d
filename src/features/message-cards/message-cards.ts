import type { Card } from "../../chat/card.ts";
import { sayIn } from "../../i18n/say.ts";
import { sentenceCard } from "../../i18n/spans.ts";
import type { TextContext, TicketContext, ViewContext } from "../../i18n/viewer.ts";
import type { Refusal, CommandType } from "../../tickets/messages.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { refusalSentences, doneSentences, notificationCards } from "../surface.ts";
import type { RefusalReason, RefusalSentence, NotificationCard, NotificationType } from "../../cards/feature-views.ts";
import type { Notification } from "../../tickets/effect.ts";

const sentenceFor = <Reason extends RefusalReason>(reason: Reason): RefusalSentence<Reason> => refusalSentences[reason];

/** Says in one friendly sentence why a command was refused. */
export const refusalCard = (refusal: Refusal, number: number | null, context: TextContext): Card => {
  const say = sayIn(context.viewer.locale);
  const ticket = number === null ? say("refusal.theTicket") : ticketName(number);
  return sentenceCard(sentenceFor(refusal.reason)(refusal, { ...context, say, ticket }));
};

/** A short "done" for the person who acted; null if there is nothing to add. */
export const doneCard = (done: CommandType, context: TicketContext): Card | null => {
  const say = sayIn(context.viewer.locale);
  const sentence = doneSentences[done]?.({ ...context, say, name: ticketName(context.ticket.number) }) ?? null;
  return sentence === null ? null : sentenceCard(sentence);
};

const cardFor = <Type extends NotificationType>(type: Type): NotificationCard<Type> => notificationCards[type];

/** The card of a notification. */
export const messageCard = (message: Notification, context: ViewContext): Card =>
  cardFor(message.type)(message, context);
