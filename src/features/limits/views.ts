import { numberWords } from "../../i18n/languages.ts";
import type { RefusalSentences } from "../../cards/feature-views.ts";
import { momentWords } from "../../i18n/moment-words.ts";
import { durationWords } from "../../i18n/duration-words.ts";
import type { LimitRefusal } from "./messages.ts";

export const refusals = {
  limited: ({ what, of, limit, until }, { viewer, say }) =>
    say(`refusal.limited.${what}.${of}`, {
      most: numberWords(limit.most, viewer.locale),
      within: durationWords(limit.withinMs, viewer.locale),
      until: momentWords(until, viewer),
    }),
  askedTooOften: ({ what, limit, until }, { viewer, say }) =>
    say(`refusal.askedTooOften.${what}`, {
      most: numberWords(limit.most, viewer.locale),
      within: durationWords(limit.withinMs, viewer.locale),
      until: momentWords(until, viewer),
    }),
} satisfies RefusalSentences<LimitRefusal["reason"]>;
