import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { readDesk } from "../../src/db/desk-store.ts";
import { sampleDocument } from "../support/settings/sample-document.ts";
import { storeProposalOf } from "../support/settings/settings-world.ts";
import { startWorldOn, type World } from "../support/world.ts";
import { noChromium } from "./chromium.ts";
import { expectSound, openPages, type PagesInBrowser } from "./web-pages.ts";

const { ana: _, ...withoutAna } = sampleDocument.people;
const { accounts, plans } = sampleDocument;
/** Ana leaves, Acme's tickets become more urgent, and there is one more account. */
const changed = {
  ...sampleDocument,
  desk: "Our Support",
  people: withoutAna,
  plans: { ...plans, premium: { calendar: "always", targets: { high: { firstResponse: "PT2H" } } } },
  accounts: { ...accounts, beta: { name: "Beta Media", plan: "standard", channels: ["slack:C0RANDOM"] } },
};

describe.skipIf(noChromium !== "")("the settings in a browser", () => {
  let world: World;
  let pages: PagesInBrowser;
  let page: Page;
  beforeEach(async () => {
    world = await startWorldOn(sampleDocument);
    await world.opens();
    await world.slack.user("U0ANA").presses(world.card(), "Claim");
    await world.settle();
    pages = await openPages(world, "slack:U0SAM");
    ({ page } = pages);
  });
  afterEach(async () => {
    await pages.close();
    await world.stop();
    expect(pages.troubles).toEqual([]);
  });

  const inForce = async () => (await readDesk(world.database.db)) ?? expect.fail("no desk");

  test("an administrator imports a desk, hands over what a person had, saves, and restores the version before", async () => {
    await pages.visits("/desk");
    await page.locator("summary", { hasText: "Signed in as Sam Root" }).click();
    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByRole("link", { name: "Import and export" }).click();
    await page.getByLabel("Or paste it here").fill(stringify(changed));
    await page.getByRole("button", { name: "Check and preview" }).click();
    await page.getByRole("heading", { name: "1 fault must be corrected first" }).waitFor();
    await page.getByText("accounts.acme.manager").waitFor();
    await page.getByLabel("Or paste it here").fill(stringify({ ...changed, people: sampleDocument.people }));
    await page.getByRole("button", { name: "Check and preview" }).click();
    await page.getByRole("heading", { name: "Preview of your changes" }).waitFor();
    await page.getByRole("button", { name: "Save and re-plan" }).click();
    await page.getByRole("status").getByText("Version 2 is in force").waitFor();
    await world.settle();
    expect((await inForce()).document).toMatchObject({ desk: "Our Support" });
    expect((await world.ticket()).sla.clocks[0]?.target.due).toBe(world.now() + 2 * 3_600_000);

    await page.goto(`${pages.origin}${await storeProposalOf(world, "slack:U0SAM", changed)}`);
    await page.getByLabel("Successor of Ana Ruiz").selectOption({ label: "Luis Gil" });
    await page.getByRole("button", { name: "Hand over" }).click();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("status").getByText("Version 3 is in force").waitFor();
    await world.settle();
    expect(await world.ticket()).toMatchObject({ assignee: "luis" });

    await page.getByRole("link", { name: "Versions" }).click();
    await page
      .locator("summary")
      .filter({ hasText: /entries? differ/ })
      .first()
      .click();
    await page.getByText("Ana Ruiz").first().waitFor();
    await page.getByRole("button", { name: "Restore version 2" }).click();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("status").getByText("Version 4 is in force").waitFor();
    expect((await inForce()).document).toMatchObject({ people: { ana: { name: "Ana Ruiz" } } });
  });

  test("axe finds nothing at 1440, 1024 and 390 px, in the light and in the dark", async () => {
    const behind = await storeProposalOf(world, "slack:U0SAM", { ...sampleDocument, desk: "Mine" });
    await page.goto(
      `${pages.origin}${await storeProposalOf(world, "slack:U0SAM", { ...sampleDocument, grace: "30%" })}`,
    );
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("status").getByText("Version 2").waitFor();
    const handedOver = { ...changed, accounts: { ...changed.accounts, acme: { ...accounts.acme, manager: "luis" } } };
    const paths = [
      "/desk/settings",
      "/desk/settings/versions",
      "/desk/settings/file",
      behind,
      await storeProposalOf(world, "slack:U0SAM", changed),
      await storeProposalOf(world, "slack:U0SAM", handedOver),
      `${await storeProposalOf(world, "slack:U0SAM", handedOver)}/rehearsal`,
    ];
    await expectSound(pages, { paths, opens: ".panel > details > summary" });
  });
});
