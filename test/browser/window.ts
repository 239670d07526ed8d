import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { inject } from "vitest";
import { patience } from "../support/runner/patience.ts";
import { visitDesk, type DeskVisitor } from "./desk-visitor.ts";

let browser: Promise<Browser> | undefined;

const connect = async (): Promise<Browser> => {
  const answer = await fetch(`${inject("chromium")}/${process.env["VITEST_POOL_ID"]}`);
  const address = await answer.text();
  if (!answer.ok) throw new Error(address);
  return chromium.connectOverCDP(address, { timeout: patience, isLocal: true });
};

/** The Chromium of this worker. */
const started = (): Promise<Browser> => (browser ??= connect());

/** A browser window in which one person works. */
export interface Window {
  readonly page: Page;
  /** The errors and warnings of the browser's console. */
  readonly troubles: string[];
  close(): Promise<void>;
}

const listen = (page: Page): string[] => {
  const troubles: string[] = [];
  page.on("console", (line) => {
    // The text of a resource that did not load does not name its address.
    if (["error", "warning"].includes(line.type())) troubles.push(`${line.text()} (${line.location().url})`);
  });
  page.on("pageerror", (error) => void troubles.push(error.message));
  return troubles;
};

/** Opens a window of its own, which waits as long as every test does. */
export const openWindow = async (options: BrowserContextOptions): Promise<Window> => {
  const context = await (await started()).newContext({ locale: "en-GB", ...options });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  return { page, troubles: listen(page), close: () => context.close() };
};

let shared: Page | undefined;

/**
 * Opens the window that the tests of a worker use one after the other: a new window takes three times as much computing
 * as a page. It begins without cookies and stored data, as on a person's first visit, and shows `blank` between tests.
 * Nothing moves on its pages: the browser would draw each frame, and a test could see a colour on its way to another.
 */
export const openSharedWindow = async (
  viewport: { readonly width: number; readonly height: number },
  blank = "about:blank",
): Promise<Window> => {
  if (shared === undefined || shared.isClosed()) shared = (await openWindow({ viewport })).page;
  const page = shared;
  // What a test that failed left behind.
  await leave(page, blank);
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  return { page, troubles: listen(page), close: () => leave(page, blank) };
};

/** Opens the playground in a window as on a first visit. */
export const visitIn = async (window: Window, url: string): Promise<DeskVisitor & Window> => ({
  ...(await visitDesk(window.page, url)),
  ...window,
});

/** Opens the playground as one of its people. */
export const goAs = async (page: Page, user: string, url: string): Promise<void> => {
  const choice = await page.addInitScript((chosen) => localStorage.setItem("plazo-as", chosen), user);
  await page.goto(url);
  await choice.dispose();
  await page.locator("#composer").waitFor();
};

/** Leaves the page that is open for a blank one, and forgets what it stored and who listens. */
const leave = async (page: Page, blank: string): Promise<void> => {
  for (const event of ["console", "pageerror", "request"] as const) page.removeAllListeners(event);
  await page.unrouteAll({ behavior: "ignoreErrors" });
  // `about:blank` and an error page of the browser have no storage.
  const forget = () => page.evaluate("localStorage.clear(); sessionStorage.clear()").catch(() => {});
  if (page.url() !== blank) {
    await forget();
    await page.goto(blank);
    // What the page stored on its way out.
    await forget();
  }
  await page.context().clearCookies();
};
