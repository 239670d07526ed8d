import { type Decision, type Event, accept, refuse, type TicketCommand } from "../../tickets/messages.ts";
import { carriedRequests, pagesForCarried } from "../../tickets/carried-over.ts";
import { callBackOf, isWithTech, mergedInto, type Ticket } from "../../tickets/ticket.ts";
import { whenMergedFrom } from "../../tickets/clocks/carried-clocks.ts";
import type { CallBack } from "../../tickets/ticket-records.ts";
import type { Desk } from "../../desk/desk.ts";

/** The ticket ends here and continues in the other one, whatever its status. */
export const merge = (ticket: Ticket, command: Extract<TicketCommand, { type: "merge" }>): Decision => {
  const { into, severity = null } = command;
  const before = mergedInto(ticket);
  if (before !== null) return refuse({ reason: "continuesIn", to: before });
  if (into === ticket.number) return refuse({ reason: "sameTicket" });
  return isWithTech(ticket)
    ? refuse({ reason: "mergeWithTech", to: into })
    : accept(command, { type: "merged", into, severity });
};

/** What a link says, and what it changes here. */
type NewLink = Omit<Extract<Event, { type: "linkAdded" }>, "type" | "by" | "at">;

/** Adds a link to another ticket, once. */
export const addLink = (ticket: Ticket, command: TicketCommand, link: NewLink): Decision => {
  if (link.number === ticket.number) return refuse({ reason: "sameTicket" });
  return ticket.links.some((each) => each.number === link.number)
    ? refuse({ reason: "linkedAlready", to: link.number })
    : accept(command, { type: "linkAdded", ...link });
};

const isOtherCall = (own: CallBack | null, other: CallBack | null): boolean =>
  own !== null && other !== null && (own.number !== other.number || own.time !== other.time);

/** Another ticket continues in this one, which takes over what the desk owes there. An earlier link to it is replaced. */
export const mergeFrom = (
  ticket: Ticket,
  command: Extract<TicketCommand, { type: "mergeFrom" }>,
  desk: Desk,
): Decision => {
  const { from: number, carried, at } = command;
  if (number === ticket.number) return refuse({ reason: "sameTicket" });
  if (isOtherCall(callBackOf(ticket), carried.callBack)) return refuse({ reason: "callInBoth", to: number });
  const requests = carriedRequests(ticket, carried);
  return accept(command, {
    type: "linkAdded",
    number,
    how: "mergedFrom",
    carried: {
      ...requests,
      requesters: carried.requesters,
      waitsSince: ticket.status === "resolved" ? null : carried.clocks.waitsSince,
      clocks: whenMergedFrom(ticket, carried.clocks, desk, at),
      page: pagesForCarried(requests, ticket, desk, at),
    },
  });
};
