import type { Instant } from "../../sla/instant.ts";
import type { Pause } from "../../sla/calendar.ts";

import type { TechWork, Ticket } from "../ticket.ts";

/** What the technical team has ends; what it has given back stays as it ended. */
export const techEnded = ({ tech }: Ticket, at: Instant, how: "returned" | "done" | "closed"): TechWork | null =>
  tech === null || tech.end !== null ? tech : { ...tech, end: { at, how } };

/** Messages may come in late, so a pause begins no earlier than the one before it ended. */
export const paused = (pauses: readonly Pause[], at: Instant): readonly Pause[] => {
  const last = pauses.at(-1);
  if (last === undefined) return [{ from: at, to: null }];
  return last.to === null ? pauses : [...pauses, { from: Math.max(at, last.to), to: null }];
};

/** A pause that lasts ends. */
export const unpaused = (pauses: readonly Pause[], at: Instant): readonly Pause[] =>
  pauses.map((pause) => (pause.to === null ? { from: pause.from, to: Math.max(pause.from, at) } : pause));
