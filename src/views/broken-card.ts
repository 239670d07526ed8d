import type { Card } from "../chat/card.ts";
import type { Viewer } from "./reader.ts";
import { sentenceCard } from "./spans.ts";
import { sayIn } from "./words/say.ts";

/** Owns up to a fault of ours. Only to be said once the inbound event is recorded, for it promises that nothing was lost. */
export const errorCard = (viewer: Viewer): Card => sentenceCard(sayIn(viewer.locale)("problem.broken"));
