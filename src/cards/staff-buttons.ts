import { audienceArgument } from "../chat/action-arguments.ts";
import { encodeAction } from "../chat/action.ts";
import type { Button, CardPart } from "../chat/card.ts";
import type { TicketContext, ViewContext } from "../i18n/viewer.ts";
import { placeToWrite } from "../tickets/conversation-place.ts";
import { opening } from "../i18n/spans.ts";
import { sayIn } from "../i18n/say.ts";

/** The button that opens the reply form, as direct messages to staff show it. */
export const replyButton = ({ ticket, desk, viewer }: TicketContext): Button => ({
  action: encodeAction("reply", ticket.number, audienceArgument(placeToWrite(ticket, desk))),
  label: sayIn(viewer.locale)("button.replyShort"),
});

/** The buttons of a direct message that asks an agent to answer: reply, assign, open the triage card, then others. */
export const answerButtons = (context: ViewContext, more: readonly Button[]): CardPart => {
  const { ticket, places, viewer } = context;
  const say = sayIn(viewer.locale);
  return {
    part: "buttons",
    label: say("button.actions"),
    buttons: [
      { ...replyButton(context), style: "primary" },
      { action: encodeAction("assign", ticket.number), label: say("button.assign") },
      ...opening(say("button.openTriage"), places.triage),
      ...more,
    ],
  };
};
