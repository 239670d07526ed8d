import type { Card, CardPart } from "../../chat/card.ts";
import { ticketHeading, tonePart } from "../../cards/ticket-heading.ts";
import { whyDue, type ExplainedTicket } from "../explanation/index.ts";
import { ratingQuestion } from "../rating/index.ts";
import { customerButtons, customerFacts } from "../ticket-cards/index.ts";

/** A ticket's facts, what the contact can do, and why it is due when it is due. The conversation stands beside it. */
export const areaTicketCard = (
  explained: ExplainedTicket,
): { readonly card: Card; readonly why: readonly CardPart[] } => {
  const { ticket, desk, viewer } = explained;
  const heading = ticketHeading(ticket);
  const card: Card = {
    summary: heading,
    ...tonePart(ticket),
    parts: [
      customerFacts(ticket, desk, viewer),
      ...customerButtons(ticket, desk, viewer),
      ...(ticket.status === "resolved" && ticket.rating !== null ? ratingQuestion(ticket, viewer) : []),
    ],
  };
  // The first part only separates the explanation from what stands above it.
  return { card, why: whyDue(explained).slice(1) };
};
