import { encodeAction } from "../../chat/action.ts";
import type { Card, CardPart } from "../../chat/card.ts";
import { placeToWrite } from "../../tickets/conversation-place.ts";
import { textOf, type Formatted } from "../../tickets/format.ts";
import type { Messages } from "../../tickets/thread/thread-message.ts";
import { fullestText, threadMessage } from "../../tickets/thread/thread-messages.ts";
import { ticketName } from "../../tickets/ticket.ts";
import type { NotificationOf } from "../../cards/feature-views.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { quoteWithRest } from "../../cards/quote.ts";
import { audienceArgument } from "../../chat/action-arguments.ts";
import type { TicketContext, ViewContext } from "../../i18n/viewer.ts";
import { plain, strong } from "../../i18n/spans.ts";
import { nameOf } from "../../i18n/directory.ts";
import { sayIn, type Say } from "../../i18n/say.ts";

/** Opens a reply form with this text beside it, so that an agent rewords it for the customer. */
const forClient = ({ ticket, desk }: TicketContext, say: Say): CardPart => ({
  part: "buttons",
  label: say("button.actions"),
  buttons: [
    {
      action: encodeAction("clientUpdate", ticket.number, audienceArgument(placeToWrite(ticket, desk))),
      label: say("button.clientUpdate"),
    },
  ],
});

/** The current text of a comment: edits show, and a deleted text is gone. */
const shownText = (message: NotificationOf<"toTech" | "fromTech">, messages: Messages): Formatted => {
  const current =
    message.type === "fromTech" && message.message !== null ? threadMessage(messages, message.message) : null;
  return fullestText(current, textOf(message));
};

/** A message between support and the technical team, marked as such. For staff only. */
export const techMessageCard = (
  message: NotificationOf<"toTech" | "fromTech">,
  { ticket, messages, desk, viewer }: ViewContext,
): Card => {
  const say = sayIn(viewer.locale);
  const shown = shownText(message, messages);
  const sentence = say(`tech.message.${message.what}`, {
    name: nameOf(desk, message.by),
    ticket: ticketName(ticket.number),
  });
  return {
    summary: shown.text === "" ? sentence : `${sentence} ${oneLine(shown.text, 120)}`,
    parts: [
      { part: "text", lines: [[strong("🛠 "), plain(sentence)]] },
      ...(shown.text === ""
        ? []
        : ([
            ...quoteWithRest(shown, 2_500, { number: ticket.number, transcript: true }, viewer),
            ...(message.type === "fromTech" ? [forClient({ ticket, desk, viewer }, say)] : []),
          ] satisfies CardPart[])),
    ],
  };
};
