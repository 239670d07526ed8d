import { updatePromised, withSla } from "../../tickets/clocks/evolve-clocks.ts";
import { support, type FeatureRules } from "../../tickets/rules.ts";
import { refreshCards, toConversation } from "../../tickets/effect.ts";
import type { UpdateCommand, UpdateEvent } from "./messages.ts";
import { promisedUnder, promisedUpdate } from "../../tickets/clocks/promised-update.ts";
import type { Desk } from "../../desk/desk.ts";
import { type Decision, accept, refuse, type TicketCommand } from "../../tickets/messages.ts";
import type { Ticket } from "../../tickets/ticket.ts";

/** Staff promise the customer an update by a time that is still ahead. */
export const promiseUpdate = (
  ticket: Ticket,
  command: Extract<TicketCommand, { type: "promiseUpdate" }>,
  desk: Desk,
): Decision => {
  const update = promisedUpdate(ticket, command.due, desk, command.at);
  return update.ok
    ? accept(command, { type: "updatePromised", target: update.target, withReply: false })
    : refuse(update.refusal);
};

export const promisedUpdates = {
  commands: {
    promiseUpdate: {
      permission: support,
      afterPendingReplies: true,
      decide: ({ ticket, command, desk }) => promiseUpdate(ticket, command, desk),
    },
  },
  events: {
    updatePromised: {
      rehearsed: ({ ticket, event, desk }) => ({ ...event, target: promisedUnder(ticket, event.target, desk) }),
      evolve: (ticket, { target }) => withSla(ticket, { clocks: updatePromised(ticket, target) }),
      effects: ({ withReply, target }) =>
        withReply ? [refreshCards] : [refreshCards, toConversation({ type: "updatePromised", due: target.due })],
    },
  },
} satisfies FeatureRules<UpdateCommand, UpdateEvent>;
