import type { Card } from "../../chat/card.ts";
import { sayIn } from "../../i18n/say.ts";
import { sentenceCard } from "../../i18n/spans.ts";
import type { TicketContext } from "../../i18n/viewer.ts";
import type { CommandType } from "../../tickets/messages.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { doneSentences } from "../surface.ts";

/** A short "done" for the person who acted; null if there is nothing to add. */
export const doneCard = (done: CommandType, context: TicketContext): Card | null => {
  const say = sayIn(context.viewer.locale);
  const sentence = doneSentences[done]?.({ ...context, say, name: ticketName(context.ticket.number) }) ?? null;
  return sentence === null ? null : sentenceCard(sentence);
};
