import type { NotificationCard } from "../../cards/feature-views.ts";
import { customerName } from "../../cards/people.ts";
import { quotePart } from "../../cards/quote.ts";
import { rich } from "../../i18n/rich.ts";
import { sayIn } from "../../i18n/say.ts";
import { strong } from "../../i18n/spans.ts";
import { ticketName } from "../../tickets/ticket.ts";

/** A longer message is read in full on the page of the ticket. */
const shownLength = 2_500;

/**
 * Shows the customer's people in chat what one of them wrote in the client area, so that all read one conversation. The bot
 * speaks for the author, so a name that reads like an agent's is marked.
 */
export const wroteInAreaCard: NotificationCard<"wroteInArea"> = ({ content }, { ticket, desk, viewer }) => {
  const say = sayIn(viewer.locale);
  const name = customerName(content.by, desk, say);
  const about = { name, ticket: ticketName(ticket.number) };
  return {
    summary: say("message.wroteInArea", about),
    parts: [
      { part: "text", lines: [rich(say, "message.wroteInArea", { ...about, name: strong(name) })] },
      quotePart(content, shownLength),
    ],
  };
};
