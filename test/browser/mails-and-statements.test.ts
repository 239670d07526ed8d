import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { promisingDesk } from "../support/sample-desk.ts";
import { mailDesk, nuria, startMailWorld, type MailWorld } from "../support/mail/mail-world.ts";
import { noChromium } from "./chromium.ts";
import { expectSound, openPages, type PagesInBrowser } from "./web-pages.ts";

describe.skipIf(noChromium !== "")("mails that wait and statements in a browser", () => {
  let given: MailWorld;
  let pages: PagesInBrowser;
  let page: Page;
  beforeEach(async () => {
    given = await startMailWorld({ ...promisingDesk, mail: mailDesk.mail });
  });
  const opens = async (): Promise<void> => {
    pages = await openPages(given.world, "slack:U0ANA");
    ({ page } = pages);
  };
  afterEach(async () => {
    await pages.close();
    await given.stop();
    expect(pages.troubles).toEqual([]);
  });
  const isShown = (text: string): Promise<void> => page.getByText(text, { exact: true }).first().waitFor();

  test("a manager reads a mail that waits, names its account, and mutes another sender", async () => {
    await given.mails({
      from: "Eve Long-Name of the Operations Centre <eve.of.the.operations.centre@elsewhere.example>",
      cc: "bob@elsewhere.example, Ana <ana@elsewhere.example>",
      subject: `No picture on ${"channel-".repeat(12)}`,
      text: `Nothing plays.\n\n${"word".repeat(60)}`,
      files: [{ name: "player.log", type: "text/plain", content: "error 42" }],
    });
    await given.mails({ from: "shop@elsewhere.example", subject: "Buy" });
    await opens();
    await expectSound(pages, { paths: ["/desk/mails", "/desk/mails/1"] });
    await page.getByLabel("Account").selectOption("acme");
    await page.getByRole("button", { name: "It is from this account" }).click();
    await isShown("Taken in. The ticket is in the queue in a moment.");
    await given.world.settle();
    expect(await given.became()).toEqual(["opens", "stranger unknown"]);
    await page.getByRole("link", { name: "Buy" }).click();
    await page.getByRole("button", { name: "Mute the sender" }).click();
    await page.getByRole("button", { name: "Show new mails of shop@elsewhere.example" }).waitFor();
  });

  test("a manager writes why a target was missed and sends the statement, and the customer reads it", async () => {
    const { world } = given;
    await given.mails({ from: nuria, subject: "No picture" });
    await world.pass(30 * 60);
    const luis = world.slack.user("U0LUIS");
    await luis.presses(world.card(), "reply");
    await luis.submits({ text: "It works again." });
    await world.settle();
    await luis.types("C0TRIAGE", "/ticket close 1001");
    await world.settle();
    await world.pass(24 * 24 * 60);
    // A sign-in ends before that.
    await opens();
    await pages.visits("/desk/statements?account=acme");
    await page.getByLabel("Period").fill("2026-01");
    await page.getByRole("button", { name: "Make a draft" }).click();
    await page.waitForURL(/\/desk\/statements\/\d+$/);
    const path = new URL(page.url()).pathname;
    await page.locator("textarea").first().fill("The on-call phone was out of battery.");
    for (const each of (await page.locator("textarea").all()).slice(1)) await each.fill("The same.");
    await page.getByRole("button", { name: "Save" }).click();
    await expectSound(pages, { paths: ["/desk/statements", path] });
    await page.locator("summary", { hasText: "Send" }).click();
    await page.getByRole("button", { name: "Yes, send it" }).click();
    await page.waitForURL(/did=sent/);
    await expectSound(pages, { paths: [path], widths: [1440, 390] });
    const browser = await given.area.web.signedIn("web:nuria");
    const [name = "", value = ""] = browser.cookie?.split("=") ?? [];
    await page.context().addCookies([{ name, value, url: pages.origin, httpOnly: true, sameSite: "Lax" }]);
    await expectSound(pages, { paths: ["/area/statements", path.replace("/desk", "/area")], widths: [1440, 390] });
    expect(await page.textContent("main")).toContain("The on-call phone was out of battery.");
  });
});
