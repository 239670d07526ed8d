import type { Desk } from "../../desk/desk.ts";
import { effects } from "../evolve.ts";
import { identify } from "../principal.ts";
import type { Event } from "../messages.ts";
import { eventRule } from "../registry.ts";
import type { Ticket } from "../ticket.ts";

/**
 * Whether a new ticket may be collected: a problem of a person without an account, and no agent has it. If the desk
 * names no accounts, every customer is such a person and nothing is collected.
 */
export const mayWaitCollected = (
  { by }: Extract<Event, { type: "opened" }>,
  { account, kind, assignee }: Ticket,
  desk: Desk,
): boolean =>
  account === null &&
  kind === "problem" &&
  assignee === null &&
  Object.keys(desk.accounts).length > 0 &&
  by.kind === "person" &&
  identify(by.user, by.channel, desk, by.membership).is === "customer";

/** Whether an event notifies people under the ticket's own triage card. */
const callsTriage = (event: Event, ticket: Ticket): boolean =>
  effects(event, ticket).some(
    (effect) =>
      effect.type === "send" &&
      effect.to.kind === "internal" &&
      (effect.message.type === "reminder" ||
        effect.message.type === "page" ||
        effect.message.type === "pageUndelivered"),
  );

/**
 * Whether an event gives a collected ticket a card of its own: an agent acted on it, it ended, its customer asks for a
 * person, or a reminder is due. Other events of a customer do not, because a flood of messages is no better than a
 * flood of tickets. `ticket` is the ticket after the event.
 */
export const isReleasedBy = (event: Event, ticket: Ticket, desk: Desk): boolean => {
  const { by } = event;
  if (by.kind === "person" && identify(by.user, by.channel, desk, by.membership).is === "staff") return true;
  if (ticket.account !== null || ticket.assignee !== null) return true;
  if (event.type === "opened") return false;
  return eventRule(event.type).needsOwnCard?.(event) === true || callsTriage(event, ticket);
};
