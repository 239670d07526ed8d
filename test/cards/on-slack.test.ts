import { expect, test } from "vitest";
import { messageUrl, renderCard } from "../../adapters/slack/outbound/render-card.ts";
import { renderForm } from "../../adapters/slack/outbound/render-form.ts";
import { judgeMessage, judgeView, tooLongInAll } from "../support/fake-slack/judge-blocks.ts";
import type { Json } from "../support/fake-slack/json.ts";
import { everyCard } from "./samples/every-card.ts";
import { everyForm } from "./samples/every-form.ts";
import { audience } from "./samples/sample.ts";

test.each(audience)("Slack accepts every card that Plazo can show in $locale", (viewer) => {
  const refused = everyCard(viewer).flatMap(([name, card]) => {
    const { blocks } = renderCard(card, (ref) => messageUrl("https://fake.slack.com/", ref));
    const faults = judgeMessage(blocks);
    return faults.length > 0 || tooLongInAll(blocks as readonly unknown[] as readonly Json[]) ? [[name, faults]] : [];
  });
  expect(refused).toEqual([]);
});

test.each(audience)("Slack opens every form the bot can show in $locale", (viewer) => {
  const refused = everyForm(viewer).flatMap((form) => {
    const faults = judgeView(renderForm(form, "{}") as unknown as Json);
    return faults.length > 0 ? [[form.action, faults]] : [];
  });
  expect(refused).toEqual([]);
});
