import type { Browser, Locator, Page } from "playwright-core";
import { openPage } from "./chromium.ts";

/** A person who tries the playground in a browser. */
export interface DeskVisitor {
  readonly page: Page;
  /** Every error of the browser's console. */
  readonly troubles: readonly string[];
  actsAs(name: string): Promise<void>;
  goesTo(place: string): Promise<void>;
  types(text: string): Promise<void>;
  /** Fills in the open form, by field name, and sends it. */
  sends(values: Readonly<Record<string, string>>): Promise<void>;
  /** The newest card with this text, private ones too. */
  card(words: string | RegExp): Locator;
  turnsClock(by: "15 minutes" | "one hour" | "one day"): Promise<void>;
  close(): Promise<void>;
}

const turns = { "15 minutes": 0, "one hour": 1, "one day": 2 } as const;

/** Opens the playground as on a first visit, in English. */
export const visitDesk = async (
  browser: Browser,
  url: string,
  { width = 1440, height = 900, scale = 1 } = {},
): Promise<DeskVisitor> => {
  const page = await openPage(browser, {
    viewport: { width, height },
    locale: "en-GB",
    colorScheme: "light",
    deviceScaleFactor: scale,
  });
  const troubles: string[] = [];
  page.on("console", (posted) => void (["error", "warning"].includes(posted.type()) && troubles.push(posted.text())));
  page.on("pageerror", (error) => void troubles.push(error.message));
  await page.goto(url);
  await page.locator("#composer").waitFor();
  const isNarrow = width <= 760;
  const openPane = async (at: number): Promise<void> => {
    if (isNarrow) await page.locator(".tabs button").nth(at).click();
  };
  return {
    page,
    troubles,
    async actsAs(name) {
      await openPane(0);
      await page.locator(".who", { hasText: name }).click();
      await page.locator(".who.chosen", { hasText: name }).waitFor();
      await openPane(1);
    },
    async goesTo(place) {
      await openPane(0);
      await page.locator(".place", { hasText: place }).click();
    },
    async types(text) {
      await page.fill("#composer", text);
      await page.press("#composer", "Enter");
    },
    async sends(values) {
      const dialog = page.getByRole("dialog");
      await dialog.waitFor();
      for (const [name, value] of Object.entries(values)) {
        const radio = dialog.locator(`input[type=radio][name=${name}][value=${JSON.stringify(value)}]`);
        const select = dialog.locator(`select[name=${name}]`);
        if ((await radio.count()) > 0) await radio.check();
        else if ((await select.count()) > 0) await select.selectOption(value);
        else await dialog.locator(`[name=${name}]`).fill(value);
      }
      await dialog.locator("button[type=submit]").click();
      await dialog.waitFor({ state: "detached" });
    },
    card: (words) => page.locator(".talk .card", { hasText: words }).last(),
    turnsClock: (by) => page.locator(".turn").nth(turns[by]).click(),
    close: () => page.close(),
  };
};
