import type { Clock } from "../../sla/clock.ts";
import type { Instant } from "../../sla/instant.ts";
import { isAnswer } from "./is-answer.ts";

import type { Ticket } from "../ticket.ts";

/** Until when a reply is pending that would end this clock; null if none is. Until then there are no reminders. */
export const heldUntil = (ticket: Ticket, clock: Pick<Clock, "kind" | "startedAt">): Instant | null =>
  ticket.pendingReplies.find(({ at, unread }) => isAnswer(at, unread, clock))?.until ?? null;
