import type { Card } from "../chat/card.ts";
import type { Desk } from "../domain/desk.ts";
import type { Instant } from "../domain/refs.ts";
import { momentWords } from "./moment-words.ts";
import type { Reader } from "./reader.ts";
import { sentenceCard } from "./spans.ts";
import { personOf } from "./who.ts";
import { sayIn } from "./words/say.ts";

/** Tells somebody who is out who gets their reminders, or that they are back (`until` null). */
export const awayCard = (person: string, until: Instant | null, desk: Desk, reader: Reader): Card => {
  const say = sayIn(reader.locale);
  if (until === null) return sentenceCard(say("done.back"));
  const deputy = personOf(desk, personOf(desk, person)?.deputy ?? null);
  const time = momentWords(until, reader);
  return sentenceCard(
    deputy === null
      ? say("done.outAlone", { until: time })
      : say("done.outStandIn", { until: time, name: deputy.name }),
  );
};
