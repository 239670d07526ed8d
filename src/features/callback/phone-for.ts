import { managerOf } from "../../tickets/people.ts";

import type { Ticket } from "../../tickets/ticket.ts";
import { callSeverities } from "./request-call.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Severity } from "../../sla/severity.ts";

/** The number customers of this ticket may call at its severity, where their plan allows a call. */
export const phoneFor = (desk: Desk, ticket: Pick<Ticket, "account">, severity: Severity): string | null => {
  const allowed = callSeverities(ticket, desk).includes(severity);
  return allowed ? (desk.phone ?? managerOf(desk, ticket)?.phone ?? null) : null;
};
