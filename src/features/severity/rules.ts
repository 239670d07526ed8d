import type { ClockChanges } from "../../tickets/clocks/changed-clocks.ts";
import { underNewTerms, underSeverity, withSla } from "../../tickets/clocks/evolve-clocks.ts";
import { movedTargets } from "../../tickets/clocks/moved-targets.ts";
import { type Effect, nameOf, refreshCards, toConversation, toInternal } from "../../tickets/effect.ts";
import { clockOnly, support, type EventOf, type FeatureRules } from "../../tickets/rules.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import { clocksOfAccount, clocksOfReplan, clocksOfSeverity, replan, setAccount, setSeverity } from "./decide.ts";
import type { SeverityCommand, SeverityEvent } from "./messages.ts";

/** Only staff see the reason for a lower severity. */
const severityChanged = (event: EventOf<"severitySet">, ticket: Ticket): readonly Effect[] => {
  const { from, to, reason, clocks } = event;
  return [
    toConversation({ type: "severityChanged", from, to, movedTargets: movedTargets(clocks, ticket) }),
    ...(reason === null ? [] : [toInternal({ type: "severityLowered", from, to, reason, by: nameOf(event) })]),
  ];
};

/** Notifies the customer when a target moves, whatever moved it, because they rely on it. */
const targetsMoved = (clocks: ClockChanges, ticket: Ticket): readonly Effect[] => {
  const moved = movedTargets(clocks, ticket);
  return moved.length === 0 ? [] : [toConversation({ type: "targetsMoved", movedTargets: moved })];
};

export const severity = {
  commands: {
    setSeverity: { permission: support, needsPauses: true, decide: setSeverity },
    setAccount: { permission: support, needsPauses: true, decide: setAccount },
    replan: { permission: clockOnly, needsPauses: true, decide: replan },
  },
  events: {
    severitySet: {
      rehearsed: ({ event, ...state }) => ({ ...event, clocks: clocksOfSeverity(state, event.to, event.at) }),
      evolve: (ticket, event) => withSla(ticket, { confirmedSeverity: event.to, clocks: underSeverity(ticket, event) }),
      effects: (event, ticket) =>
        event.from === event.to ? [refreshCards] : [refreshCards, ...severityChanged(event, ticket)],
    },
    accountSet: {
      rehearsed: ({ event, ...state }) => ({ ...event, clocks: clocksOfAccount(state, event.to, event.at) }),
      evolve: (ticket, { to, clocks, at }) => ({
        account: to,
        ...withSla(ticket, { clocks: underNewTerms(ticket, clocks, at) }),
      }),
      effects: ({ clocks }, ticket) => [refreshCards, ...targetsMoved(clocks, ticket)],
    },
    replanned: {
      rehearsed: ({ event, ...state }) => ({ ...event, clocks: clocksOfReplan(state, event.at) }),
      evolve: (ticket, { clocks, at }) => withSla(ticket, { clocks: underNewTerms(ticket, clocks, at) }),
      effects: ({ clocks }, ticket) => [refreshCards, ...targetsMoved(clocks, ticket)],
    },
  },
} satisfies FeatureRules<SeverityCommand, SeverityEvent>;
