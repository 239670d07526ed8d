import type { Desk } from "../desk/desk.ts";
import type { Actor } from "./actor.ts";
import { refuse } from "./decision.ts";
import { evolve } from "./evolve.ts";
import type { Command, Decision, Event } from "./messages.ts";
import { permitted } from "./permissions.ts";
import { identify, isOwn, type Principal } from "./principal.ts";
import type { Refusal } from "./refusal.ts";
import { commandRule, commands } from "./registry.ts";
import type { Ticket } from "./ticket.ts";

/** Why a person may not do this to this ticket. "Not yours" reads as "not there", so that ticket numbers tell a stranger nothing. */
const forbidden = (
  { ticket, command, desk }: Asked,
  by: Extract<Actor, { kind: "person" }>,
  principal: Principal,
): Refusal | null => {
  const allowed = permitted(principal, command.type);
  if (allowed === "no") return { reason: "notAllowed" };
  if (command.type === "open") return null;
  if (ticket === null) return { reason: "noSuchTicket" };
  if (principal.is !== "customer" || isOwn(by.user, principal.account, ticket, desk)) return null;
  // A direct message has one reader. A person who lost the ticket must not write on it there either.
  const isPrivate = command.type === "hear" && ticket.conversation.kind === "person" && ticket.account !== null;
  return allowed === "own" || isPrivate ? { reason: "noSuchTicket" } : null;
};

interface Asked {
  readonly ticket: Ticket | null;
  readonly command: Command;
  readonly desk: Desk;
}

/** The events by which every pending reply of the ticket leaves, where the command must come after them. */
const repliesBefore = ({ ticket, command, desk }: Asked, principal: Principal): readonly Event[] => {
  const last = ticket?.pendingReplies.at(-1);
  if (ticket === null || last === undefined || commandRule(command.type).afterPendingReplies !== true) return [];
  const { by, at } = command;
  const release = { type: "releaseReply", held: last.id, by, at } as const;
  const decision = commands.releaseReply.decide({ ticket, command: release, principal, desk, evolve });
  return decision.ok ? decision.events : [];
};

const inOrder = (asked: Asked, principal: Principal): Decision => {
  const { command, desk } = asked;
  const before = repliesBefore(asked, principal);
  const ticket = before.reduce<Ticket | null>(evolve, asked.ticket);
  const decision = commandRule(command.type).decide({ ticket, command, principal, desk, evolve });
  return decision.ok ? { ok: true, events: [...before, ...decision.events] } : decision;
};

/**
 * Whether a command is granted, and which events follow. Permission is checked first. For `open`, the ticket is the one whose
 * thread the message is in already.
 */
export const decide = (ticket: Ticket | null, command: Command, desk: Desk): Decision => {
  const asked = { ticket, command, desk };
  if (command.by.kind === "clock")
    return ticket === null || !commandRule(command.type).permission.clock
      ? refuse({ reason: "notDue" })
      : // Commands of the clock read only the ticket, whoever the principal is.
        inOrder(asked, { is: "customer", account: null });
  const principal = identify(command.by.user, command.by.channel, desk, command.by.membership);
  const refusal = forbidden(asked, command.by, principal);
  if (refusal !== null) return refuse(refusal);
  return command.type === "open" && ticket !== null
    ? refuse({ reason: "alreadyTicket", number: ticket.number })
    : inOrder(asked, principal);
};
