import type { Card } from "../../chat/card.ts";
import { sayIn } from "../../i18n/say.ts";
import { sentenceCard } from "../../i18n/spans.ts";
import type { TextContext } from "../../i18n/viewer.ts";
import type { Refusal } from "../../tickets/refusal.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { refusalSentences } from "../surface.ts";
import type { RefusalReason, RefusalSentence } from "../../cards/feature-views.ts";

const sentenceFor = <Reason extends RefusalReason>(reason: Reason): RefusalSentence<Reason> => refusalSentences[reason];

/** Says in one friendly sentence why a command was refused. */
export const refusalCard = (refusal: Refusal, number: number | null, context: TextContext): Card => {
  const say = sayIn(context.viewer.locale);
  const ticket = number === null ? say("refusal.theTicket") : ticketName(number);
  return sentenceCard(sentenceFor(refusal.reason)(refusal, { ...context, say, ticket }));
};
