import { textOf } from "../../tickets/format.ts";
import { whenAskedTech } from "../../tickets/clocks/clock-changes.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Principal } from "../../tickets/principal.ts";
import { type Decision, accept, refuse, type TicketCommand } from "../../tickets/messages.ts";
import type { Messages } from "../../tickets/thread/thread-message.ts";
import { isKnown } from "../../tickets/thread/thread-messages.ts";
import { isWithTech, type Ticket } from "../../tickets/ticket.ts";
import { techChannelsFor } from "../../tickets/routes/team.ts";

/** Support asks the technical team. While the team has the ticket, further messages go to the same thread. */
export const askTech = (ticket: Ticket, command: Extract<TicketCommand, { type: "askTech" }>, desk: Desk): Decision => {
  const text = command.text.trim();
  if (ticket.status === "resolved") return refuse({ reason: "resolvedAlready" });
  if (text === "") return refuse({ reason: "emptyText" });
  if (isWithTech(ticket)) return accept(command, { type: "techMessaged", text });
  if (techChannelsFor(ticket, desk).length === 0) return refuse({ reason: "noTechTeam" });
  return accept(command, { type: "techAsked", need: text, clocks: whenAskedTech(ticket, desk, command.at) });
};

/** A member of the technical team takes it. */
export const claimTech = (ticket: Ticket, command: TicketCommand, principal: Principal, desk: Desk): Decision => {
  if (principal.is !== "staff") return refuse({ reason: "notAllowed" });
  if (ticket.tech === null || !isWithTech(ticket)) return refuse({ reason: "notWithTech" });
  const { takenBy } = ticket.tech;
  if (takenBy === principal.person.key) return refuse({ reason: "alreadyThat", what: "claimed" });
  if (takenBy !== null && Object.hasOwn(desk.people, takenBy))
    return refuse({ reason: "alreadyClaimed", by: desk.people[takenBy]?.name ?? takenBy });
  return accept(command, { type: "techClaimed", person: principal.person.key });
};

/** Comments in the technical team's thread count even after they returned the ticket. */
export const commentAsTech = (
  ticket: Ticket,
  messages: Messages,
  command: Extract<TicketCommand, { type: "commentAsTech" }>,
): Decision => {
  const { text, message = null } = command;
  if (isKnown(messages, message)) return refuse({ reason: "notDue" });
  if (ticket.tech === null) return refuse({ reason: "notWithTech" });
  return text.trim() === ""
    ? refuse({ reason: "emptyText" })
    : accept(command, { type: "techCommented", ...textOf(command), message });
};

/** The technical team returns the ticket. Findings are required unless it is `done`. */
export const returnTech = (ticket: Ticket, command: Extract<TicketCommand, { type: "returnTech" }>): Decision => {
  const findings = command.findings.trim();
  if (!isWithTech(ticket)) return refuse({ reason: "notWithTech" });
  if (findings === "" && !command.done) return refuse({ reason: "emptyText" });
  return accept(command, { type: "techReturned", findings, done: command.done });
};
