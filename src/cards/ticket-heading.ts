import type { Card } from "../chat/card.ts";
import { listInText } from "../i18n/languages.ts";
import type { Viewer } from "../i18n/viewer.ts";
import { sayIn, type Say } from "../i18n/say.ts";
import type { Severity } from "../sla/severity.ts";
import { ticketName, severityOf, isWithTech, type Ticket } from "../tickets/ticket.ts";
import { cutToUnits, oneLine } from "../i18n/excerpt.ts";

/** The longest heading that every platform shows (Slack's limit). */
const maxHeading = 150;

/** A ticket's number and title as the heading of a card. */
export const ticketHeading = (ticket: Pick<Ticket, "number" | "title">): string => {
  const whole = `${ticketName(ticket.number)} · ${oneLine(ticket.title, maxHeading)}`;
  return whole.length <= maxHeading ? whole : `${cutToUnits(whole, maxHeading - 1)}…`;
};

/** A ticket's severity as one word. Consulting has no severity, so the word is "consulting". */
export const severityMarkOf = (ticket: Ticket, say: Say): string =>
  ticket.kind === "consulting" ? say("kind.consulting") : say(`severityLabel.${severityOf(ticket)}`);

/** The label for that word. */
export const severityLabel = ({ kind }: Pick<Ticket, "kind">, say: Say): string =>
  say(kind === "consulting" ? "fact.kind" : "fact.severity");

/** The severity that colours a card; null for consulting. */
export const toneOf = (ticket: Ticket): Severity | null => (ticket.kind === "consulting" ? null : severityOf(ticket));

/** The same as the part of a card; empty for consulting. */
export const tonePart = (ticket: Ticket): Pick<Card, "severity"> => {
  const severity = toneOf(ticket);
  return severity === null ? {} : { severity };
};

/** Several severities as text: "critical and high". */
export const severityList = (severities: readonly Severity[], viewer: Viewer): string =>
  listInText(
    severities.map((each) => sayIn(viewer.locale)(`severity.${each}`)),
    viewer.locale,
  );

/** The ticket's progress in the customer's terms. */
export const progressOf = (ticket: Ticket): "received" | "looking" | "tech" | "waiting" | "resolved" => {
  if (ticket.status !== "open") return ticket.status;
  if (isWithTech(ticket)) return "tech";
  return ticket.assignee === null && ticket.replies === 0 && ticket.tech === null ? "received" : "looking";
};
