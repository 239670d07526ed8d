import type { Card } from "../chat/card.ts";
import type { Reader } from "./reader.ts";
import { sentenceCard } from "./spans.ts";
import { sayIn } from "./words/say.ts";

/** Owns up to a fault of ours. Only to be said once the happening is recorded, for it promises that nothing was lost. */
export const brokenCard = (reader: Reader): Card => sentenceCard(sayIn(reader.locale)("problem.broken"));
