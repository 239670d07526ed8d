import type { CommonRefusal } from "../tickets/refusal.ts";
import type { RefusalSentences } from "./feature-views.ts";

/**
 * Refusals that belong to no single feature. `noSuchTicket` also covers tickets of other accounts: the two must read
 * the same.
 */
export const commonRefusals = {
  notAllowed: (_, { say }) => say("refusal.notAllowed"),
  noSuchTicket: (_, { say }) => say("refusal.noSuchTicket"),
  alreadyThat: ({ what }, { say, ticket }) => say(`refusal.already.${what}`, { ticket }),
  resolvedAlready: (_, { say, ticket }) => say("refusal.resolvedAlready", { ticket }),
  emptyText: (_, { say }) => say("refusal.emptyText"),
  notDue: (_, { say, ticket }) => say("refusal.notDue", { ticket }),
} satisfies RefusalSentences<CommonRefusal["reason"]>;
