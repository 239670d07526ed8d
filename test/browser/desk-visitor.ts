import type { Locator, Page } from "playwright-core";

/** A person who tries the playground in a browser. */
export interface DeskVisitor {
  readonly page: Page;
  actsAs(name: string): Promise<void>;
  goesTo(place: string): Promise<void>;
  types(text: string): Promise<void>;
  /** Fills in the open form, by field name, and sends it. */
  sends(values: Readonly<Record<string, string>>): Promise<void>;
  /** The newest card with this text, private ones too. */
  card(words: string | RegExp): Locator;
  turnsClock(by: "15 minutes" | "one hour" | "one day"): Promise<void>;
}

const turns = { "15 minutes": 0, "one hour": 1, "one day": 2 } as const;

/** Opens the playground in a browser's window. */
export const visitDesk = async (page: Page, url: string): Promise<DeskVisitor> => {
  await page.goto(url);
  await page.locator("#composer").waitFor();
  const isNarrow = (page.viewportSize()?.width ?? 0) <= 760;
  const openPane = async (at: number): Promise<void> => {
    if (isNarrow) await page.locator(".tabs button").nth(at).click();
  };
  return {
    page,
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
  };
};
