import { encodeAction } from "../chat/action.ts";
import type { Card } from "../chat/card.ts";
import { ticketName, type Ticket } from "../domain/ticket.ts";
import { audienceArgument } from "./readers-argument.ts";
import type { Viewer } from "./reader.ts";
import type { ReplyFlag } from "./reply-form.ts";
import { sentenceCard } from "./spans.ts";
import { sayIn } from "./words/say.ts";

/** A reply names a time (`{due}`) and there is none: nothing was sent, and its text comes back with a button to choose one. */
export const dueMissingCard = (ticket: Ticket, text: string, flags: readonly ReplyFlag[], viewer: Viewer): Card => {
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
            action: encodeAction("editReply", ticket.number, audienceArgument(ticket.conversation), ...flags, "timed"),
            label: say("replying.dueMissingButton"),
            style: "primary",
            carries: text,
          },
        ],
      },
    ],
  };
};
