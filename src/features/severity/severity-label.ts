import type { Severity } from "../../sla/severity.ts";
import { severityOf, type Ticket } from "../../tickets/ticket.ts";
import type { Say } from "../../i18n/say.ts";

/** How bad a ticket is, in a word; consulting has no severity and says that it is consulting. */
export const severityMarkOf = (ticket: Ticket, say: Say): string =>
  ticket.kind === "consulting" ? say("way.consulting") : say(`severityLabel.${severityOf(ticket)}`);

/** What that word is about. */
export const severityLabel = ({ kind }: Pick<Ticket, "kind">, say: Say): string =>
  say(kind === "consulting" ? "way.kind" : "fact.severity");

/** The severity that colours a card; none for consulting. */
export const toneOf = (ticket: Ticket): Severity | undefined =>
  ticket.kind === "consulting" ? undefined : severityOf(ticket);
