import { phoneFor } from "./request-call.ts";
import { encodeAction } from "../../chat/action.ts";
import type { Card } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import { severityOf, ticketName, type Ticket } from "../../tickets/ticket.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { sentenceCard } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

/**
 * The number to call about a ticket, and a button to be called instead. Shown only if plan and severity allow calls.
 */
export const callCard = (ticket: Ticket, desk: Desk, viewer: Viewer): Card => {
  const say = sayIn(viewer.locale);
  const ticketIs = ticketName(ticket.number);
  const phone = phoneFor(desk, ticket, severityOf(ticket));
  const card = sentenceCard(
    phone === null ? say("call.backOnly", { ticket: ticketIs }) : say("call.ring", { ticket: ticketIs, phone }),
  );
  return {
    ...card,
    parts: [
      ...card.parts,
      {
        part: "buttons",
        label: say("buttons.needMore"),
        buttons: [
          { action: encodeAction("requestCall", ticket.number), label: say("button.requestCall"), style: "primary" },
        ],
      },
    ],
  };
};
