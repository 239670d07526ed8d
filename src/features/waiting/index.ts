import { paused } from "../../tickets/clocks/evolve-pauses.ts";
import { clockOnly, support, type FeatureRules } from "../../tickets/rules.ts";
import { nameOf, refreshCards, toConversation } from "../../tickets/send.ts";
import { checkInactivity, wait } from "./inactivity.ts";
import type { WaitingCommand, WaitingEvent } from "./messages.ts";

export const waiting = {
  commands: {
    wait: {
      permission: support,
      afterPendingReplies: true,
      decide: ({ ticket, command, desk }) => wait(ticket, command, desk),
    },
    checkInactivity: { permission: clockOnly, decide: ({ ticket, command }) => checkInactivity(ticket, command) },
  },
  events: {
    waited: {
      evolve: (ticket, { at, inactivity }) => ({ status: "waiting", pauses: paused(ticket.pauses, at), inactivity }),
      effects: (event) =>
        event.said
          ? [refreshCards]
          : [refreshCards, toConversation({ type: "statusChanged", to: "waiting", by: nameOf(event) })],
    },
    nudged: {
      evolve: (_, { inactivity }) => ({ inactivity }),
      effects: ({ inactivity }) => [refreshCards, toConversation({ type: "nudged", closeAt: inactivity.closeAt })],
    },
    inactivityRestarted: { evolve: (_, { inactivity }) => ({ inactivity }), effects: () => [] },
  },
} satisfies FeatureRules<WaitingCommand, WaitingEvent>;
