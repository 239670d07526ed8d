import { numberText } from "../../i18n/languages.ts";
import type { RefusalSentences } from "../../cards/feature-views.ts";
import { momentText } from "../../i18n/moment-text.ts";
import { durationText } from "../../i18n/duration-text.ts";
import type { LimitRefusal } from "./messages.ts";

export const refusals = {
  limited: ({ what, of, limit, until }, { viewer, say }) =>
    say(`refusal.limited.${what}.${of}`, {
      most: numberText(limit.most, viewer.locale),
      within: durationText(limit.withinMs, viewer.locale),
      until: momentText(until, viewer),
    }),
  askedTooOften: ({ what, limit, until }, { viewer, say }) =>
    say(`refusal.askedTooOften.${what}`, {
      most: numberText(limit.most, viewer.locale),
      within: durationText(limit.withinMs, viewer.locale),
      until: momentText(until, viewer),
    }),
} satisfies RefusalSentences<LimitRefusal["reason"]>;
