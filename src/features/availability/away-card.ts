import { personOf } from "../../tickets/people.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Card } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";

import { momentText } from "../../i18n/moment-text.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { sentenceCard } from "../../i18n/spans.ts";

import { sayIn } from "../../i18n/say.ts";

/** Tells an absent person who gets their reminders, or that they are back (`until` null). */
export const awayCard = (person: string, until: Instant | null, desk: Desk, viewer: Viewer): Card => {
  const say = sayIn(viewer.locale);
  if (until === null) return sentenceCard(say("done.back"));
  const deputy = personOf(desk, personOf(desk, person)?.deputy ?? null);
  const time = momentText(until, viewer);
  return sentenceCard(
    deputy === null
      ? say("done.outAlone", { until: time })
      : say("done.outStandIn", { until: time, name: deputy.name }),
  );
};
