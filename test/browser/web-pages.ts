import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { UserRef } from "../../src/tickets/refs.ts";
import { openWebDesk, type WebDesk } from "../support/web-desk.ts";
import type { World } from "../support/world.ts";
import { faintTexts } from "./contrast.ts";
import { openSharedWindow } from "./window.ts";

const axe = readFileSync(new URL(import.meta.resolve("axe-core/axe.min.js")), "utf8");
/** What axe is asked: everything, or the rules that look at colours. It need not load style sheets and films once more. */
const questions = {
  everything: { resultTypes: ["violations"], preload: false },
  colours: { resultTypes: ["violations"], preload: false, runOnly: ["color-contrast", "link-in-text-block"] },
} as const;
/** Runs inside the page. Axe stays in it, because loading axe takes half as long as axe's look at a page. */
const runAxe = (question: keyof typeof questions): string =>
  `axe.run(document, ${JSON.stringify(questions[question])}).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ": " + target.join(" ") + " " + failureSummary)))`;

/** What axe finds on the page as it is now. */
export const findings = async (
  page: Page,
  question: keyof typeof questions = "everything",
): Promise<readonly string[]> => {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(`${axe}; 0`);
  return page.evaluate<readonly string[]>(runAxe(question));
};

/** Runs inside the page: whether it shows an element that it did not show when this was asked before. */
const showsMore = `(() => {
  const before = (window.shownBefore ??= new WeakSet());
  const more = [...document.querySelectorAll("body *")].filter((each) => !before.has(each) && each.checkVisibility());
  for (const each of more) before.add(each);
  return more.length > 0;
})()`;

/**
 * The texts and links of the page whose colours are too weak. Axe looks where the page shows elements that it did not show
 * at an earlier width; at each width a faster look compares each text with what lies behind it.
 */
const weakColours = async (page: Page): Promise<readonly string[]> => [
  ...((await page.evaluate<boolean>(showsMore)) ? await findings(page, "colours") : []),
  ...(await faintTexts(page)),
];

/** The widths of a desk, a tablet and a phone. */
const everyWidth = [1440, 1024, 390] as const;

/**
 * Loads these pages one after the other. At each width and in both themes axe must find nothing, and nothing may be wider
 * than the window. A page is loaded once: none of its scripts looks at the width or the theme. The themes differ in
 * colours only, so that in the dark axe looks at these, once for each element. `opens`: what a person
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
  // Each page has axe from the start: sending it anew takes as long as half a look.
  const withAxe = await page.addInitScript(axe);
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
        const found = colorScheme === "light" ? await findings(page) : await weakColours(page);
        expect([path, width, colorScheme, found]).toEqual([path, width, colorScheme, []]);
        const fits = await page.evaluate<boolean>("document.documentElement.scrollWidth <= innerWidth");
        expect([path, width, colorScheme, fits]).toEqual([path, width, colorScheme, true]);
      }
    }
  }
  await withAxe.dispose();
};

/** The web desk or the client area of a world in a browser in which one person is signed in, and no page is open yet. */
export interface PagesInBrowser {
  readonly origin: string;
  readonly web: WebDesk;
  readonly page: Page;
  /** What the browser complained of. */
  readonly troubles: string[];
  visits(path: string): Promise<unknown>;
  close(): Promise<void>;
}

/** What the site of this worker answers: the pages of the world that is open. */
let answers: ((request: Request) => Promise<Response>) | null = null;
let opened: Promise<string> | undefined;

/** The browser keeps its renderer for a page of the same origin and opener policy. A new one takes a second of computing. */
const blankPage = "/blank";
const blank = (): Response =>
  // With an icon, or the browser would ask for one later, and complain in a test that there is none.
  new Response('<!doctype html><title>Blank</title><link rel="icon" href="data:,">', {
    headers: { "content-type": "text/html", "cross-origin-opener-policy": "same-origin" },
  });

/** The address of the site that the worlds of this worker use one after the other. */
const siteOrigin = (): Promise<string> =>
  (opened ??= new Promise((resolve) => {
    const server = createAdaptorServer({
      fetch: async (request) => {
        if (new URL(request.url).pathname === blankPage) return blank();
        return answers === null ? new Response("No world is open.", { status: 503 }) : answers(request);
      },
    });
    server.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
    server.unref();
  }));

/**
 * Serves the pages of a world, and opens a window in which this person is signed in already. The world's work is done
 * while a page waits.
 */
export const openPages = async (world: World, person: UserRef): Promise<PagesInBrowser> => {
  const origin = await siteOrigin();
  const web = openWebDesk(world, origin, { liveEveryMs: 150 });
  answers = async (request) => {
    const answered = web.fetch(request, "127.0.0.1");
    return request.method === "POST" ? world.whileWorking(answered) : answered;
  };
  const window = await openSharedWindow({ width: 1440, height: 900 }, `${origin}${blankPage}`);
  const { page, troubles } = window;
  const [name = "", value = ""] = (await web.signedIn(person)).cookie?.split("=") ?? [];
  await page.context().addCookies([{ name, value, url: origin, httpOnly: true, sameSite: "Lax" }]);
  return {
    origin,
    web,
    page,
    troubles,
    visits: (path) => page.goto(`${origin}${path}`),
    close: async () => {
      await window.close();
      answers = null;
      web.close();
    },
  };
};
