import { everyone, type FeatureOpenings, type FeatureReads, type FeatureRules } from "../../tickets/rules.ts";
import { toInternal } from "../../tickets/effect.ts";
import type { KnowledgeEvent } from "./messages.ts";

export const knowledge = {
  /** `answerPrompt`: to answer whether an article helped, or which ticket is meant. */
  reads: { answerPrompt: everyone },
  openings: {
    articlesOffered: ({ command: { offeredArticles = [], at, by } }) =>
      offeredArticles.length === 0 ? [] : [{ type: "articlesOffered", at, by, titles: offeredArticles }],
  },
  commands: {},
  events: {
    articlesOffered: {
      evolve: () => ({}),
      effects: ({ titles }) => [toInternal({ type: "articlesOffered", titles })],
    },
  },
} satisfies FeatureReads & FeatureOpenings & FeatureRules<never, KnowledgeEvent>;
