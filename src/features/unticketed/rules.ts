import { toConversation } from "../../tickets/effect.ts";
import { accept } from "../../tickets/messages.ts";
import { clockOnly, support, type FeatureReads, type FeatureRules } from "../../tickets/rules.ts";
import type { UnticketedCommand, UnticketedEvent } from "./messages.ts";

export const unticketed = {
  /** `unticketed`: to choose in triage what messages are that belong to no ticket. */
  reads: { unticketed: support },
  commands: {
    explainAsking: {
      permission: clockOnly,
      decide: ({ command }) => accept(command, { type: "askingExplained" }),
    },
  },
  events: {
    askingExplained: {
      evolve: () => ({}),
      effects: () => [toConversation({ type: "askingExplained" })],
    },
  },
} satisfies FeatureReads & FeatureRules<UnticketedCommand, UnticketedEvent>;
