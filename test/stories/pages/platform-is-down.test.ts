import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sayIn } from "../../../src/i18n/say.ts";
import { doesOn, timesIn, visibleOn } from "../../support/pages/does.ts";
import { startPagesStage, type PagesStage } from "../../support/pages/stage.ts";
import { inEnglish } from "../../support/sentences.ts";
import { until } from "../../support/until.ts";

const en = sayIn("en");
const ticket = "/desk/tickets/1001";

describe.each(["slack", "discord"] as const)("while %s is down", (platform) => {
  let stage: PagesStage;
  beforeEach(async () => {
    stage = await startPagesStage(platform);
  });
  afterEach(() => stage.stop());

  test("the web desk works and says what waits; when the platform is back, everything arrives once", async () => {
    const { chat, pages, world } = stage;
    await stage.opens("El vídeo no se ve", "No se reproduce nada.");
    const luis = await pages.signedIn(stage.refOf("luis"));
    const isSaid = async (path: string): Promise<boolean> =>
      inEnglish("web.waits").test(visibleOn(await luis.page(path)));
    expect([await isSaid("/desk"), await isSaid(ticket)]).toEqual([false, false]);

    world[platform].goesDown();
    await doesOn(luis, ticket, en("button.claim"));
    for (const [button, text] of [
      [en("form.replySubmit"), "Lo estamos mirando."],
      [en("form.noteSubmit"), "canary: the encoder"],
    ] as const)
      await luis.press(await luis.page(ticket), button, { "answer.text": text });
    await world.settle();
    expect(await world.ticket()).toMatchObject({ assignee: "luis", replies: 1, notes: 1 });
    expect(visibleOn(await luis.page(ticket))).toContain("Lo estamos mirando.");
    expect([await isSaid("/desk"), await isSaid(ticket)]).toEqual([true, true]);
    expect(visibleOn(await luis.page(ticket))).toMatch(inEnglish("web.waits", { why: "HTTP 503" }));
    const reads = () => [
      timesIn(chat.below(stage.customerCard()), "Lo estamos mirando."),
      timesIn(chat.below(stage.triageCard()), "the encoder"),
      stage.triageCard().text.includes(`[${en("button.claim")}]`) ? 0 : 1,
    ];
    expect(reads()).toEqual([0, 0, 0]);

    world[platform].comesUp();
    if (platform === "discord") await until("Discord is connected", () => world.discord.gateway.connections() === 1);
    await world.pass(1);
    await world.pass(1);
    expect(reads()).toEqual([1, 1, 1]);
    expect([await isSaid("/desk"), await isSaid(ticket)]).toEqual([false, false]);

    // Both ways: the customer's answer is on the page.
    await chat.writes("carla", stage.customerCard(), "Gracias, aquí espero.");
    await world.settle();
    expect(visibleOn(await luis.page(ticket))).toContain("Gracias, aquí espero.");
    expect(stage.carlaReads()).not.toContain("canary");
  });
});
