import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import type { UserRef } from "../../src/tickets/refs.ts";
import { openWebDesk, type WebDesk } from "../support/web-desk.ts";
import type { World } from "../support/world.ts";
import { openPage } from "./chromium.ts";

/** What axe finds on the page as it is now. */
export const findings = (page: Page): Promise<readonly string[]> =>
  page.evaluate<
    readonly string[]
  >(`(() => { ${axe.source}; return axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ": " + target.join(" ") + " " + failureSummary))); })()`);

/** The widths of a desk, a tablet and a phone. */
export const widths = [1440, 1024, 390] as const;

/** Loads pages of this width one after the other; in both themes axe must find nothing, and nothing may be wider than the window. */
export const expectSound = async (
  { page, visits }: Pick<PagesInBrowser, "page" | "visits">,
  { width, paths, opens }: { readonly width: number; readonly paths: readonly string[]; opens(): Promise<unknown> },
): Promise<void> => {
  await page.setViewportSize({ width, height: 844 });
  // Without it a colour could be judged on its way from one theme to the other.
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const path of paths) {
    await visits(path);
    await opens();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect([path, colorScheme, await findings(page)]).toEqual([path, colorScheme, []]);
      const fits = await page.evaluate<boolean>("document.documentElement.scrollWidth <= innerWidth");
      expect([path, colorScheme, fits]).toEqual([path, colorScheme, true]);
    }
  }
};

/** The web desk or the client area of a world in a browser in which one person is signed in. */
export interface PagesInBrowser {
  readonly origin: string;
  readonly web: WebDesk;
  readonly page: Page;
  /** What the browser complained of. */
  readonly troubles: string[];
  visits(path: string): Promise<unknown>;
  close(): Promise<void>;
}

/** Serves the pages of a world on a free port, and signs a person in. The world's work is done while a page waits. */
export const openPages = async (world: World, browser: Browser, person: UserRef): Promise<PagesInBrowser> => {
  const answer = async (request: Request): Promise<Response> => {
    const answered = web.fetch(request, "127.0.0.1");
    return request.method === "POST" ? world.whileWorking(answered) : answered;
  };
  const server = createAdaptorServer({ fetch: answer });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const web = openWebDesk(world, origin, { liveEveryMs: 50 });
  const page = await openPage(browser, { viewport: { width: 1440, height: 900 }, locale: "en-GB" });
  const troubles: string[] = [];
  page.on("console", (line) => void (["error", "warning"].includes(line.type()) && troubles.push(line.text())));
  page.on("pageerror", (error) => void troubles.push(error.message));
  await page.goto(`${origin}${await web.link(person)}`);
  // The button of a link is in the language of the person.
  await page.locator("main form button").click();
  await page.waitForURL(/\/(?:desk|area)$/);
  return {
    origin,
    web,
    page,
    troubles,
    visits: (path) => page.goto(`${origin}${path}`),
    close: async () => {
      await page.context().close();
      web.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
