import type { Card } from "../chat/card.ts";
import type { Desk } from "../domain/desk.ts";
import type { Instant } from "../domain/refs.ts";
import { momentWords } from "./moment-words.ts";
import type { Viewer } from "./reader.ts";
import { sentenceCard } from "./spans.ts";
import { personOf } from "./who.ts";
import { sayIn } from "./words/say.ts";

/** Tells somebody who is out who gets their reminders, or that they are back (`until` null). */
export const awayCard = (person: string, until: Instant | null, desk: Desk, viewer: Viewer): Card => {
  const say = sayIn(viewer.locale);
  if (until === null) return sentenceCard(say("done.back"));
  const deputy = personOf(desk, personOf(desk, person)?.deputy ?? null);
  const time = momentWords(until, viewer);
  return sentenceCard(
    deputy === null
      ? say("done.outAlone", { until: time })
      : say("done.outStandIn", { until: time, name: deputy.name }),
  );
};
