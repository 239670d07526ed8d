import type { Desk } from "../../desk/desk.ts";
import { effects } from "../../tickets/effects.ts";
import { identify } from "../../tickets/principal.ts";
import type { Event } from "../../tickets/messages.ts";
import type { Ticket } from "../../tickets/ticket.ts";

/**
 * Whether a new ticket may wait with others in one message of triage: a problem that a person without an account reports, and
 * that no agent has yet. Where the desk names no accounts, every customer is a person without one, and nothing is collected.
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

/** Whether a fact calls for a person in triage, below the ticket's own card. */
const callsTriage = (event: Event, ticket: Ticket): boolean =>
  effects(event, ticket).some(
    (effect) =>
      effect.type === "send" &&
      effect.to.kind === "internal" &&
      (effect.message.type === "reminder" || effect.message.type === "page" || effect.message.type === "unreached"),
  );

/**
 * Whether a fact releases a ticket that waits with others, so that it gets a card of its own: staff did something with it, it
 * ended, its customer calls for a person, or triage is reminded of it. What else a customer does releases nothing: a flood
 * of messages is no better than a flood of tickets. `ticket` is the ticket after the fact.
 */
export const isReleasedBy = (event: Event, ticket: Ticket, desk: Desk): boolean => {
  const { by } = event;
  if (by.kind === "person" && identify(by.user, by.channel, desk, by.membership).is === "staff") return true;
  if (ticket.account !== null || ticket.assignee !== null) return true;
  switch (event.type) {
    case "opened":
      return false;
    case "resolved":
    case "reopened":
    case "merged":
    case "escalated":
    case "callRequested":
      return true;
    case "fallbackTaken":
      // Nobody was reached: triage must see it.
      return event.next === null || callsTriage(event, ticket);
    default:
      return callsTriage(event, ticket);
  }
};
