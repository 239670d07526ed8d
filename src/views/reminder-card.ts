import type { Card } from "../chat/card.ts";
import type { Desk } from "../domain/desk.ts";
import type { ReminderNotice } from "../domain/messages.ts";
import type { Instant } from "../domain/refs.ts";
import type { Ticket } from "../domain/ticket.ts";
import type { Reader, TicketPlaces } from "./reader.ts";
import { reminderDirectCard } from "./reminder-direct-card.ts";
import { reminderMentionCard } from "./reminder-mention-card.ts";

/** A reminder as its rung wants it. */
export const reminderCard = (
  notice: ReminderNotice,
  ticket: Ticket,
  desk: Desk,
  places: TicketPlaces,
  reader: Reader,
  now: Instant,
): Card =>
  notice.rung.how === "mention"
    ? reminderMentionCard(notice, notice.rung, ticket, desk, places, reader, now)
    : reminderDirectCard(notice, notice.rung, ticket, desk, places, reader, now);
