import type { Card } from "../chat/card.ts";
import type { CustomerLimits } from "../domain/limits.ts";
import { durationWords } from "./duration-words.ts";
import { sizeWords } from "./file-words.ts";
import type { Reader } from "./reader.ts";
import { sentenceCard } from "./spans.ts";
import { sayIn } from "./words/say.ts";

/** Tells a customer that files were not carried because they, or their company, used up the limit. */
export const filesLimitedCard = (
  count: number,
  { most, bytes, withinMs }: CustomerLimits["files"],
  reader: Reader,
): Card =>
  sentenceCard(
    sayIn(reader.locale)("refusal.filesLimited", {
      count,
      most: new Intl.NumberFormat(reader.locale).format(most),
      size: sizeWords(bytes, reader),
      within: durationWords(withinMs, reader.locale),
    }),
  );
