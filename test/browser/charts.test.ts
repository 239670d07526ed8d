import { html } from "hono/html";
import { Hono } from "hono";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { tokens } from "../../src/charts/palette.ts";
import { assetResponse, loadAssets } from "../../src/web/page-assets.ts";
import { chartFigure } from "../../src/web/render/chart.ts";
import { safeHeaders } from "../../src/web/security.ts";
import { everyChart, hostileNames, lookOf } from "../charts/sample-charts.ts";
import { noChromium } from "./chromium.ts";
import { expectSound, findings } from "./web-pages.ts";
import { openSharedWindow, type Window } from "./window.ts";

const origin = "http://charts.localhost";

/** The content of a page of charts, with the headers and the styles of the web desk. */
const siteOf = (figures: readonly unknown[]): Hono => {
  const assets = loadAssets();
  const styles = ["tokens.css", "desk.css", "charts.css"];
  return new Hono()
    .use(safeHeaders)
    .get("/", (context) =>
      context.html(
        html`<!doctype html>
          <html lang="en">
            <head>
              <title>Charts</title>
              <link rel="icon" href="/icon.svg" />
              ${styles.map((name) => html`<link rel="stylesheet" href="/${name}" />`)}
            </head>
            <body>
              <main>
                <h1>Charts</h1>
                ${figures}
              </main>
            </body>
          </html>`,
      ),
    )
    .get("/:name", async (context) => {
      const found = await assets.find(context.req.param("name"));
      return found === undefined ? context.notFound() : assetResponse(found, context.req.raw);
    });
};

/** Runs in the page: what a picture is made of. */
const made = `[...document.querySelectorAll("figure svg")].map((svg) => ({
  role: svg.getAttribute("role"),
  first: [...svg.children].slice(0, 2).map((each) => each.localName),
  elements: [...new Set([...svg.querySelectorAll("*")].map((each) => each.localName))].toSorted(),
  attributes: [...new Set([...svg.querySelectorAll("*")].flatMap((each) => [...each.attributes].map(({ name }) => name)))].toSorted(),
  texts: [...svg.querySelectorAll("text")].map((each) => each.textContent),
  outside: [...svg.querySelectorAll("text")].filter((each) => {
    const [box, all] = [each.getBoundingClientRect(), svg.getBoundingClientRect()];
    return !(box.left >= all.left - 2 && box.right <= all.right + 2 && box.top >= all.top - 2 && box.bottom <= all.bottom + 2);
  }).map((each) => each.textContent),
}))`;

interface MadeOf {
  readonly role: string;
  readonly first: readonly string[];
  readonly elements: readonly string[];
  readonly attributes: readonly string[];
  readonly texts: readonly string[];
  /** Texts that leave the picture. */
  readonly outside: readonly string[];
}

describe.skipIf(noChromium !== "")("charts in a browser", () => {
  let window: Window;
  let page: Page;
  let site = siteOf([]);
  beforeEach(async () => {
    window = await openSharedWindow({ width: 1024, height: 844 });
    ({ page } = window);
    await page.route(`${origin}/**`, async (route) => {
      const response = await site.request(new URL(route.request().url()).pathname);
      await route.fulfill({
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: Buffer.from(await response.arrayBuffer()),
      });
    });
  });
  afterEach(() => window.close());

  const shows = async (figures: readonly unknown[]): Promise<void> => {
    site = siteOf(figures);
    await page.goto(origin);
  };
  const showsCharts = async (name?: string): Promise<void> => {
    const look = lookOf("page");
    await shows((await everyChart(look, name)).map((chart) => chartFigure(chart, look.viewer)));
  };
  const parts = (): Promise<readonly MadeOf[]> => page.evaluate<readonly MadeOf[]>(made);

  test("the content policy of the web desk lets them be drawn, in the colours of the page", async () => {
    await showsCharts();
    const fills = () =>
      page.evaluate<readonly string[]>(
        `[...document.querySelectorAll("figure:first-of-type path")].map((each) => getComputedStyle(each).fill)`,
      );
    const rgb = (colour: string): string =>
      `rgb(${[1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).join(", ")})`;
    for (const [at, colorScheme] of (["light", "dark"] as const).entries()) {
      await page.emulateMedia({ colorScheme });
      expect(await fills()).toEqual(
        expect.arrayContaining([rgb(tokens.accent[at] ?? ""), rgb(tokens.critical[at] ?? "")]),
      );
    }
    expect(window.troubles).toEqual([]);
    await shows([html`<svg role="img" aria-label="x" style="fill: red"></svg>`]);
    expect(window.troubles.join(" ")).toContain("style-src");
  });

  test("each has a name and a description, and its figures in a table", async () => {
    await showsCharts();
    const charts = await everyChart(lookOf("page"));
    const pictures = page.getByRole("img", { name: "Acme", exact: true });
    expect(await pictures.count()).toBe(charts.length);
    expect(await pictures.first().getAttribute("role")).toBe("img");
    expect(await page.locator("figure desc").allTextContents()).toEqual(charts.map(({ description }) => description));
    await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
    const table = page.locator("figure").first().getByRole("table");
    expect(
      await table
        .getByRole("row", { name: /^Other/ })
        .getByRole("cell")
        .allTextContents(),
    ).toEqual(charts[0]?.table.rows[1]?.slice(1));
  });

  test("no name becomes markup, and no text leaves the picture", async () => {
    await showsCharts();
    const harmless = await parts();
    expect(harmless.every(({ texts }) => texts.length > 4)).toBe(true);
    for (const name of hostileNames) {
      await showsCharts(name);
      const found = await parts();
      expect(found).toHaveLength(harmless.length);
      for (const [at, { role, first, elements, attributes, outside }] of found.entries()) {
        const model = harmless[at];
        expect([name, role, first]).toEqual([name, "img", ["title", "desc"]]);
        expect(elements.filter((each) => !(model?.elements ?? []).includes(each))).toEqual([]);
        expect(attributes.filter((each) => !(model?.attributes ?? []).includes(each))).toEqual([]);
        expect([name, at, outside]).toEqual([name, at, []]);
      }
    }
    expect(window.troubles).toEqual([]);
  });

  test("a picture of its own is a document of SVG", async () => {
    await page.goto("about:blank");
    for (const theme of ["light", "dark"] as const)
      for (const name of hostileNames)
        for (const { svg } of await everyChart(lookOf(theme), name)) {
          const root = await page.evaluate<string>(
            `new DOMParser().parseFromString(${JSON.stringify(svg)}, "image/svg+xml").documentElement.outerHTML.includes("parsererror") ? "broken" : "svg"`,
          );
          expect([name, root]).toEqual([name, "svg"]);
        }
  });

  test("axe finds nothing at 1440, 1024 and 390 px, in the light and in the dark, with open tables", async () => {
    await showsCharts("A company with a rather long name that has no end");
    await expectSound(
      { page, visits: (path: string) => page.goto(`${origin}${path}`) },
      {
        paths: ["/"],
        whenLoaded: () => page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true"),
      },
    );
    expect(await findings(page)).toEqual([]);
  });
});
