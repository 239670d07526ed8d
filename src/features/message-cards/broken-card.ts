import type { Card } from "../../chat/card.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { sentenceCard } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

/** Owns up to a fault of ours. Only to be said once the inbound event is recorded, for it promises that nothing was lost. */
export const errorCard = (viewer: Viewer): Card => sentenceCard(sayIn(viewer.locale)("problem.broken"));
