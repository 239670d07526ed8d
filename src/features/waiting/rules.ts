import { withSla } from "../../tickets/clocks/evolve-clocks.ts";
import { paused } from "../../tickets/clocks/pauses.ts";
import { clockOnly, support, type EventOf, type FeatureRules } from "../../tickets/rules.ts";
import { nameOf, refreshCards, toConversation, type Notification } from "../../tickets/effect.ts";
import { asWaiting, type TicketChange } from "../../tickets/status-change.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import { checkInactivity, wait } from "./inactivity.ts";
import type { WaitingCommand, WaitingEvent } from "./messages.ts";

/** New terms for the customer's inactivity; only a waiting ticket has them. */
const restarted = (ticket: Ticket, { inactivity }: EventOf<"nudged" | "inactivityRestarted">): TicketChange =>
  ticket.status === "waiting" ? { ...ticket, inactivity } : {};

/** For the customer. */
const toWaiting = (by: string): Notification => ({
  type: "statusChanged",
  to: "waiting",
  by,
  asksRating: false,
  autoClosed: false,
  byRequester: false,
  mention: null,
});

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
    waitStarted: {
      evolve: (ticket, { at, inactivity }) => ({
        ...asWaiting(ticket, inactivity),
        ...withSla(ticket, { pauses: paused(ticket.sla.pauses, at) }),
      }),
      effects: (event) => (event.withReply ? [refreshCards] : [refreshCards, toConversation(toWaiting(nameOf(event)))]),
    },
    nudged: {
      evolve: restarted,
      effects: ({ inactivity }) => [refreshCards, toConversation({ type: "nudged", closeAt: inactivity.closeAt })],
    },
    inactivityRestarted: { evolve: restarted, effects: () => [] },
  },
} satisfies FeatureRules<WaitingCommand, WaitingEvent>;
