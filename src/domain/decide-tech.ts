import { whenAskedTech } from "./clock-changes.ts";
import type { Desk } from "./desk.ts";
import type { Standing } from "./may.ts";
import type { Decision } from "./messages.ts";
import { isWithTech, type Ticket } from "./ticket.ts";
import { accept, refuse, type Change } from "./verdict.ts";

/** Support asks the technical team; what they write while it is there already goes to the same thread. */
export const tellTech = (ticket: Ticket, command: Extract<Change, { type: "tellTech" }>, desk: Desk): Decision => {
  const text = command.text.trim();
  if (ticket.status === "resolved") return refuse({ reason: "resolvedAlready" });
  if (text === "") return refuse({ reason: "emptyText" });
  if (isWithTech(ticket)) return accept(command, { type: "techTold", text });
  if (desk.channels.tech.length === 0) return refuse({ reason: "noTechTeam" });
  return accept(command, { type: "techAsked", need: text, clocks: whenAskedTech(ticket, desk, command.at) });
};

/** One of the technical team takes it. */
export const takeTech = (ticket: Ticket, command: Change, standing: Standing, desk: Desk): Decision => {
  if (standing.is !== "staff") return refuse({ reason: "notAllowed" });
  if (ticket.tech === null || !isWithTech(ticket)) return refuse({ reason: "notWithTech" });
  const { takenBy } = ticket.tech;
  if (takenBy === standing.person.key) return refuse({ reason: "alreadyThat", what: "claimed" });
  if (takenBy !== null && Object.hasOwn(desk.people, takenBy))
    return refuse({ reason: "alreadyClaimed", by: desk.people[takenBy]?.name ?? takenBy });
  return accept(command, { type: "techTook", person: standing.person.key });
};

/** Words in their thread count also after they gave it back. */
export const remarkTech = (ticket: Ticket, command: Extract<Change, { type: "remarkTech" }>): Decision => {
  if (ticket.tech === null) return refuse({ reason: "notWithTech" });
  return command.text.trim() === ""
    ? refuse({ reason: "emptyText" })
    : accept(command, { type: "techRemarked", text: command.text });
};

/** They give it back; what they found is needed unless there was nothing left to do. */
export const returnTech = (ticket: Ticket, command: Extract<Change, { type: "returnTech" }>): Decision => {
  const findings = command.findings.trim();
  if (!isWithTech(ticket)) return refuse({ reason: "notWithTech" });
  if (findings === "" && !command.done) return refuse({ reason: "emptyText" });
  return accept(command, { type: "techReturned", findings, done: command.done });
};
