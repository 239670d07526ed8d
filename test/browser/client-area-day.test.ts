import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sayIn } from "../../src/i18n/say.ts";
import { letIn, linkIn, openClientArea, type ClientArea } from "../support/client-area/client-area.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { startWorld, type World } from "../support/world.ts";
import { noChromium } from "./chromium.ts";
import { openPages, type PagesInBrowser } from "./web-pages.ts";

const say = sayIn("es");

describe.skipIf(noChromium !== "")("a customer without chat", () => {
  let world: World;
  let area: ClientArea;
  let page: Page;
  let pages: PagesInBrowser;

  beforeEach(async () => {
    world = await startWorld();
    area = openClientArea(world);
    await letIn(world, "Núria");
    await world.applies(sampleDesk);
    pages = await openPages(world, "web:nuria");
    ({ page } = pages);
  });
  afterEach(async () => {
    await pages.close();
    await world.stop();
    expect(pages.troubles).toEqual([]);
  });

  /** A member of the staff types in triage, and what follows is done. */
  const staffTypes = async (user: string, text: string, channel = "C0TRIAGE"): Promise<void> => {
    await world.slack.user(user).types(channel, text);
    await world.settle();
  };
  const presses = (name: string) => page.getByRole("button", { name, exact: true }).click();

  test("lives in the client area for a day, on a phone", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    // The account manager invites, and the mail opens the area.
    await staffTypes("U0ANA", "/ticket invite vera@acme.example Vera", "C0ACME");
    await page.goto(`${pages.origin}${linkIn(area.mails.at(-1)?.card ?? expect.fail("no mail"))}`);
    expect(await page.locator("main").innerText()).toContain(
      say("area.invitedBy", { inviter: "Ana Ruiz", account: "Acme TV" }),
    );
    await page.locator("main form button").click();
    await page.waitForURL(/\/area$/);

    // She opens a ticket.
    await page
      .getByRole("link", { name: say("area.newTicket") })
      .last()
      .click();
    await page.locator("[name='answer.title']").fill("No hay señal");
    await page.locator("[name='answer.severity'][value=high]").check();
    await page.locator("[name='answer.description']").fill("Desde las nueve.");
    await page.locator("main form button[type=submit]").click();
    await page.waitForURL(/\/area\/tickets\/1001/);

    // She asks for a call, and the team reads her number.
    await presses(say("button.requestCall"));
    await page.locator("[name='answer.number']").fill("+34 600 111 222");
    await page.locator("main form button[type=submit]").click();
    await page.waitForURL(/\/area\/tickets\/1001/);
    await world.settle();
    expect(await world.ticket()).toMatchObject({ callBack: { number: "+34 600 111 222" } });

    // The team misses the first answer, and the contact escalates to the head of support.
    await world.pass(5 * 60);
    // The browser's clock stands: it does not know that the due time has passed.
    await page.reload();
    await presses(say("button.escalate"));
    await page
      .getByText(say("done.escalated", { ticket: "T-1001" }), { exact: false })
      .first()
      .waitFor();
    expect(await world.ticket()).toMatchObject({ escalation: { by: "Vera" } });
    // The page names both requests until the team has done them.
    await world.settle();
    for (const asked of ["area.askedCall", "area.askedHead"] as const) {
      const [begin = ""] = say(asked, { at: "|" }).split("|");
      await page.locator("#live aside").getByText(begin, { exact: false }).waitFor();
    }

    // The answer appears on the open page, and comes by mail with its text and a link.
    await world.slack.user("U0LUIS").presses(world.card(), "reply");
    await world.slack.user("U0LUIS").submits({ text: "Ya está resuelto, ¿lo ve bien?" });
    await world.settle();
    await world.pass(1);
    await page.locator("#messages", { hasText: "Ya está resuelto" }).waitFor();
    const mail = JSON.stringify(area.mails.at(-1));
    expect(mail).toContain("Ya está resuelto, ¿lo ve bien?");
    expect(mail).toContain("/area/tickets/1001");

    // She answers, closes, opens again, and closes.
    await page.getByRole("textbox", { name: say("area.write") }).fill("Sí, gracias.");
    await presses(say("area.send"));
    await page.locator("#messages", { hasText: "Sí, gracias." }).waitFor();
    const closes = async (): Promise<void> => {
      await page.locator("details.confirm > summary", { hasText: say("button.close") }).click();
      await page.locator("details.confirm[open] button").click();
      await page.getByRole("button", { name: say("button.reopen"), exact: true }).waitFor();
    };
    await closes();
    await presses(say("button.reopen"));
    await page.locator("details.confirm > summary", { hasText: say("button.close") }).waitFor();
    expect((await world.ticket()).status).not.toBe("resolved");
    await staffTypes("U0LUIS", "/ticket close 1001");
    await page.getByText(say("rating.question")).waitFor();

    // She rates with words, which the staff read and her colleague does not.
    await presses(say("rating.score.ok"));
    await presses(say("rating.comment"));
    await page.locator("[name='answer.score'][value=good]").check();
    await page.locator("[name='answer.comment']").fill("Rápidos al final.");
    await presses(say("rating.formSubmit"));
    await page.getByText(say("rating.thanksForComment", { name: "Vera", score: say("rating.score.good") })).waitFor();
    await world.settle();
    expect((await world.ticket()).rating?.given).toMatchObject({ score: "good", comment: "Rápidos al final." });
    expect(world.card().text).toContain("Rápidos al final.");
    expect(await page.locator("body").innerText()).not.toContain("Rápidos al final.");
  });
});
