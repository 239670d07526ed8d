import { mkdirSync } from "node:fs";
import { launchChromium, noChromium } from "./chromium.ts";
import { visitDesk } from "./desk-visitor.ts";
import { startProduct } from "./start-product.ts";

/** `npm run screenshots`: plays a short scene in the running product and takes the README's pictures of it. */

const folder = ".github";

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
  const visitor = await visitDesk(browser, product.url, { width: 1440, height: 960 });
  const { page } = visitor;
  const picture = async (name: string): Promise<void> => {
    await page.mouse.move(0, 0);
    await page.locator(".toast").last().waitFor({ state: "detached", timeout: 15_000 });
    await page.waitForTimeout(300);
    await page.screenshot({ path: `${folder}/playground-${name}.png` });
  };
  const triage = async (as: string): Promise<void> => {
    await visitor.actsAs(as);
    await visitor.goesTo("triage");
  };

  await visitor.actsAs("Oliver Grant");
  await visitor.types("/ticket Thumbnails are missing in the new app");
  await visitor.sends({
    description: "Since this morning the series pages show grey boxes where the thumbnails were. Playback works.",
    severity: "medium",
  });
  await visitor.card("Thumbnails are missing").waitFor();
  await triage("Marta Solé");
  await visitor.card("Thumbnails are missing").getByRole("button", { name: "Claim" }).click();

  await visitor.actsAs("Carla Núñez");
  await visitor.types("/ticket El vídeo no arranca en Tizen 6");
  await page
    .getByRole("dialog")
    .locator("[name=description]")
    .fill(
      "Desde las 09:50 el reproductor se queda en negro en todos los televisores Samsung de 2021. En LG y en el navegador funciona. Tenemos un directo a las 12:00.",
    );
  await page.getByRole("dialog").getByRole("radio").first().check();
  await picture("form");
  await visitor.sends({ severity: "critical" });
  await visitor.card("El vídeo no arranca").waitFor();
  await triage("Luis Gil");
  await visitor.card("El vídeo no arranca").getByRole("button", { name: "Critical" }).click();
  await visitor.turnsClock("15 minutes");
  await page.locator(".toast", { hasText: "Ana Ruiz" }).waitFor();
  await page.locator(".panel", { hasText: "Critical, confirmed" }).waitFor();
  await page.mouse.move(0, 0);
  await page.waitForTimeout(500);
  await page.screenshot({ path: `${folder}/playground-light.png` });
  await page.emulateMedia({ colorScheme: "dark" });
  await visitor.actsAs("Ana Ruiz");
  await visitor.goesTo("Plazo");
  await visitor.card("El vídeo no arranca").waitFor();
  await picture("dark");

  const phone = await visitDesk(browser, product.url, { width: 390, height: 800, scale: 2 });
  await phone.page.getByRole("button", { name: "Dismiss" }).first().click();
  await phone.actsAs("Luis Gil");
  await phone.goesTo("triage");
  await phone.card("El vídeo no arranca").waitFor();
  await phone.page.mouse.move(0, 0);
  await phone.card("El vídeo no arranca").evaluate((card) => card.scrollIntoView());
  await phone.page.waitForTimeout(400);
  await phone.page.screenshot({ path: `${folder}/playground-phone.png` });
  await phone.close();
  await visitor.close();
} finally {
  await browser.close();
  await product.stop();
}
