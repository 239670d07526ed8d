import type { Card, Line } from "../chat/card.ts";
import type { Desk } from "../domain/desk.ts";
import type { Ticket } from "../domain/ticket.ts";
import type { Page } from "../domain/way-facts.ts";
import { callWantedCard } from "./call-wanted-card.ts";
import { consultingCard } from "./consulting-card.ts";
import { escalationCard } from "./escalation-card.ts";
import type { Viewer, TicketPlaces } from "./reader.ts";
import { called } from "./reminder-mention-card.ts";
import { strong } from "./spans.ts";
import { sayIn } from "./words/say.ts";

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
