import { encodeAction } from "../../chat/action.ts";
import type { Button, Card } from "../../chat/card.ts";
import { ticketName } from "../../tickets/ticket.ts";
import type { ViewContext } from "../../i18n/viewer.ts";
import { sentenceCard } from "../../i18n/spans.ts";
import type { NotificationOf } from "../../cards/feature-views.ts";
import { troubleText } from "../../cards/delivery-trouble.ts";
import { sayIn } from "../../i18n/say.ts";

/** A message that did not or may not have reached the customer. The bot never repeats it by itself; an agent can. */
export const undeliveredCard = (
  { text, why, certain, undeliveredId, to }: NotificationOf<"undelivered">,
  { ticket, viewer }: ViewContext,
): Card => {
  const say = sayIn(viewer.locale);
  if (to === "tech")
    return sentenceCard(
      say("message.techUnreached", { ticket: ticketName(ticket.number), why: troubleText(why, viewer) }),
    );
  const card = sentenceCard(
    say(certain ? "message.undelivered" : "message.deliveryUnknown", {
      ticket: ticketName(ticket.number),
      why: troubleText(why, viewer),
    }),
  );
  const button = (verb: "resend" | "markDelivered", id: number): Button => ({
    action: encodeAction(verb, ticket.number, id),
    label: say(`button.${verb}`),
  });
  return {
    ...card,
    parts: [
      ...card.parts,
      ...(text === "" ? [] : [{ part: "quote", text } as const]),
      ...(undeliveredId === null
        ? []
        : [
            {
              part: "buttons",
              label: say("button.actions"),
              buttons: [button("resend", undeliveredId), ...(certain ? [] : [button("markDelivered", undeliveredId)])],
            } as const,
          ]),
    ],
  };
};
