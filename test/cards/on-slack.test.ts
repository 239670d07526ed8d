import { expect, test } from "vitest";
import { messageUrl, renderCard } from "../../adapters/slack/outbound/render-card.ts";
import { judgeMessage, tooLongInAll } from "../support/fake-slack/judge-blocks.ts";
import type { Json } from "../support/fake-slack/json.ts";
import { everyCard } from "./every-card.ts";
import { audience } from "./sample.ts";

test.each(audience)("Slack accepts every card that Plazo can show in $locale", (viewer) => {
  const refused = everyCard(viewer).flatMap(([name, card]) => {
    const { blocks } = renderCard(card, (ref) => messageUrl("https://fake.slack.com/", ref));
    const faults = judgeMessage(blocks);
    return faults.length > 0 || tooLongInAll(blocks as readonly unknown[] as readonly Json[]) ? [[name, faults]] : [];
  });
  expect(refused).toEqual([]);
});
