import type { Desk } from "../../desk/desk.ts";
import { effects } from "../effects.ts";
import { identify } from "../principal.ts";
import type { Event } from "../messages.ts";
import { eventRule } from "../registry.ts";
import type { Ticket } from "../ticket.ts";

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

/** Whether an event calls for a person in triage, below the ticket's own card. */
const callsTriage = (event: Event, ticket: Ticket): boolean =>
  effects(event, ticket).some(
    (effect) =>
      effect.type === "send" &&
      effect.to.kind === "internal" &&
      (effect.message.type === "reminder" || effect.message.type === "page" || effect.message.type === "unreached"),
  );

/**
 * Whether an event gives a ticket that waits with others a card of its own: a member of staff did something with it, it ended, its
 * customer calls for a person, or triage is reminded of it. Other events of a customer do not, because a flood of messages is
 * no better than a flood of tickets. `ticket` is the ticket after the event.
 */
export const isReleasedBy = (event: Event, ticket: Ticket, desk: Desk): boolean => {
  const { by } = event;
  if (by.kind === "person" && identify(by.user, by.channel, desk, by.membership).is === "staff") return true;
  if (ticket.account !== null || ticket.assignee !== null) return true;
  if (event.type === "opened") return false;
  return eventRule(event.type).needsOwnCard?.(event) === true || callsTriage(event, ticket);
};
