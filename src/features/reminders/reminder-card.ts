import type { Instant } from "../../sla/instant.ts";
import type { Card } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import type { ReminderNotification } from "./messages.ts";

import type { Ticket } from "../../tickets/ticket.ts";
import type { Viewer, TicketPlaces } from "../../i18n/viewer.ts";
import { reminderDirectCard } from "./reminder-direct-card.ts";
import { reminderMentionCard } from "./reminder-mention-card.ts";

/** A reminder as its notify target wants it. */
export const reminderCard = (
  notice: ReminderNotification,
  ticket: Ticket,
  desk: Desk,
  places: TicketPlaces,
  viewer: Viewer,
  now: Instant,
): Card =>
  notice.to.how === "mention"
    ? reminderMentionCard(notice, notice.to, ticket, desk, places, viewer, now)
    : reminderDirectCard(notice, notice.to, ticket, desk, places, viewer, now);
