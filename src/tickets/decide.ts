import type { Desk } from "../desk/desk.ts";
import { type Actor, type Command, type Decision, type Event, type Refusal, refuse } from "./messages.ts";
import { evolve, evolveTicket } from "./evolve.ts";
import { permitted } from "./permissions.ts";
import { identify, isOwnTicket, type Principal } from "./principal.ts";
import { commandRule, commands, openings } from "./registry.ts";
import type { DecideContext } from "./rules.ts";
import type { TicketState } from "./ticket.ts";
import { mayWriteIn } from "./who-may-write.ts";

/** Why a person may not do this to this ticket. "Not yours" reads as "not there", so that ticket numbers tell a stranger nothing. */
const forbidden = (
  { state, command, desk }: Asked,
  by: Extract<Actor, { kind: "person" }>,
  principal: Principal,
): Refusal | null => {
  const allowed = permitted(principal, command.type);
  if (allowed === "no") return { reason: "notAllowed" };
  if (command.type === "open") return null;
  if (state === null) return { reason: "noSuchTicket" };
  const { ticket } = state;
  if (command.type === "receiveMessage") {
    const writing = { user: by.user, principal, channel: command.message?.channel ?? by.channel };
    return mayWriteIn(ticket, writing, desk) ? null : { reason: "noSuchTicket" };
  }
  const isOwn = principal.is !== "customer" || isOwnTicket(by.user, principal.account, ticket, desk);
  return allowed === "own" && !isOwn ? { reason: "noSuchTicket" } : null;
};

interface Asked {
  readonly state: TicketState | null;
  readonly command: Command;
  readonly desk: Desk;
}

const openingEvents =
  (desk: Desk): DecideContext<"open">["openingEvents"] =>
  (ticket, command) =>
    Object.values(openings).flatMap((rule) => rule({ ticket, command, desk }));

/**
 * The events that send every pending reply before a command of staff that must come after them. A command of a customer
 * or of the clock sends no reply early: its author may still undo it until its time.
 */
const repliesBefore = ({ state, command, desk }: Asked, principal: Principal): readonly Event[] => {
  const last = state?.ticket.pendingReplies.at(-1);
  if (
    principal.is !== "staff" ||
    state === null ||
    last === undefined ||
    commandRule(command.type).afterPendingReplies !== true
  )
    return [];
  const { by, at } = command;
  const release = { type: "releaseReply", replyId: last.id, by, at } as const;
  const decision = commands.releaseReply.decide({
    ...state,
    command: release,
    principal,
    desk,
    openingEvents: openingEvents(desk),
    evolve: evolveTicket,
  });
  return decision.ok ? decision.events : [];
};

const noTicket = { ticket: null, messages: [], unanswered: [], pauses: [] } as const;

const inOrder = (asked: Asked, principal: Principal): Decision => {
  const { command, desk } = asked;
  const before = repliesBefore(asked, principal);
  const decision = commandRule(command.type).decide({
    ...(before.reduce<TicketState | null>(evolve, asked.state) ?? noTicket),
    command,
    principal,
    desk,
    openingEvents: openingEvents(desk),
    evolve: evolveTicket,
  });
  return decision.ok ? { ok: true, events: [...before, ...decision.events] } : decision;
};

/**
 * Decides whether a command is granted and which events follow. Permission is checked first. For `open`, `state` is the
 * ticket whose thread already contains the message.
 */
export const decide = (state: TicketState | null, command: Command, desk: Desk): Decision => {
  const asked = { state, command, desk };
  if (command.by.kind === "clock")
    return state === null || !commandRule(command.type).permission.clock
      ? refuse({ reason: "notDue" })
      : // Commands of the clock read only the ticket, so the principal does not matter.
        inOrder(asked, { is: "customer", account: null });
  const principal = identify(command.by.user, command.by.channel, desk, command.by.membership);
  const refusal = forbidden(asked, command.by, principal);
  if (refusal !== null) return refuse(refusal);
  return command.type === "open" && state !== null
    ? refuse({ reason: "alreadyTicket", number: state.ticket.number })
    : inOrder(asked, principal);
};
