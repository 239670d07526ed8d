import type { Card } from "../../chat/card.ts";
import { customerToNotify, type Mentioned } from "../../tickets/customer-to-notify.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Notification } from "../../tickets/effect.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import { plain, ringing } from "../../i18n/spans.ts";

/**
 * Whether a message in the customer's thread notifies the customer. Platforms notify a person of a thread only where they take
 * part in it or are mentioned. What the customer did, and figures that follow from it, need no notification.
 */
const notifies = (message: Notification): boolean => {
  switch (message.type) {
    case "reply":
    case "updatePromised":
    case "nudged":
    case "ratingShown":
      return true;
    case "statusChanged":
      return message.own !== true;
    case "continuesIn":
      return message.why === "merged";
    default:
      return false;
  }
};

/** A mention at the beginning of the card's first line of text; `why` stands behind it. */
export const mentioning = (card: Card, { user, name }: Mentioned, why = ""): Card => {
  const mention = [ringing(user, name), plain(why === "" ? " · " : ` ${why} · `)];
  const index = card.parts.findIndex(({ part }) => part === "text");
  const first = card.parts[index];
  if (first?.part !== "text")
    return { ...card, parts: [{ part: "text", lines: [mention.slice(0, 1)] }, ...card.parts] };
  const [line = [], ...lines] = first.lines;
  return { ...card, parts: card.parts.with(index, { ...first, lines: [[...mention, ...line], ...lines] }) };
};

/** A message for the customer's thread, with a mention of the customer where the message is to notify them. */
export const withCustomerMention = (card: Card, message: Notification, ticket: Ticket, desk: Desk): Card => {
  const customer = notifies(message) ? customerToNotify(ticket, desk) : null;
  return customer === null ? card : mentioning(card, customer);
};
