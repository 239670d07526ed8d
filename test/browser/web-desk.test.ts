import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { WebDesk } from "../support/web-desk.ts";
import { startWorld, type World } from "../support/world.ts";
import { noChromium } from "./chromium.ts";
import { expectSound, findings, openPages, type PagesInBrowser } from "./web-pages.ts";

const hostile = `"><script>document.title='run'</script><img src=x onerror="document.title='run'"> ' onmouseover='1' </textarea>{{7*7}} hx-get=/x <svg onload=document.title='run'>`;

describe.skipIf(noChromium !== "")("the web desk in a browser", () => {
  let world: World;
  let web: WebDesk;
  let origin = "";
  let page: Page;
  let pages: PagesInBrowser;

  beforeEach(async () => {
    world = await startWorld();
    pages = await openPages(world, "slack:U0LUIS");
    ({ web, origin, page } = pages);
  });
  afterEach(async () => {
    await pages.close();
    await world.stop();
    expect(pages.troubles).toEqual([]);
  });

  const visits = (path: string) => page.goto(`${origin}${path}`);

  test("an agent works with the keyboard alone: finds a ticket, claims it and answers", async () => {
    await world.opens();
    await world.opens({ description: "The encoder is a Teradek." });
    // This once a person signs in with a link, as outside of tests.
    await page.context().clearCookies();
    await visits(await web.link("slack:U0LUIS"));
    await page.locator("main form button").click();
    await page.waitForURL(/\/desk$/);
    await page.keyboard.press("/");
    await page.keyboard.type("teradek");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=teradek/);
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/desk\/tickets\/1002$/);
    await page.keyboard.press("c");
    await expect.poll(async () => (await world.ticket(1002)).assignee).toBe("luis");
    await page.waitForURL(/answer=/);
    await page.keyboard.press("r");
    await page.keyboard.type("cjk/? We look into it.");
    expect(await page.getByRole("textbox", { name: /Your reply/ }).inputValue()).toBe("cjk/? We look into it.");
    await page.getByRole("button", { name: "Send to customer" }).click();
    await page.getByText("cjk/? We look into it.").first().waitFor();
    await world.passSeconds(60);
    expect(await world.ticket(1002)).toMatchObject({ replies: 1 });
  });

  test("an open ticket changes by itself, and what is being written stays, also over a reload", async () => {
    await world.opens();
    await visits("/desk/tickets/1001");
    const box = page.getByRole("textbox", { name: /Your reply/ });
    await box.fill("Half a sentence");
    await page.locator("#why summary").click();
    await world.slack.user("U0MARTA").types("C0TRIAGE", "/ticket close 1001");
    await world.settle();
    await page.locator(".ticket-head .tag", { hasText: "Resolved" }).waitFor();
    expect(await box.inputValue()).toBe("Half a sentence");
    expect(await page.locator("#why").getAttribute("open")).not.toBeNull();
    await page.reload();
    expect(await box.inputValue()).toBe("Half a sentence");
  });

  test("the open queue shows a new ticket by itself, and keeps what is selected", async () => {
    await world.opens();
    await visits("/desk");
    await page.getByLabel("Select T-1001").check();
    await world.opens();
    await page.getByRole("link", { name: "T-1002", exact: true }).waitFor();
    expect(await page.getByLabel("Select T-1001").isChecked()).toBe(true);
  });

  test("a colleague who types is shown", async () => {
    await world.opens();
    await visits("/desk/tickets/1001");
    const marta = await web.signedIn("slack:U0MARTA");
    const token = /name="token" value="([^"]+)"/.exec(await marta.page("/desk/tickets/1001"))?.[1] ?? "";
    await marta.post("/desk/tickets/1001/typing", { token });
    await page.locator("#presence", { hasText: /Marta.* is typing/ }).waitFor();
  });

  test("the command palette finds commands and tickets, and the help lists the keys", async () => {
    await world.opens();
    await visits("/desk/tickets/1001");
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Commands" }).fill("claim");
    await page.getByRole("option", { name: "Claim" }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await world.ticket()).assignee).toBe("luis");
    await page.waitForURL(/answer=/);
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await page.getByRole("dialog").count()).toBe(0);
  });

  test("nothing that a customer writes runs, and a browser loads nothing for it", async () => {
    const requests: string[] = [];
    page.on("request", (request) => void requests.push(request.url()));
    await world.opens({ description: `${hostile}\njavascript:alert(4)` });
    for (const path of [
      "/desk",
      "/desk/tickets/1001",
      "/desk/tickets/1001?view=history",
      `/desk?q=${encodeURIComponent(hostile)}`,
    ]) {
      await visits(path);
      await page.waitForLoadState("load");
      expect(await page.title()).not.toBe("run");
    }
    expect(requests.filter((url) => !url.startsWith(`${origin}/desk`))).toEqual([]);
  });

  test("axe finds nothing at 1440, 1024 and 390 px, in the light and in the dark", async () => {
    await world.opens();
    await world.opens({ severity: "low" });
    await world.pass(300);
    await world.slack.user("U0MARTA").types("C0TRIAGE", "/ticket close 1002");
    await world.slack.user("U0MARTA").types("C0TRIAGE", "/ticket close 1001");
    await world.slack.user("U0MARTA").types("C0TRIAGE", "/ticket reopen 1001");
    await world.settle();
    const paths = [
      "/desk/reports?period=this+month",
      "/desk",
      "/desk?severity=high",
      "/desk?q=nothing",
      "/desk/tickets/1001",
      "/desk/tickets/1001?view=history",
    ];
    await expectSound(pages, { paths, opens: ".bulk-bar > summary, #why > summary" });
  });
});
