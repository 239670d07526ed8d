import { encodeAction } from "../../chat/action.ts";
import type { Button, Card, CardPart } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Principal } from "../../tickets/principal.ts";
import type { ShownTicket } from "../../tickets/ticket.ts";
import { customerFacts } from "./conversation-card.ts";
import { customerButtons } from "./customer-buttons.ts";
import { lastMessages, noConversation } from "./last-messages.ts";
import { describedPart } from "../open/index.ts";
import { leftOutLines } from "../../cards/quote.ts";
import { latestClocks } from "../../cards/due-line.ts";
import type { Viewer, TicketPlaces } from "../../i18n/viewer.ts";
import { opening } from "../../i18n/spans.ts";
import { staffFacts } from "./staff-facts.ts";
import { ticketHeading, tonePart } from "../../cards/ticket-heading.ts";
import { sayIn } from "../../i18n/say.ts";

/** One ticket in full, as far as this viewer may see it, with its latest messages. A button explains the due times. */
export const showCard = (
  state: ShownTicket,
  {
    desk,
    places,
    is,
    viewer,
    conversation = noConversation,
  }: {
    readonly desk: Desk;
    readonly places: TicketPlaces;
    readonly is: Principal["is"];
    readonly viewer: Viewer;
    readonly conversation?: typeof noConversation;
  },
): Card => {
  const { ticket } = state;
  const say = sayIn(viewer.locale);
  const heading = ticketHeading(ticket);
  const talk = lastMessages(ticket, conversation, viewer);
  const links: readonly Button[] = [
    ...talk.buttons,
    ...(latestClocks(ticket).length === 0
      ? []
      : [{ action: encodeAction("show", ticket.number, "why"), label: say("button.why") }]),
    ...(is === "staff" ? opening(say("button.openTriage"), places.triage) : []),
    ...opening(say(is === "staff" ? "button.openConversation" : "button.openThread"), places.conversation),
  ];
  const buttons: readonly CardPart[] =
    links.length === 0 ? [] : [{ part: "buttons", label: say("button.actions"), buttons: links }];
  return {
    summary: heading,
    ...tonePart(ticket),
    parts: [
      { part: "heading", text: heading },
      is === "staff" ? staffFacts(ticket, desk, viewer) : customerFacts(ticket, desk, viewer),
      describedPart(state, 1_500),
      ...leftOutLines({ text: ticket.description }, 1_500, ticket.number, viewer),
      ...talk.parts,
      ...(is === "customer" ? customerButtons(ticket, desk, viewer) : []),
      ...buttons,
    ],
  };
};
