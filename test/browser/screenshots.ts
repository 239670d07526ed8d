import { mkdirSync } from "node:fs";
import type { Locator } from "playwright-core";
import { launchChromium, noChromium } from "./chromium.ts";
import { visitDesk } from "./desk-visitor.ts";
import { startProduct } from "./start-product.ts";

/** `npm run screenshots`: plays a short scene in the running product and takes the pictures of README.md. */

const folder = "docs/images";

const mondayMorning = (): Date => {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() + ((8 - day.getUTCDay()) % 7 || 7));
  day.setUTCHours(9, 12, 0, 0);
  return day;
};

if (noChromium !== "") {
  console.error(`No pictures: ${noChromium}.`);
  process.exit(1);
}

mkdirSync(folder, { recursive: true });
const product = await startProduct({ at: mondayMorning() });
const browser = await launchChromium();
try {
  const window = await browser.newPage({
    viewport: { width: 1440, height: 960 },
    locale: "en-GB",
    colorScheme: "light",
    deviceScaleFactor: 1.5,
  });
  const visitor = await visitDesk(window, product.url);
  const { page } = visitor;
  const title = "No video on Samsung TVs";
  const picture = async (of: Locator, name: string): Promise<void> => {
    await of.scrollIntoViewIfNeeded();
    await page.mouse.move(0, 0);
    await page.waitForTimeout(300);
    await of.screenshot({ path: `${folder}/${name}.png` });
  };

  await visitor.actsAs("Oliver Grant");
  await visitor.types(`/ticket ${title}`);
  await visitor.sends({
    description:
      "Since 09:50 the player stays black on every Samsung TV of 2021. It works on LG and in the browser. We have a live event at 12:00.",
    severity: "critical",
  });
  await visitor.card(title).waitFor();
  await visitor.actsAs("Luis Gil");
  await visitor.goesTo("triage");
  await visitor.card(title).getByRole("button", { name: "Critical" }).click();
  await page.locator(".panel", { hasText: "Critical, confirmed" }).waitFor();
  await visitor.turnsClock("15 minutes");
  await visitor.turnsClock("15 minutes");
  await page.locator(".toast").first().waitFor();
  await picture(visitor.card(title), "triage-card");
  await visitor.actsAs("Ana Ruiz");
  await visitor.goesTo("Plazo");
  await visitor.card(title).waitFor();
  await picture(visitor.card(title), "reminder");
} finally {
  await browser.close();
  await product.stop();
}
