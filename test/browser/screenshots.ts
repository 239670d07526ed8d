import { mkdirSync, writeFileSync } from "node:fs";
import type { Browser, Locator, Page } from "playwright-core";
import { launchChromium, noChromium } from "./chromium.ts";
import { visitDesk, type DeskVisitor } from "./desk-visitor.ts";
import { nextMonday, startProduct } from "./start-product.ts";

/**
 * `npm run screenshots`: plays short scenes in the running product and takes the pictures of README.md and
 * docs/user-guide.md. Chromium writes WebP, so each picture stays below 100 kB.
 */

const folder = "docs/images";
const mostBytes = 100_000;
/** The busy day has thirty tickets, each with some presses. */
const busyDayMs = 300_000;

const asVisitor = { locale: "en-GB", colorScheme: "light" } as const;

/** Writes a picture of what a page shows, or of one part of it. */
const picture = async (page: Page, name: string, part: Locator | null = null): Promise<void> => {
  await part?.scrollIntoViewIfNeeded();
  await page.mouse.move(0, 0);
  await page.waitForTimeout(400);
  const box = (await part?.boundingBox()) ?? null;
  const scrolled: number = await page.evaluate("scrollY");
  const clip = box === null ? {} : { clip: { ...box, y: box.y + scrolled, scale: 1 } };
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: 85, ...clip });
  const bytes = Buffer.from(data, "base64");
  if (bytes.length > mostBytes) throw new Error(`${name}.webp has ${bytes.length} bytes; ${mostBytes} are the most.`);
  writeFileSync(`${folder}/${name}.webp`, bytes);
  console.log(`${name}.webp: ${Math.round(bytes.length / 1_000)} kB`);
};

/** A ticket from the form to its first reminder. */
const inChat = async (visitor: DeskVisitor): Promise<void> => {
  const { page } = visitor;
  const title = "No video on Samsung TVs";
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
  await picture(page, "triage-card", visitor.card(title));
  await visitor.actsAs("Ana Ruiz");
  await visitor.goesTo("Plazo");
  await visitor.card(title).waitFor();
  await picture(page, "reminder", visitor.card(title));
};

/** The web desk or the client area as this person sees it, in a tab of their own. */
const webOf = async (browser: Browser, { page: playground, ...visitor }: DeskVisitor, name: string): Promise<Page> => {
  await visitor.actsAs(name);
  const link = (await playground.locator(".web-link").getAttribute("href")) ?? "";
  const page = await browser.newPage({ ...asVisitor, viewport: { width: 1200, height: 760 } });
  await page.goto(new URL(link, playground.url()).href);
  await page.getByRole("button").first().click();
  await page.waitForURL(/\/(?:desk|area)$/);
  return page;
};

/** A busy queue, as agent, account manager, head of support and contact see it. */
const onTheWeb = async (browser: Browser, visitor: DeskVisitor): Promise<void> => {
  const loading = visitor.page.locator(".guide").getByText(/Loading a busy day/);
  await visitor.page.locator(".guide").getByRole("button", { name: "Load a busy day" }).click();
  await loading.waitFor();
  await loading.waitFor({ state: "detached", timeout: busyDayMs });
  const luis = await webOf(browser, visitor, "Luis Gil");
  await picture(luis, "web-queue");
  await luis.getByRole("link", { name: "T-1024" }).click();
  await luis.locator(".compose-reply").waitFor();
  await picture(luis, "web-ticket");
  const ana = await webOf(browser, visitor, "Ana Ruiz");
  await ana.goto(new URL("/desk/accounts/acme", ana.url()).href);
  await picture(ana, "web-account");
  const eva = await webOf(browser, visitor, "Eva Sanz");
  await eva.goto(new URL("/desk/settings/plans/entry/premium", eva.url()).href);
  await picture(eva, "web-settings");
  await picture(await webOf(browser, visitor, "Oliver Grant"), "client-area");
};

if (noChromium !== "") {
  console.error(`No pictures: ${noChromium}.`);
  process.exit(1);
}

mkdirSync(folder, { recursive: true });
const browser = await launchChromium();
for (const scene of [inChat, (visitor: DeskVisitor) => onTheWeb(browser, visitor)]) {
  const product = await startProduct({ at: nextMonday() });
  try {
    const window = await browser.newPage({
      ...asVisitor,
      viewport: { width: 1440, height: 960 },
      deviceScaleFactor: 1.5,
    });
    await scene(await visitDesk(window, product.url));
  } finally {
    await product.stop();
  }
}
await browser.close();
