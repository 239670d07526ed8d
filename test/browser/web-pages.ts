import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { UserRef } from "../../src/tickets/refs.ts";
import { openWebDesk, type WebDesk } from "../support/web-desk.ts";
import type { World } from "../support/world.ts";
import { openSharedWindow } from "./window.ts";

const axe = readFileSync(new URL(import.meta.resolve("axe-core/axe.min.js")), "utf8");
/** Runs inside the page. Axe stays in it, because the browser takes longer to load axe than axe takes to look at a page. */
const runAxe = `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ": " + target.join(" ") + " " + failureSummary)))`;

/** What axe finds on the page as it is now. */
export const findings = async (page: Page): Promise<readonly string[]> => {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(`${axe}; 0`);
  return page.evaluate<readonly string[]>(runAxe);
};

/** The widths of a desk, a tablet and a phone. */
const everyWidth = [1440, 1024, 390] as const;

/**
 * Loads these pages one after the other. At each width and in both themes axe must find nothing, and nothing may be wider
 * than the window. A page is loaded once: none of its scripts looks at the width or the theme. `opens`: what a person
 * must be able to open by a click at each width, and what is open while axe looks.
 */
export const expectSound = async (
  { page, visits }: Pick<PagesInBrowser, "page" | "visits">,
  {
    paths,
    opens,
    whenLoaded,
    widths = everyWidth,
  }: {
    readonly paths: readonly string[];
    readonly opens?: string;
    readonly whenLoaded?: () => Promise<unknown>;
    readonly widths?: readonly number[];
  },
): Promise<void> => {
  // Without it a colour could be judged on its way from one theme to the other.
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const path of paths) {
    await visits(path);
    await whenLoaded?.();
    for (const [at, width] of widths.entries()) {
      await page.setViewportSize({ width, height: 844 });
      // A trial looks whether a person can click, and does not click: what is open stays open.
      for (const each of opens === undefined ? [] : await page.locator(opens).all())
        await each.click({ trial: at > 0 });
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        expect([path, width, colorScheme, await findings(page)]).toEqual([path, width, colorScheme, []]);
        const fits = await page.evaluate<boolean>("document.documentElement.scrollWidth <= innerWidth");
        expect([path, width, colorScheme, fits]).toEqual([path, width, colorScheme, true]);
      }
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
export const openPages = async (world: World, person: UserRef): Promise<PagesInBrowser> => {
  const answer = async (request: Request): Promise<Response> => {
    const answered = web.fetch(request, "127.0.0.1");
    return request.method === "POST" ? world.whileWorking(answered) : answered;
  };
  const server = createAdaptorServer({ fetch: answer });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const web = openWebDesk(world, origin, { liveEveryMs: 150 });
  const window = await openSharedWindow({ width: 1440, height: 900 });
  const { page, troubles } = window;
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
      await window.close();
      web.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
