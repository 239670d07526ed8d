import { withSla } from "../../tickets/clocks/evolve-clocks.ts";
import { type Effect, refreshCards } from "../../tickets/effect.ts";
import { breach } from "../../tickets/clocks/ladder.ts";
import { accept } from "../../tickets/messages.ts";
import { clockOnly, support, type FeatureRules } from "../../tickets/rules.ts";
import { acknowledge, remind, requeue, reroute, snooze, takeFallback } from "./decide.ts";
import { ladderChanges } from "./evolve.ts";
import type { ReminderCommand, ReminderEvent } from "./messages.ts";
import type { ReminderNotification } from "../../tickets/routes/notification-route.ts";
import { sendOnRoute } from "../../tickets/routes/routes.ts";

const sendReminder = (notice: ReminderNotification): Effect => sendOnRoute(notice, { type: "reminder", notice });

export const reminders = {
  commands: {
    acknowledge: {
      permission: support,
      decide: ({ ticket, command, principal }) => acknowledge(ticket, command, principal),
    },
    snooze: { permission: support, decide: ({ ticket, command, principal }) => snooze(ticket, command, principal) },
    remind: { permission: clockOnly, decide: ({ ticket, command, desk }) => remind(ticket, command, desk) },
    takeFallback: { permission: clockOnly, decide: ({ ticket, command, desk }) => takeFallback(ticket, command, desk) },
    reroute: { permission: clockOnly, decide: ({ ticket, command, desk }) => reroute(ticket, command, desk) },
    requeue: { permission: clockOnly, decide: ({ ticket, command }) => requeue(ticket, command) },
    reportOtherRoute: {
      permission: clockOnly,
      decide: ({ command }) =>
        accept(command, { type: "reachedByOtherRoute", person: command.person, why: command.why }),
    },
  },
  events: {
    acknowledged: {
      evolve: (ticket, event) => withSla(ticket, { clocks: ladderChanges(ticket, event) }),
      effects: () => [refreshCards],
    },
    snoozed: {
      evolve: (ticket, event) => withSla(ticket, { clocks: ladderChanges(ticket, event) }),
      effects: () => [refreshCards],
    },
    reminded: {
      evolve: (ticket, event) => withSla(ticket, { clocks: ladderChanges(ticket, event) }),
      effects: ({ step, notices }) => [...(step >= breach ? [refreshCards] : []), ...notices.map(sendReminder)],
    },
    requeued: {
      evolve: (ticket, event) => withSla(ticket, { clocks: ladderChanges(ticket, event) }),
      effects: ({ step }) => (step >= breach ? [refreshCards] : []),
    },
    fallbackTaken: {
      // No person was reached, so triage must see it.
      needsOwnCard: ({ next }) => next === null,
      evolve: (ticket, event) => withSla(ticket, { clocks: ladderChanges(ticket, event) }),
      effects: ({ next }) => (next === null ? [] : [sendReminder(next)]),
    },
    reachedByOtherRoute: { evolve: () => ({}), effects: () => [] },
  },
} satisfies FeatureRules<ReminderCommand, ReminderEvent>;
