import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readContacts } from "../../src/db/access/contact-store.ts";
import { notesOfAccount, writeAccountNote } from "../../src/db/accounts/note-store.ts";
import { promisingDesk } from "../support/sample-desk.ts";
import { startWorld, type World } from "../support/world.ts";
import { noChromium } from "./chromium.ts";
import { expectSound, findings, openPages, type PagesInBrowser } from "./web-pages.ts";

const acme = "/desk/accounts/acme";

describe.skipIf(noChromium !== "")("accounts on the web desk in a browser", () => {
  let world: World;
  let pages: PagesInBrowser;
  let page: Page;
  beforeEach(async () => {
    world = await startWorld("http", promisingDesk);
    await world.opens();
    pages = await openPages(world, "slack:U0ANA");
    ({ page } = pages);
  });
  afterEach(async () => {
    await pages.close();
    await world.stop();
    expect(pages.troubles).toEqual([]);
  });

  const notes = async () => (await notesOfAccount(world.database.db, "acme", 10)).map(({ text }) => text);

  test("a manager lets a colleague of the customer in and out", async () => {
    await pages.visits("/desk");
    await page.getByRole("heading", { name: "My accounts", level: 1 }).waitFor();
    await page.getByRole("region", { name: "My accounts", exact: true }).getByRole("link", { name: "Acme TV" }).click();
    await page.waitForURL(/\/desk\/accounts\/acme$/);
    await page.locator("summary", { hasText: "Invite a person" }).click();
    await page.getByLabel("E-mail address").fill("no address");
    await page.getByRole("button", { name: "Invite", exact: true }).click();
    await page.getByText("This is not an e-mail address.").waitFor();
    await page.getByLabel("E-mail address").fill("nuria@acme.example");
    await page.getByLabel(/^Name/).fill("Núria Pons");
    await page.getByRole("button", { name: "Invite", exact: true }).click();
    const link = await page.getByRole("link", { name: /sign-in/ }).textContent();
    expect(await findings(page)).toEqual([]);
    const path = new URL(link ?? "").pathname;
    const nuria = pages.web.browser();
    expect((await nuria.post(path, {})).headers.get("location")).toBe("/area");

    await page.getByRole("link", { name: "Back to the account" }).click();
    const row = page.getByRole("row", { name: /Núria Pons/ });
    await row.locator("summary", { hasText: "Withdraw access" }).click();
    await row.getByRole("button", { name: "Withdraw access" }).click();
    await page.getByRole("status").getByText("Núria Pons has no access to Acme TV any more.").waitFor();
    expect(await row.count()).toBe(0);
    expect((await nuria.get("/area")).headers.get("location")).toBe("/area/sign-in");
    expect((await readContacts(world.database.db)).map(({ withdrawnAt }) => withdrawnAt !== null)).toEqual([true]);
  });

  test("a manager writes a note, changes it, reads it beside a ticket, and deletes it", async () => {
    await pages.visits(acme);
    await page.getByLabel("New note").fill("Prefers calls.\nBefore noon.");
    await page.getByRole("button", { name: "Add the note" }).click();
    await page.locator(".note blockquote", { hasText: "Before noon." }).waitFor();
    await page.locator(".note summary", { hasText: "Edit" }).click();
    const box = page.getByLabel("Note", { exact: true });
    expect(await box.inputValue()).toBe("Prefers calls.\nBefore noon.");
    await box.fill("Prefers mails.");
    await page.getByRole("button", { name: "Save" }).click();
    await page.locator(".note blockquote", { hasText: "Prefers mails." }).waitFor();
    expect(await notes()).toEqual(["Prefers mails."]);
    await page.getByRole("link", { name: "T-1001", exact: true }).first().click();
    await page.locator("#account", { hasText: "Prefers mails." }).getByRole("link", { name: "Acme TV" }).click();
    await page.locator(".note summary", { hasText: "Delete" }).click();
    await page.getByRole("button", { name: "Delete the note" }).click();
    await page.getByText("There are no notes yet.").waitFor();
    expect(await notes()).toEqual([]);
  });

  test("an open page shows a new ticket by itself, and keeps what is being written", async () => {
    await pages.visits(acme);
    await page.getByLabel("New note").fill("Half a sentence");
    await page.locator("summary", { hasText: "Invite a person" }).click();
    await page.getByLabel("E-mail address").fill("nuria@");
    await world.opens();
    await page.getByRole("link", { name: "T-1002", exact: true }).waitFor();
    expect(await page.getByLabel("New note").inputValue()).toBe("Half a sentence");
    expect(await page.getByLabel("E-mail address").inputValue()).toBe("nuria@");
  });

  test("axe finds nothing at 1440, 1024 and 390 px, in the light and in the dark", async () => {
    const long = "A-very-long-word-without-any-break-".repeat(6);
    await writeAccountNote(
      world.database.db,
      { key: "one", account: "acme", text: long },
      { by: "ana", at: world.now() },
    );
    await pages.visits(acme);
    await page.locator("summary", { hasText: "Invite a person" }).click();
    await page.getByLabel("E-mail address").fill("nuria.with.a.rather.long.name@subdomain.acme.example");
    await page.getByLabel(/^Name/).fill(long.slice(0, 70));
    await page.getByRole("button", { name: "Invite", exact: true }).click();
    await page.getByRole("link", { name: "Back to the account" }).waitFor();
    const paths = [
      "/desk",
      "/desk/accounts",
      "/desk/accounts?q=nothing",
      acme,
      "/desk/accounts/northwind",
      "/desk/accounts/nothing",
      "/desk/tickets/1001",
    ];
    await expectSound(pages, {
      paths,
      whenLoaded: async () => {
        await page.evaluate("for (const each of document.querySelectorAll('main details')) each.open = true");
        // A browser reports a page that is not there.
        if (page.url().endsWith("/desk/accounts/nothing")) pages.troubles.length = 0;
      },
    });
  });
});
