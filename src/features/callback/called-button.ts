import { encodeAction } from "../../chat/action.ts";
import type { CardPart } from "../../chat/card.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { sayIn } from "../../i18n/say.ts";

/** The button that settles a request for a call. */
export const calledButton = ({ number }: Pick<Ticket, "number">, viewer: Viewer): CardPart => {
  const say = sayIn(viewer.locale);
  return {
    part: "buttons",
    label: say("fact.call"),
    buttons: [{ action: encodeAction("reportCalled", number), label: say("button.called"), style: "primary" }],
  };
};
