import type { Card, Line } from "../chat/card.ts";
import type { Desk } from "../domain/desk.ts";
import type { Ticket } from "../domain/ticket.ts";
import type { Summons } from "../domain/way-facts.ts";
import { callWantedCard } from "./call-wanted-card.ts";
import { consultingCard } from "./consulting-card.ts";
import { escalationCard } from "./escalation-card.ts";
import type { Reader, TicketPlaces } from "./reader.ts";
import { called } from "./reminder-mention-card.ts";
import { strong } from "./spans.ts";
import { sayIn } from "./words/say.ts";

/** Somebody is called for, told as their rung wants it: in full, or as a line in triage that rings them. */
export const summonsCard = (
  { about, rung, since }: Summons,
  ticket: Ticket,
  desk: Desk,
  places: TicketPlaces,
  reader: Reader,
): Card => {
  const people = rung.how === "mention" ? called(rung, desk, places) : null;
  const ringing: Line | null = people?.length === 0 ? [strong(sayIn(reader.locale)("reminder.attention"))] : people;
  switch (about) {
    case "escalation":
      return escalationCard(ticket, since, ringing, desk, places, reader);
    case "consulting":
      return consultingCard(ticket, ringing, desk, places, reader);
    case "call":
      return callWantedCard(ticket, ringing, desk, places, reader);
  }
};
