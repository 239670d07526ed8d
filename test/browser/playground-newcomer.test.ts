import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { patience } from "../support/runner/patience.ts";
import { freshPostgres } from "../support/database/real-postgres.ts";
import { noChromium } from "./chromium.ts";
import { startProduct, type Product } from "./start-product.ts";
import { fits } from "./page-stage.ts";
import { openWindow, type Window } from "./window.ts";

/** Runs inside the page: whether the page as a whole does not scroll. */
const isNoHigher = "document.documentElement.scrollHeight <= innerHeight";

describe.skipIf(noChromium !== "")("a newcomer in the playground", () => {
  let window: Window | undefined;
  let product: Product;
  let page: Page;

  beforeAll(async () => {
    product = await startProduct({ databaseUrl: await freshPostgres() });
  });
  afterAll(async () => {
    await window?.close();
    await product?.stop();
  });

  it.each([
    ["es-ES", "Marta Solé", "Pruébalo"],
    ["pt-PT", "Rita Lopes", "Experimente"],
    ["en-GB", "Luis Gil", "Try it"],
  ])("with a browser in %s is the agent %s in triage", async (locale, agent, guide) => {
    // The page of an earlier newcomer would follow all that happens.
    await window?.close();
    window = await openWindow({ locale, viewport: { width: 1440, height: 900 } });
    ({ page } = window);
    await page.goto(product.url);
    await page.locator(".who.chosen", { hasText: agent }).waitFor();
    await page.locator(".talk header", { hasText: "triage" }).waitFor();
    await page.getByText(guide, { exact: true }).waitFor();
  });

  it("loads a busy day, and sees how far it is", async () => {
    await page.locator(".guide").getByRole("button", { name: "Load a busy day" }).click();
    await page
      .locator(".guide")
      .getByText(/Loading a busy day: ticket \d+ of 30/)
      .waitFor({ timeout: patience });
    await page
      .locator(".guide")
      .getByText(/Loading a busy day/)
      .waitFor({ state: "detached", timeout: patience });
    expect(await page.locator(".pick option").count()).toBe(30);
    const cards = await page.locator(".talk .card .facts").allInnerTexts();
    for (const state of [/Resolved/, /Waiting for the customer/, /With the technical team/, /Missed/, /Nobody yet/])
      expect(cards.some((each) => state.test(each))).toBe(true);
    // The day's private answers were for none of the visitor's own presses.
    expect(await page.locator(".private").count()).toBe(0);
    expect(await page.getByRole("button", { name: "Load a busy day" }).count()).toBe(0);
  });

  it("reaches the composer from anywhere with Ctrl+K", async () => {
    await page.locator(".pick select").focus();
    await page.keyboard.press("Control+k");
    expect(await page.evaluate("document.activeElement.id")).toBe("composer");
  });

  it("sees a step of the guide ticked off when it is done, also on the next visit", async () => {
    const clock = page.locator(".guide li").nth(2);
    expect(await clock.getAttribute("class")).toBeNull();
    await clock.getByRole("button").click();
    await page.locator(".guide li.done", { hasText: "Turn the clock" }).waitFor({ timeout: patience });
    await page.reload();
    await page.locator(".guide li.done", { hasText: "Turn the clock" }).waitFor();
    expect(await page.locator(".guide li.done").count()).toBe(1);
    for (const [width, height] of [
      [1024, 700],
      [390, 700],
    ] as const) {
      await page.setViewportSize({ width, height });
      expect([width, await page.evaluate(fits), await page.evaluate(isNoHigher)]).toEqual([width, true, true]);
    }
  });
});
