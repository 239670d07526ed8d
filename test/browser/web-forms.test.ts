import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readDesk } from "../../src/db/desk-store.ts";
import { sections } from "../../src/desk/editing/section.ts";
import { sectionPath } from "../../src/web/desk/settings/forms/paths.ts";
import { sampleDocument } from "../support/settings/sample-document.ts";
import { startWorldOn, type World } from "../support/world.ts";
import { noChromium } from "./chromium.ts";
import { expectSound, findings, openPages, type PagesInBrowser } from "./web-pages.ts";

describe.skipIf(noChromium !== "")("the forms of the settings in a browser", () => {
  let world: World;
  let page: Page;
  let pages: PagesInBrowser;
  beforeEach(async () => {
    world = await startWorldOn(sampleDocument);
    world.slack.addUser("U0HOMER", "Homer Simpson");
    world.slack.addChannel("C0GLOBEX", "globex-support", { botIn: false });
    pages = await openPages(world, "slack:U0SAM");
    ({ page } = pages);
  });
  afterEach(async () => {
    await pages.close();
    await world.stop();
    expect(pages.troubles).toEqual([]);
  });

  const visits = (path: string) => page.goto(`${pages.origin}${path}`);

  test("an administrator adds an account with a plan, a contact and a channel, without an id and without YAML", async () => {
    await visits("/desk");
    await page.getByText("Signed in as Sam Root").click();
    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByRole("link", { name: "Accounts" }).last().click();
    await page.getByRole("link", { name: "Add an account" }).click();
    await page.getByLabel("Company name").fill("Globex");
    await page.getByLabel("Find channels by name").fill("globex");
    await page.getByLabel("Find channels by name").press("Enter");
    await page.getByLabel(/#globex-support/).check();
    const contacts = page.getByRole("group", { name: /^Contacts/ });
    await contacts.getByLabel("Find people by name").fill("homer");
    await contacts.getByLabel("Find people by name").press("Enter");
    await contacts.getByLabel(/Homer Simpson/).check();
    expect(await page.getByLabel("Company name").inputValue()).toBe("Globex");
    await page.getByRole("button", { name: "Preview the change" }).last().click();
    await page.getByText("1 answer needs another look.").waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole("alert").getByRole("link", { name: "Plan" }).click();
    await page.getByLabel("Plan", { exact: true }).selectOption({ label: "premium" });
    expect(await page.getByLabel(/#globex-support/).isChecked()).toBe(true);
    await page.getByRole("button", { name: "Preview the change" }).last().click();
    await page.getByRole("heading", { name: "Preview of your changes" }).waitFor();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("status").waitFor();
    expect((await readDesk(world.database.db))?.document).toMatchObject({
      accounts: {
        ...sampleDocument.accounts,
        globex: { name: "Globex", plan: "premium", channels: ["slack:C0GLOBEX"], contacts: ["slack:U0HOMER"] },
      },
    });
  });

  test("axe finds nothing at 1440, 1024 and 390 px in either theme, and no page is wider than the window", async () => {
    const paths = [
      ...sections.map(sectionPath),
      "/desk/settings/people/entry/ana",
      "/desk/settings/accounts/entry/acme",
      "/desk/settings/plans/entry/premium",
      "/desk/settings/plans/new",
      "/desk/settings/calendars/entry/office",
      "/desk/settings/severities/entry/critical",
      "/desk/settings/reminders/entry/0",
      "/desk/settings/replies/new",
      "/desk/settings/people/entry/luis/remove",
      "/desk/settings/replies/order",
      "/desk/settings",
    ];
    await expectSound(pages, { paths });
  });
});
