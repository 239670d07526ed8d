import { termsOf, type Terms } from "./clock-changes.ts";
import type { Desk } from "./desk.ts";
import type { Decision, UpdateTime } from "./messages.ts";
import { termsFor, updatePromise } from "./promise.ts";
import type { Instant } from "./refs.ts";
import type { Ticket } from "./ticket.ts";
import { accept, refuse, type Change } from "./verdict.ts";
import { dateAt, instantOfDate } from "./wall-clock.ts";
import { addWorkingTime } from "./working-time.ts";

/** How far ahead news may be promised. */
const updateDays = 60;

const instantOf = (time: UpdateTime, { desk, account, severity }: Terms, at: Instant): Instant => {
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

/** News promised to the customer by a moment that is still to come. */
export const promiseUpdate = (
  ticket: Ticket,
  command: Extract<Change, { type: "promiseUpdate" }>,
  desk: Desk,
): Decision => {
  if (ticket.status === "resolved") return refuse({ reason: "resolvedAlready" });
  const terms = termsOf(ticket, desk);
  const due = instantOf(command.due, terms, command.at);
  if (!(due > command.at)) return refuse({ reason: "notAhead" });
  if (due > command.at + updateDays * 24 * 3_600_000) return refuse({ reason: "tooFarAhead", days: updateDays });
  return accept(command, {
    type: "updatePromised",
    promise: updatePromise(desk, terms.account, terms.severity, due, command.at),
  });
};
