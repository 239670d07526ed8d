import { encodeAction } from "../../chat/action.ts";
import type { Button, Card, CardPart } from "../../chat/card.ts";
import { requesterName } from "../../cards/people.ts";
import type { Desk } from "../../desk/desk.ts";
import { hasNoReader } from "../../tickets/conversation-place.ts";
import { ticketName, type Ticket } from "../../tickets/ticket.ts";
import type { TicketContext, ViewContext } from "../../i18n/viewer.ts";
import { rich } from "../../i18n/rich.ts";
import { mentionOf, plain, sentenceCard } from "../../i18n/spans.ts";
import type { MessageAuthor } from "../../tickets/thread/thread-message.ts";
import { audienceArgument } from "../../chat/action-arguments.ts";
import { audienceLine } from "./audience-line.ts";
import { placeToResend } from "./undelivered.ts";
import type { NotificationOf } from "../../cards/feature-views.ts";
import { troubleText } from "../../cards/delivery-trouble.ts";
import { sayIn, type Say } from "../../i18n/say.ts";

/** Who would read an undelivered message now, and the button that sends it to them. */
const sendingAgain = (undeliveredId: number, { ticket, desk, viewer }: TicketContext) => {
  const say = sayIn(viewer.locale);
  const place = placeToResend(ticket, desk);
  const again: Button = {
    action: encodeAction("resend", ticket.number, undeliveredId, audienceArgument(place)),
    label: say("button.resend"),
  };
  return {
    audience: audienceLine(ticket.number, place, desk, viewer),
    buttons: { part: "buttons", label: say("button.actions"), buttons: [again] },
  } as const;
};

/** A message that was not sent, because other people would read it than its author chose. The author is asked. */
const withheldCard = (
  {
    text,
    undeliveredId,
    author,
  }: { readonly text: string; readonly undeliveredId: number; readonly author: MessageAuthor },
  context: TicketContext,
): Card => {
  const say = sayIn(context.viewer.locale);
  const ticket = ticketName(context.ticket.number);
  const { audience, buttons } = sendingAgain(undeliveredId, context);
  const line = rich(say, "undelivered.withheld", { person: mentionOf(author.user, author.name), ticket });
  return {
    summary: say("message.replyReturned", { ticket, name: author.name }),
    parts: [{ part: "text", lines: [line, audience] }, { part: "quote", text }, buttons],
  };
};

/** For an agent whose press would send a message to other people: who they are, and a button that sends it to them. */
export const resendCard = (undeliveredId: number, context: TicketContext): Card => {
  const sentence = sayIn(context.viewer.locale)("undelivered.otherReaders", {
    ticket: ticketName(context.ticket.number),
  });
  const { audience, buttons } = sendingAgain(undeliveredId, context);
  return { summary: sentence, parts: [{ part: "text", lines: [[plain(sentence)], audience] }, buttons] };
};

/** Says that no customer reads the ticket, and what staff can do. */
const noReader = (ticket: Ticket, desk: Desk, say: Say): CardPart => ({
  part: "text",
  lines: [
    [
      plain(
        say("undelivered.noReader", {
          ticket: ticketName(ticket.number),
          name: requesterName(ticket, desk, say),
        }),
      ),
    ],
  ],
});

/** A message that did not or may not have reached the customer. The bot never repeats it by itself; an agent can. */
export const undeliveredCard = (
  { text, why, certain, undeliveredId, to, author }: NotificationOf<"undelivered">,
  { ticket, desk, viewer }: ViewContext,
): Card => {
  const say = sayIn(viewer.locale);
  if (author !== null && undeliveredId !== null)
    return withheldCard({ text, undeliveredId, author }, { ticket, desk, viewer });
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
      ...(hasNoReader(ticket, desk) ? [noReader(ticket, desk, say)] : []),
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
