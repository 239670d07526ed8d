import { type Decision, type Event, accept, refuse, type TicketCommand } from "../../tickets/messages.ts";
import { mergedInto, type Ticket } from "../../tickets/ticket.ts";
import { whenMergedFrom } from "../../tickets/clocks/clock-changes.ts";
import type { Desk } from "../../desk/desk.ts";

/** The ticket ends here and continues in the other one, whatever its status. */
export const merge = (ticket: Ticket, command: Extract<TicketCommand, { type: "merge" }>): Decision => {
  const { into } = command;
  const before = mergedInto(ticket);
  if (before !== null) return refuse({ reason: "continuesIn", to: before });
  return into === ticket.number ? refuse({ reason: "sameTicket" }) : accept(command, { type: "merged", into });
};

/** What a link says, and what it changes here. */
type NewLink = Omit<Extract<Event, { type: "linkAdded" }>, "type" | "by" | "at">;

/** Adds a link to another ticket, once. */
export const addLink = (ticket: Ticket, command: TicketCommand, { number, how, waits }: NewLink): Decision => {
  if (number === ticket.number) return refuse({ reason: "sameTicket" });
  return ticket.links.some((each) => each.number === number)
    ? refuse({ reason: "linkedAlready", to: number })
    : accept(command, { type: "linkAdded", number, how, ...(waits === undefined ? {} : { waits }) });
};

/** Another ticket continues in this one. If its customer waits for an answer, they wait here from now on. */
export const mergeFrom = (
  ticket: Ticket,
  command: Extract<TicketCommand, { type: "mergeFrom" }>,
  desk: Desk,
): Decision => {
  const { from, waitsSince, at } = command;
  const clocks = waitsSince === null ? null : whenMergedFrom(ticket, waitsSince, desk, at);
  const waits = waitsSince === null || clocks === null ? {} : { waits: { since: waitsSince, clocks } };
  return addLink(ticket, command, { number: from, how: "mergedFrom", ...waits });
};
