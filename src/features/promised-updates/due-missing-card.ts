import { encodeAction } from "../../chat/action.ts";
import type { ReplyFlag } from "../../chat/action-arguments.ts";
import type { Card } from "../../chat/card.ts";
import { placeToWrite } from "../../tickets/conversation-place.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { audienceArgument } from "../../chat/action-arguments.ts";
import type { TicketContext } from "../../i18n/viewer.ts";
import { sentenceCard } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

/**
 * A reply contains `{due}`, but no update is due. Nothing was sent; its text comes back with a button that asks for a
 * time.
 */
export const dueMissingCard = (
  { ticket, desk, viewer }: TicketContext,
  text: string,
  flags: readonly ReplyFlag[],
): Card => {
  const say = sayIn(viewer.locale);
  const card = sentenceCard(say("replying.dueMissing", { ticket: ticketName(ticket.number) }));
  return {
    ...card,
    parts: [
      ...card.parts,
      { part: "quote", text },
      {
        part: "buttons",
        label: say("button.actions"),
        buttons: [
          {
            action: encodeAction(
              "editReply",
              ticket.number,
              audienceArgument(placeToWrite(ticket, desk)),
              ...flags,
              "timed",
            ),
            label: say("replying.dueMissingButton"),
            style: "primary",
            carries: text,
          },
        ],
      },
    ],
  };
};
