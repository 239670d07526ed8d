import { numberText } from "../../i18n/languages.ts";
import type { Card } from "../../chat/card.ts";
import type { CustomerLimits } from "../../tickets/limits.ts";
import { durationText } from "../../i18n/duration-text.ts";
import { sizeText } from "./file-texts.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { sentenceCard } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

/** Tells a customer that files were not copied because they or their company reached the limit. */
export const filesLimitedCard = (
  count: number,
  { most, bytes, withinMs }: CustomerLimits["files"],
  viewer: Viewer,
): Card =>
  sentenceCard(
    sayIn(viewer.locale)("refusal.filesLimited", {
      count,
      most: numberText(most, viewer.locale),
      size: sizeText(bytes, viewer),
      within: durationText(withinMs, viewer.locale),
    }),
  );
