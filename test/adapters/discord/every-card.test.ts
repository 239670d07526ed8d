import { expect, test } from "vitest";
import { renderCard } from "../../../adapters/discord/outbound/render-card.ts";
import type { Json } from "../../support/fake-discord/json.ts";
import { judgeMessage } from "../../support/fake-discord/judge-message.ts";
import { judgeByDocument } from "../../support/fake-discord/judge-openapi.ts";
import { everyCard } from "../../cards/samples/every-card.ts";
import { audience } from "../../cards/samples/sample.ts";

test.each(audience)("Discord accepts every card that Plazo can show in $locale", (viewer) => {
  const refused = everyCard(viewer).flatMap(([name, card]) => {
    const content = renderCard(card, () => "https://discord.com/channels/1/2/3");
    const body = content as unknown as Json;
    const faults = [...judgeMessage(body, content.flags), ...judgeByDocument("create_message", body)];
    return faults.length > 0 ? [[name, faults]] : [];
  });
  expect(refused).toEqual([]);
});
