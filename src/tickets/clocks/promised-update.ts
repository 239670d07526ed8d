import type { UpdateTime } from "../ticket-records.ts";
import { addWorkingTime } from "../../sla/working-time.ts";
import { dateAt, instantOfDate } from "../../sla/wall-clock.ts";
import type { Ticket } from "../ticket.ts";
import { termsFor, updateTarget } from "./sla-target.ts";
import type { Refusal } from "../messages.ts";
import type { Desk } from "../../desk/desk.ts";
import { termsOf, type TicketTerms } from "./clock-changes.ts";
import type { SlaTarget } from "../../sla/clock.ts";
import type { Instant } from "../../sla/instant.ts";

/** How many days ahead an update may be promised. */
const updateDays = 60;

const instantOf = (time: UpdateTime, { desk, account, severity }: TicketTerms, at: Instant): Instant => {
  switch (time.by) {
    case "instant":
      return time.at;
    case "nextWorkingDay":
      return addWorkingTime(termsFor(desk, account, severity).calendar, at, { days: 1, ms: 0 });
    case "wall": {
      const zone = account?.timezone ?? desk.timezone;
      return instantOfDate(zone, time.date ?? dateAt(zone, at), time.minute);
    }
  }
};

/** When an update promised at this moment is due. */
export const updateDue = (ticket: Ticket, time: UpdateTime, desk: Desk, at: Instant): Instant =>
  instantOf(time, termsOf(ticket, desk), at);

/** The target of an update promised for a time in the future, or why it is refused. */
export const promisedUpdate = (
  ticket: Ticket,
  time: UpdateTime,
  desk: Desk,
  at: Instant,
): { readonly ok: true; readonly target: SlaTarget } | { readonly ok: false; readonly refusal: Refusal } => {
  if (ticket.status === "resolved") return { ok: false, refusal: { reason: "resolvedAlready" } };
  const terms = termsOf(ticket, desk);
  const due = updateDue(ticket, time, desk, at);
  if (!(due > at)) return { ok: false, refusal: { reason: "timeHasPassed" } };
  if (due > at + updateDays * 24 * 3_600_000)
    return { ok: false, refusal: { reason: "tooFarAhead", days: updateDays } };
  return { ok: true, target: updateTarget(terms.desk, { account: terms.account, severity: terms.severity, due, at }) };
};

/** The same promise under another desk: the promised moment stays, and the desk's ladder and calendar count until it. */
export const promisedUnder = (ticket: Ticket, { severity, due, madeAt: at }: SlaTarget, desk: Desk): SlaTarget => {
  const terms = termsOf(ticket, desk);
  return updateTarget(terms.desk, { account: terms.account, severity, due, at });
};
