import type { Instant } from "./refs.ts";
import type { Clock, HeldReply, Ticket } from "./ticket.ts";

const answers = ({ at, unread = [] }: HeldReply, { kind, startedAt }: Pick<Clock, "kind" | "startedAt">): boolean =>
  kind !== "resolution" &&
  kind !== "tech" &&
  at >= startedAt &&
  !(kind === "nextResponse" && unread.includes(startedAt));

/** Until when a reply is held that would end this clock; null where none is. Nobody need be reminded of it meanwhile. */
export const heldUntil = (ticket: Ticket, clock: Pick<Clock, "kind" | "startedAt">): Instant | null =>
  ticket.held.find((held) => answers(held, clock))?.until ?? null;
