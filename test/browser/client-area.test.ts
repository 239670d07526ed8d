import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { setContactRight } from "../../src/db/access/contact-store.ts";
import { letIn, openClientArea } from "../support/client-area/client-area.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { startWorld, type World } from "../support/world.ts";
import { noChromium } from "./chromium.ts";
import { expectSound, openPages, type PagesInBrowser } from "./web-pages.ts";

const hostile = `"><script>document.title='run'</script><img src=x onerror="document.title='run'"> ' onmouseover='1' </textarea>{{7*7}} hx-get=/x <svg onload=document.title='run'>`;
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

describe.skipIf(noChromium !== "")("the client area in a browser", () => {
  let world: World;
  let page: Page;
  let pages: PagesInBrowser;

  beforeEach(async () => {
    world = await startWorld();
    openClientArea(world);
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

  /** The contact may manage access, and another contact has it. */
  const mayManageAccess = async (): Promise<void> => {
    const at = world.now();
    const { db } = world.database;
    await letIn(world, "Pau", "web:nuria");
    await setContactRight(db, "web:nuria", { right: "managesAccess", given: true, by: "slack:U0ANA", at });
  };

  /** Presses Tab until the element with this name has the focus, as a person without a mouse does. */
  const tabsTo = async (name: RegExp): Promise<void> => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press("Tab");
      const label = await page.evaluate<string>(
        `(() => { const at = document.activeElement; return (at?.labels?.[0] ?? at)?.textContent?.trim() ?? ""; })()`,
      );
      if (name.test(label)) return;
    }
    throw new Error(`Tab never reaches ${String(name)}`);
  };

  test("a contact opens a ticket with the keyboard alone, and lands on its page", async () => {
    await pages.visits("/area");
    await tabsTo(/^Nuevo ticket$/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/area\/new$/);
    await tabsTo(/^¿De qué se trata/);
    await page.keyboard.type("El vídeo no se ve");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await tabsTo(/^¿Qué ocurre/);
    await page.keyboard.type("No se reproduce nada.");
    await tabsTo(/^Abrir ticket$/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/area\/tickets\/1001/);
    await page.waitForLoadState("load");
    expect(await world.ticket()).toMatchObject({ title: "El vídeo no se ve", account: "acme" });
  });

  /** What a screen reader says of the page: role and name of each element, without the parts of which they consist. */
  const readAloud = async (): Promise<readonly string[]> => {
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    await session.detach();
    return nodes.flatMap(({ ignored, role, name }) => (ignored ? [] : [`${role?.value}: ${name?.value ?? ""}`]));
  };
  const unnamed =
    /^(?:link|button|textbox|radio|checkbox|combobox|heading|columnheader|rowheader|navigation|complementary|DisclosureTriangle): $/;

  /** Presses Tab until the focus leaves the page. Returns what had it and cannot be seen to have it, and how far it jumped back. */
  const walks = async (): Promise<readonly string[]> => {
    const amiss: string[] = [];
    for (let presses = 0; ; presses += 1) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate<string | null>(`(() => {
        const at = document.activeElement;
        if (at === null || at === document.body || at.dataset.walked === "yes") return null;
        at.dataset.walked = "yes";
        const { outlineStyle, outlineWidth } = getComputedStyle(at);
        const { width, height, top } = at.getBoundingClientRect();
        const line = Math.round(top + scrollY);
        const isBack = line < (window.lastLine ?? 0) - 60;
        window.lastLine = line;
        const isSeen = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && width > 0 && height > 0;
        return (isSeen ? "" : "unseen ") + (isBack ? "back " : "") + at.tagName + " " + at.textContent.trim().slice(0, 40);
      })()`);
      if (at === null) break;
      if (/^(?:unseen|back) /.test(at)) amiss.push(at);
      expect(presses).toBeLessThan(60);
    }
    return amiss;
  };

  test("each page is walked with Tab from top to bottom, and a screen reader reads a name for everything", async () => {
    await world.opens();
    await world.opens();
    await world.slack.user("U0LUIS").types("C0TRIAGE", "/ticket close 1002");
    await world.settle();
    await mayManageAccess();
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of [
      "/area",
      "/area/new",
      "/area/tickets/1001",
      "/area/tickets/1002",
      "/area/plan",
      "/area/people",
    ]) {
      await pages.visits(path);
      expect([path, await walks()]).toEqual([path, []]);
      const read = await readAloud();
      expect([path, read.filter((each) => unnamed.test(each))]).toEqual([path, []]);
      // One main heading, and no level is left out.
      const levels = await page.evaluate<readonly number[]>(
        `[...document.querySelectorAll("h1, h2, h3, h4")].map(({ tagName }) => Number(tagName[1]))`,
      );
      expect([
        path,
        levels.filter((each) => each === 1),
        levels.every((each, at) => each <= (levels[at - 1] ?? 0) + 1),
      ]).toEqual([path, [1], true]);
    }

    // The first Tab leads past the navigation, and an act is done with Enter and Space.
    await pages.visits("/area/tickets/1001");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await tabsTo(/^Pedir una llamada$/);
    await page.keyboard.press("Space");
    await page.locator("[name='answer.number']").fill("+34 600 111 222");
    await page.keyboard.press("Enter");
    // The answer has the focus, so that it is read. A reload does not repeat it.
    const answer = page.locator("[role=status][data-answer]:focus");
    await answer.waitFor();
    expect(page.url()).toMatch(/\/area\/tickets\/1001$/);
    // It goes with a later change of the page.
    await page.evaluate("{ const { now } = Date; Date.now = () => now() + 11_000; }");
    await world.slack.user("U0LUIS").types("C0TRIAGE", "/ticket close 1001");
    await world.settle();
    await page.getByRole("button", { name: "Reabrir" }).first().waitFor();
    expect(await page.locator("[data-answer]").count()).toBe(0);
    // A message that is not sent takes the focus back to its box.
    await page.getByRole("button", { name: "Enviar" }).click();
    await page.locator("#write:focus").waitFor();
  });

  test("a contact answers with a picture, and sees it", async () => {
    await world.opens();
    await pages.visits("/area/tickets/1001");
    await page.getByRole("textbox", { name: "Su mensaje" }).fill("Así se ve");
    await page.locator("#files").setInputFiles({ name: "pantalla.png", mimeType: "image/png", buffer: png });
    await page.getByRole("button", { name: "Enviar" }).click();
    const shown = page.getByRole("img", { name: "pantalla.png" });
    await shown.waitFor();
    await shown.scrollIntoViewIfNeeded();
    await expect.poll(() => page.evaluate("document.querySelector('img.preview')?.naturalWidth")).toBe(1);
    await world.settle();
    expect(world.slack.files.map(({ name }) => name)).toEqual(["pantalla.png"]);
  });

  test("files that are too large are said before they are sent", async () => {
    await world.opens();
    await pages.visits("/area/tickets/1001");
    const files = page.locator("#files");
    // A file of the disk: Playwright would send its bytes to the browser in base64.
    const folder = mkdtempSync(join(tmpdir(), "plazo-video-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const video = join(folder, "video.mp4");
    writeFileSync(video, "");
    truncateSync(video, 10 * 1024 * 1024 + 1);
    await files.setInputFiles(video);
    expect(await page.evaluate("document.querySelector('#files').validationMessage")).toContain("demasiado");
    await files.setInputFiles([]);
    expect(await page.evaluate("document.querySelector('#files').validationMessage")).toBe("");
  });

  test("an open ticket changes by itself, and what is being written stays, also over a reload", async () => {
    await world.opens();
    await pages.visits("/area/tickets/1001");
    const box = page.getByRole("textbox", { name: "Su mensaje" });
    await box.fill("Media frase");
    await world.slack.user("U0LUIS").types("C0TRIAGE", "/ticket close 1001");
    await world.settle();
    await page.getByRole("button", { name: "Reabrir" }).first().waitFor();
    expect(await box.inputValue()).toBe("Media frase");
    await page.reload();
    expect(await box.inputValue()).toBe("Media frase");
  });

  test("an open ticket is drawn again when its due time passes, by the clock of the page alone", async () => {
    await world.opens();
    // A stream that tells nothing, and a page that does not ask by itself twice a minute.
    const asksRarely = await page.addInitScript(
      "{ const { setInterval } = window; window.setInterval = (work, ms) => (ms === 30_000 ? 0 : setInterval(work, ms)); }",
    );
    const silent = { status: 200, contentType: "text/event-stream", body: "retry: 600000\n\n" };
    await page.route("**/area/live*", (route) => route.fulfill(silent));
    await pages.visits("/area/tickets/1001");
    await page.waitForLoadState("load");
    await asksRarely.dispose();
    const escalate = page.getByRole("button", { name: "A la dirección de soporte" });
    expect(await escalate.count()).toBe(0);
    await world.pass(4 * 60 + 1);
    await page.evaluate("{ const { now } = Date; Date.now = () => now() + 4 * 3_600_000 + 60_000; }");
    await escalate.waitFor();
  });

  test("nothing that a person writes runs, and a browser loads nothing for it", async () => {
    const requests: string[] = [];
    page.on("request", (request) => void requests.push(request.url()));
    await world.opens({ description: hostile });
    await pages.visits("/area/tickets/1001");
    await page.getByRole("textbox", { name: "Su mensaje" }).fill(`${hostile}\njavascript:alert(4)`);
    await page.locator("#files").setInputFiles({ name: `"><img src=x>.png`, mimeType: "image/png", buffer: png });
    await page.getByRole("button", { name: "Enviar" }).click();
    await page.locator("#messages", { hasText: "javascript:alert(4)" }).waitFor();
    for (const path of ["/area", "/area/tickets/1001", "/area/people"]) {
      await pages.visits(path);
      await page.waitForLoadState("load");
      expect(await page.title()).not.toBe("run");
    }
    expect(requests.filter((url) => !/^http:\/\/[\d.:]+\/(?:area|desk\/assets)/.test(url))).toEqual([]);
  });

  test("a contact who may manage access withdraws another's, after a question", async () => {
    await mayManageAccess();
    await pages.visits("/area/people");
    const row = page.getByRole("row", { name: "Pau" });
    await row.locator("summary").click();
    await row.getByRole("button", { name: "Retirar el acceso" }).click();
    await page.getByText("Pau ya no tiene acceso").waitFor();
    await pages.visits("/area/people");
    expect(await page.getByRole("row", { name: "Pau" }).count()).toBe(0);
    expect(await page.getByRole("row", { name: "Núria" }).locator("summary").count()).toBe(0);
  });

  const rowsOfNavigation = () =>
    page.evaluate("new Set([...document.querySelectorAll('.sections a')].map((each) => each.offsetTop)).size");

  test("axe finds nothing at 1440, 1024 and 390 px, in the light and in the dark", async () => {
    await world.opens();
    await world.opens();
    await world.slack.user("U0LUIS").types("C0TRIAGE", "/ticket reply 1001 Lo miramos.");
    await world.slack.user("U0LUIS").types("C0TRIAGE", "/ticket close 1002");
    await world.settle();
    const paths = [
      "/area",
      "/area?which=resolved",
      "/area/new",
      "/area/tickets/1001",
      "/area/tickets/1002",
      "/area/plan",
      "/area/people",
    ];
    await mayManageAccess();
    await expectSound(pages, { paths, opens: "details.why > summary, details.confirm > summary" });
    expect(await rowsOfNavigation()).toBe(1);
  });

  test.each(["en", "pt"] as const)("the pages fit and axe finds nothing in %s on a phone", async (locale) => {
    const acme = sampleDesk.accounts["acme"] ?? expect.fail("no account");
    await world.applies({ ...sampleDesk, accounts: { ...sampleDesk.accounts, acme: { ...acme, locale } } });
    await world.opens();
    await mayManageAccess();
    const paths = ["/area", "/area/new", "/area/tickets/1001", "/area/plan", "/area/people"];
    await expectSound(pages, { paths, widths: [390] });
    expect(await rowsOfNavigation()).toBe(1);
    expect(await page.locator("html").getAttribute("lang")).toMatch(new RegExp(`^${locale}`));
  });
});
