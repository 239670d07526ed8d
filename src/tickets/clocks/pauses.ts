import { clockTraits } from "../../sla/clock-kinds.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Clock } from "../../sla/clock.ts";
import type { Pause } from "../../sla/calendar.ts";
import type { Ticket, TechWork } from "../ticket.ts";

/** When a clock of this ticket was paused. */
export const pausesOf = (ticket: Ticket, clock: Pick<Clock, "kind">): readonly Pause[] =>
  clockTraits[clock.kind].pausable ? ticket.sla.pauses : [];

/** Whether a customer's message ends the wait for them. A late message that they wrote before the wait does not. */
export const endsWaiting = (ticket: Ticket, wroteAt: Instant): boolean =>
  ticket.status === "waiting" && wroteAt >= (ticket.sla.pauses.at(-1)?.from ?? wroteAt);

/** Ends the technical team's current work; work that has ended stays as it is. */
export const techEnded = ({ tech }: Ticket, at: Instant, how: "returned" | "done" | "closed"): TechWork | null =>
  tech === null || tech.end !== null ? tech : { ...tech, end: { at, how } };

/** Messages may arrive late, so a pause never begins before the end of the previous one. */
export const paused = (pauses: readonly Pause[], at: Instant): readonly Pause[] => {
  const last = pauses.at(-1);
  if (last === undefined) return [{ from: at, to: null }];
  return last.to === null ? pauses : [...pauses, { from: Math.max(at, last.to), to: null }];
};

/** Ends a lasting pause. */
export const unpaused = (pauses: readonly Pause[], at: Instant): readonly Pause[] =>
  pauses.map((pause) => (pause.to === null ? { from: pause.from, to: Math.max(pause.from, at) } : pause));
