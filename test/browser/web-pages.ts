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
/**
 * What axe is asked: everything, the rules that look at colours, or the rules that a width alone can break. It need not load
 * style sheets and films once more.
 */
const questions = {
  everything: { resultTypes: ["violations"], preload: false },
  colours: { resultTypes: ["violations"], preload: false, runOnly: ["color-contrast", "link-in-text-block"] },
  width: {
    resultTypes: ["violations"],
    preload: false,
    runOnly: ["scrollable-region-focusable", "link-in-text-block"],
  },
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

/**
 * Runs inside the page: whether it shows an element that it did not show before, and whether it never showed exactly these
 * elements before. A page that hides a word at some width may leave a button without a name.
 */
const changes = `(() => {
  const numbers = (window.numbersOfShown ??= new Map());
  const sets = (window.setsOfShown ??= new Set());
  const { size } = numbers;
  const shown = [...document.querySelectorAll("body *")].filter((each) => each.checkVisibility({ visibilityProperty: true }));
  for (const each of shown) if (!numbers.has(each)) numbers.set(each, numbers.size);
  const set = shown.map((each) => numbers.get(each)).join();
  const isOther = !sets.has(set);
  sets.add(set);
  return { more: numbers.size > size, isOther };
})()`;

interface Changes {
  readonly more: boolean;
  readonly isOther: boolean;
}

const changesOf = (page: Page): Promise<Changes> => page.evaluate<Changes>(changes);

/**
 * What axe finds in both themes at one width. It looks at the whole page where the page shows other elements than at an
 * earlier width, and at dark colours where it shows more of them. At each width and in each theme a faster look compares
 * each text with what lies behind it.
 */
export const findingsInThemes = async (page: Page): Promise<Readonly<Record<"light" | "dark", readonly string[]>>> => {
  await page.emulateMedia({ colorScheme: "light" });
  const inLight = await changesOf(page);
  const light = [...(await findings(page, inLight.isOther ? "everything" : "width")), ...(await faintTexts(page))];
  await page.emulateMedia({ colorScheme: "dark" });
  const inDark = await changesOf(page);
  const dark = [
    ...(inLight.more || inDark.more ? await findings(page, "colours") : []),
    ...(inDark.isOther ? await findings(page) : []),
    ...(await faintTexts(page)),
  ];
  return { light, dark };
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
      expect([path, width, await findingsInThemes(page)]).toEqual([path, width, { light: [], dark: [] }]);
      const fits = await page.evaluate<boolean>("document.documentElement.scrollWidth <= innerWidth");
      expect([path, width, fits]).toEqual([path, width, true]);
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
