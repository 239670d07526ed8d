import { clockTraits } from "../../sla/clock-kinds.ts";
import type { Clock } from "../../sla/clock.ts";
import type { ClockKind } from "../../sla/clock-kinds.ts";
import { escalationOf, type Ticket } from "../ticket.ts";
import { endedBreached } from "./breach.ts";

/** Whether a clock counts the first wait of its ticket. The customer's card shows when the team next works by its calendar. */
const isFirst = ({ kind, cycle }: Clock): boolean => cycle === 1 && clockTraits[kind].startsOn === "opening";

/**
 * The clocks that later commands and cards still read: each running one; of the ended ones the newest of its kind, which also
 * gives the next cycle its number; the newest breached one before it, for an escalation; the one that the open escalation names;
 * and the first. So a ticket keeps a few clocks, however many messages were answered. The events hold how each of them ended.
 */
export const keptClocks = (ticket: Ticket): readonly Clock[] => {
  const { clocks } = ticket.sla;
  const breached = escalationOf(ticket)?.breached ?? null;
  const newest = new Map<ClockKind, Clock>(clocks.map((clock) => [clock.kind, clock]));
  const newestBreached = new Map<ClockKind, Clock>(
    clocks
      .filter((clock) => endedBreached(clock) && newest.get(clock.kind) !== clock)
      .map((clock) => [clock.kind, clock]),
  );
  const isKept = (clock: Clock): boolean =>
    clock.end === null ||
    isFirst(clock) ||
    newest.get(clock.kind) === clock ||
    newestBreached.get(clock.kind) === clock ||
    (clock.kind === breached?.clock && clock.cycle === breached.cycle);
  return clocks.every(isKept) ? clocks : clocks.filter(isKept);
};
