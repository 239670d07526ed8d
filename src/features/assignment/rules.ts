import { everyStaff, support, clockOnly, type FeatureReads, type FeatureRules } from "../../tickets/rules.ts";
import { refreshCards, toInternal, type Effect } from "../../tickets/effect.ts";
import { assign, claim, reassign } from "./decide.ts";
import type { AssignmentCommand, AssignmentEvent } from "./messages.ts";
import type { Event } from "../../tickets/messages.ts";

/** Notifies the new assignee, or tells the team that they could not be notified. */
export const toAssignee = ({ person, notified, by }: Extract<Event, { type: "assigned" }>): readonly Effect[] => {
  if (person === null || notified === null) return [];
  if (notified !== "direct")
    return [
      { type: "send", to: { kind: "internal" }, message: { type: "assigneeNotNotified", person, why: notified } },
    ];
  const name = by.kind === "person" ? by.name : null;
  return [{ type: "send", to: { kind: "person", person }, message: { type: "assigned", person, by: name } }];
};

export const assignment = {
  /** `notify`: to switch one's own notifications. */
  reads: { notify: everyStaff },
  commands: {
    claim: {
      permission: support,
      decide: ({ ticket, command, principal, desk }) => claim(ticket, command, principal, desk),
    },
    assign: {
      permission: support,
      decide: ({ ticket, command, principal, desk }) => assign(ticket, command, principal, desk),
    },
    reassign: { permission: clockOnly, decide: ({ ticket, command, desk }) => reassign(ticket, command, desk) },
  },
  events: {
    assigned: {
      evolve: (_, { person }) => ({ assignee: person }),
      effects: (event) => [refreshCards, ...toAssignee(event)],
    },
    noAgentAvailable: { evolve: () => ({}), effects: () => [toInternal({ type: "noAgentAvailable" })] },
    assigneeLeft: {
      evolve: () => ({}),
      effects: ({ person, next }) => [refreshCards, toInternal({ type: "assigneeLeft", person, next })],
    },
  },
} satisfies FeatureReads & FeatureRules<AssignmentCommand, AssignmentEvent>;
