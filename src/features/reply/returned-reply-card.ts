import { encodeAction } from "../../chat/action.ts";
import { audienceArgument, type ReplyFlag } from "../../chat/action-arguments.ts";
import type { CardPart } from "../../chat/card.ts";
import type { NotificationCard } from "../../cards/feature-views.ts";
import { rich } from "../../i18n/rich.ts";
import { mentionOf } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";
import { placeToWrite } from "../../tickets/conversation-place.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { audienceLine } from "./audience-line.ts";

/**
 * Gives a reply back to its author that was not sent: why, the text, who would read it now, and a button that edits it. If no
 * customer can read the ticket, there is nothing to edit it for.
 */
export const replyReturnedCard: NotificationCard<"replyReturned"> = (
  { text, why, author, setsWaiting },
  { ticket, desk, viewer },
) => {
  const say = sayIn(viewer.locale);
  const name = ticketName(ticket.number);
  const place = placeToWrite(ticket, desk);
  const flags: readonly ReplyFlag[] = setsWaiting ? ["setsWaiting"] : [];
  const edit: CardPart = {
    part: "buttons",
    label: say("button.actions"),
    buttons: [
      {
        action: encodeAction("editReply", ticket.number, audienceArgument(place), ...flags),
        label: say("replying.editReply"),
        carries: text,
      },
    ],
  };
  return {
    summary: say("message.replyReturned", { ticket: name, name: author.name }),
    parts: [
      {
        part: "text",
        lines: [
          rich(say, `replying.returned.${why}`, { person: mentionOf(author.user, author.name), ticket: name }),
          ...(why === "noReader" ? [] : [audienceLine(ticket.number, place, desk, viewer)]),
        ],
      },
      { part: "quote", text },
      ...(why === "noReader" ? [] : [edit]),
    ],
  };
};
