import { ticketName, type Ticket } from "../tickets/ticket.ts";
import { cutToUnits, oneLine } from "../i18n/excerpt.ts";

/** The longest heading every platform shows (Slack's). */
const maxHeading = 150;

/** A ticket's number and title as the heading of a card. */
export const ticketHeading = (ticket: Pick<Ticket, "number" | "title">): string => {
  const whole = `${ticketName(ticket.number)} · ${oneLine(ticket.title, maxHeading)}`;
  return whole.length <= maxHeading ? whole : `${cutToUnits(whole, maxHeading - 1)}…`;
};
