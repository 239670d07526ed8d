import { type Decision, accept, refuse, type TicketCommand } from "../../tickets/messages.ts";
import { mergedInto, type Ticket } from "../../tickets/ticket.ts";
import type { TicketLink } from "../../tickets/ticket-records.ts";

/** The ticket ends here and continues in the other one, whatever its status. */
export const merge = (ticket: Ticket, command: Extract<TicketCommand, { type: "merge" }>): Decision => {
  const { into } = command;
  const before = mergedInto(ticket);
  if (before !== null) return refuse({ reason: "continuesIn", to: before });
  return into === ticket.number ? refuse({ reason: "sameTicket" }) : accept(command, { type: "merged", into });
};

/** Adds a link to another ticket, once. */
export const addLink = (
  ticket: Ticket,
  command: TicketCommand,
  { number, how }: TicketLink & { readonly how: "linked" | "mergedFrom" | "followedBy" },
): Decision => {
  if (number === ticket.number) return refuse({ reason: "sameTicket" });
  return ticket.links.some((each) => each.number === number)
    ? refuse({ reason: "linkedAlready", to: number })
    : accept(command, { type: "linkAdded", number, how });
};
