import { accountOf, managerOf } from "../../tickets/people.ts";
import type { Instant } from "../../sla/instant.ts";
import type { CannedReply, Desk, Placeholder } from "../../desk/desk.ts";

import { ticketName, type Ticket } from "../../tickets/ticket.ts";
import { momentText } from "../../i18n/moment-text.ts";
import { customerViewer } from "../../i18n/viewer-for.ts";

/** The placeholder for the customer's next due time. */
export const dueMark = "{due}";

/**
 * A canned reply in the customer's language, completed from the ticket, above the typed text. `{due}` stays as it is.
 */
export const cannedText = (canned: CannedReply, typed: string, ticket: Ticket, desk: Desk): string => {
  const viewer = customerViewer(desk, ticket);
  const values: Readonly<Record<Exclude<Placeholder, "due">, string>> = {
    customer: ticket.requester.name,
    ticket: ticketName(ticket.number),
    manager: managerOf(desk, ticket)?.name ?? desk.name,
    account: accountOf(desk, ticket)?.name ?? desk.name,
  };
  const filled = canned.text[viewer.locale].replaceAll(
    /\{(customer|ticket|manager|account)\}/g,
    (_, name: Exclude<Placeholder, "due">) => values[name],
  );
  return typed === "" ? filled : `${filled}\n\n${typed}`;
};

/** The text with the due time in place of `{due}`, in the customer's language and zone. */
export const withDue = (text: string, due: Instant, ticket: Ticket, desk: Desk): string =>
  text.replaceAll(dueMark, () => momentText(due, customerViewer(desk, ticket)));
