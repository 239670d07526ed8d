import { updatePromised, withSla } from "../../tickets/clocks/evolve-clocks.ts";
import { support, type FeatureRules } from "../../tickets/rules.ts";
import { refreshCards, toConversation } from "../../tickets/send.ts";
import type { UpdateCommand, UpdateEvent } from "./messages.ts";
import { promiseUpdate } from "./promise-update.ts";

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
      evolve: (ticket, { target }) => withSla(ticket, { clocks: updatePromised(ticket, target) }),
      effects: ({ withReply, target }) =>
        withReply ? [refreshCards] : [refreshCards, toConversation({ type: "updatePromised", due: target.due })],
    },
  },
} satisfies FeatureRules<UpdateCommand, UpdateEvent>;
