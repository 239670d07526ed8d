import { dotted, mentionOf } from "../../i18n/spans.ts";
import { mentioning } from "../../cards/people.ts";
import type { Card } from "../../chat/card.ts";
import { customersToNotify } from "../../tickets/customer-to-notify.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Notification } from "../../tickets/effect.ts";
import type { Ticket } from "../../tickets/ticket.ts";

/**
 * Whether a message in the customer's thread notifies the customer. Platforms notify only people who take part in the
 * thread or are mentioned. The customer's own acts and their consequences need no notification.
 */
export const notifiesCustomer = (message: Notification): boolean => {
  switch (message.type) {
    case "reply":
    case "updatePromised":
    case "nudged":
    case "ratingShown":
      return true;
    case "statusChanged":
      return !message.byRequester;
    case "continuesIn":
      return message.why === "merged";
    default:
      return false;
  }
};

/** A message for the customer's thread, with a mention of the customer if it is to notify them. */
export const withCustomerMention = (card: Card, message: Notification, ticket: Ticket, desk: Desk): Card => {
  const customers = notifiesCustomer(message) ? customersToNotify(ticket, desk) : [];
  return customers.length === 0
    ? card
    : mentioning(card, dotted(...customers.map(({ user, name }) => [mentionOf(user, name)])));
};
