import type { Card, Line } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import type { Page } from "./messages.ts";
import { callWantedCard } from "../callback/call-wanted-card.ts";
import { consultingCard } from "../consulting/consulting-card.ts";
import { escalationCard } from "./escalation-card.ts";
import type { Viewer, TicketPlaces } from "../../i18n/viewer.ts";
import { called } from "../reminders/reminder-mention-card.ts";
import { strong } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

/** Somebody is called for, told as their notify target wants it: in full, or as a line in triage that rings them. */
export const pageCard = (
  { about, to: notifyTarget, since }: Page,
  ticket: Ticket,
  desk: Desk,
  places: TicketPlaces,
  viewer: Viewer,
): Card => {
  const people = notifyTarget.how === "mention" ? called(notifyTarget, desk, places) : null;
  const ringing: Line | null = people?.length === 0 ? [strong(sayIn(viewer.locale)("reminder.attention"))] : people;
  switch (about) {
    case "escalation":
      return escalationCard(ticket, since, ringing, desk, places, viewer);
    case "consulting":
      return consultingCard(ticket, ringing, desk, places, viewer);
    case "call":
      return callWantedCard(ticket, ringing, desk, places, viewer);
  }
};
