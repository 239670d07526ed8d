import { encodeAction } from "../chat/action.ts";
import type { CardPart } from "../chat/card.ts";
import type { Ticket } from "../domain/ticket.ts";
import type { Viewer } from "./reader.ts";
import { sayIn } from "./words/say.ts";

/** What ends a wish to be called. */
export const calledButton = ({ number }: Pick<Ticket, "number">, viewer: Viewer): CardPart => {
  const say = sayIn(viewer.locale);
  return {
    part: "buttons",
    label: say("way.call"),
    buttons: [{ action: encodeAction("reportCalled", number), label: say("way.called"), style: "primary" }],
  };
};
