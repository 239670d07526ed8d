import { everyStaff, support, clockOnly, type FeatureReads, type FeatureRules } from "../../tickets/rules.ts";
import { refreshCards, toInternal } from "../../tickets/send.ts";
import { assign, claim } from "./decide.ts";
import { reassign } from "./hand-over.ts";
import type { AssignmentCommand, AssignmentEvent } from "./messages.ts";
import { toAssignee } from "./to-assignee.ts";

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
