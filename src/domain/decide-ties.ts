import type { Decision } from "./messages.ts";
import { mergedInto, type Ticket } from "./ticket.ts";
import type { Tie } from "./tie-facts.ts";
import { accept, refuse, type Change } from "./verdict.ts";

/** It ends here and goes on in the other one, whatever state it is in. */
export const merge = (ticket: Ticket, command: Extract<Change, { type: "merge" }>): Decision => {
  const { into } = command;
  const before = mergedInto(ticket);
  if (before !== null) return refuse({ reason: "goesOn", to: before });
  return into === ticket.number ? refuse({ reason: "sameTicket" }) : accept(command, { type: "merged", into });
};

/** A tie to another ticket, once. */
export const tie = (
  ticket: Ticket,
  command: Change,
  { number, how }: Tie & { readonly how: "linked" | "absorbed" | "followedBy" },
): Decision => {
  if (number === ticket.number) return refuse({ reason: "sameTicket" });
  return ticket.ties.some((each) => each.number === number)
    ? refuse({ reason: "tiedAlready", to: number })
    : accept(command, { type: "tied", number, how });
};
