import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attainmentChart } from "../../src/charts/attainment.ts";
import { shareOf, shareText, type Chart } from "../../src/charts/chart.ts";
import { distributionChart } from "../../src/charts/distribution.ts";
import { hourChart } from "../../src/charts/hours.ts";
import { chartOverTime } from "../../src/charts/over-time.ts";
import { locales } from "../../src/desk/desk.ts";
import { durationCounts, durationEdges } from "../../src/reports/duration-edges.ts";
import { sayIn } from "../../src/i18n/say.ts";
import { everyChart, hostileNames, lookOf } from "./sample-charts.ts";

const root = join(import.meta.dirname, "../..");

/** The texts that the picture shows. Resvg reads XML strictly, and throws if the picture is none. */
const shown = ({ svg }: Chart): string => {
  expect(() => new Resvg(svg, { font: { loadSystemFonts: false } })).not.toThrow();
  return svg;
};

const look = lookOf("light");
/** The names of elements and attributes. In a browser, `test/browser/charts.test.ts` reads the same as a document. */
const namesIn = (svg: string): readonly string[] =>
  svg
    .replaceAll(/"[^"]*"/g, "")
    .replaceAll(/>[^<]*/g, " ")
    .match(/[^\s<>/=]+/g) ?? [];

const allowed: ReadonlySet<string> = new Set(
  [
    "svg xmlns role title desc g defs pattern path rect text id width height viewBox font-family font-size font-weight",
    "x y d transform fill fill-opacity opacity stroke stroke-width stroke-linecap stroke-dasharray stroke-opacity",
    "stroke-linejoin stroke-miterlimit patternUnits patternTransform dominant-baseline text-anchor clip-path clipPath",
  ].flatMap((names) => names.split(" ")),
);

const attained = (rows: Parameters<typeof attainmentChart>[0]["rows"]): Promise<Chart> =>
  attainmentChart({ title: "First answers", head: "Severity", rows }, look);

describe("a chart", () => {
  test("is the same for the same figures, whatever was drawn before", async () => {
    const [first, second] = [await everyChart(look), await everyChart(look)];
    expect(second).toEqual(first);
    const ids = first.flatMap(({ svg }) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    expect(ids.length).toBeGreaterThan(3);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(hostileNames)("is XML without any markup of the name %j", async (name) => {
    for (const chart of await everyChart(look, name)) {
      const svg = shown(chart);
      expect(namesIn(svg).filter((each) => !allowed.has(each))).toEqual([]);
      expect(svg.length).toBeLessThan(80_000);
      expect(chart.table.rows.flat().every((cell) => cell.length <= 100)).toBe(true);
      expect(svg.isWellFormed()).toBe(true);
    }
  });

  test("keeps two names apart that are equal once they are cut", async () => {
    const names = [`${"x".repeat(60)}1`, `${"x".repeat(60)}2`];
    const chart = await chartOverTime(
      {
        title: "Tickets",
        unit: "day",
        starts: [0],
        shape: "bars",
        measure: "count",
        series: names.map((name) => ({ name, values: [1] })),
        goal: null,
      },
      look,
    );
    expect(chart.svg.split(`>${"x".repeat(10)}`)).toHaveLength(3);
  });

  test.each(locales)("speaks %s", async (locale) => {
    const say = sayIn(locale);
    const [bars, , , , hours] = await everyChart(lookOf("light", locale));
    expect(bars?.svg).toContain(say("chart.inTime"));
    expect(bars?.table.head).toContain(say("chart.missed"));
    expect(hours?.table.rows).toHaveLength(7);
    expect(hours?.description).toContain("Europe/Madrid");
  });

  test("tells the days of the viewer's zone", async () => {
    const starts = [Date.UTC(2026, 9, 4, 23)];
    const figures = { title: "T", unit: "day", starts, shape: "bars", measure: "count", goal: null } as const;
    const series = [{ name: "Opened", values: [3] }];
    const inZone = async (timezone: string): Promise<string | undefined> =>
      (await chartOverTime({ ...figures, series }, { ...look, viewer: { locale: "en", timezone } })).table.rows[0]?.[0];
    expect([await inZone("Europe/Madrid"), await inZone("America/Bogota")]).toEqual(["5 Oct 2026", "4 Oct 2026"]);
  });
});

describe("figures at their limits", () => {
  const empty = sayIn("en")("chart.empty");
  const time = { title: "T", unit: "week", shape: "lines", measure: "count", goal: null } as const;
  const noTimes = { p50: null, p90: null, p95: null };

  test("nothing at all is a sentence and no axis", async () => {
    const charts = await Promise.all([
      attained([]),
      attained([{ label: "High", met: 0, breached: 0, goal: 0.9 }]),
      chartOverTime({ ...time, starts: [], series: [] }, look),
      chartOverTime({ ...time, starts: [0], series: [{ name: "Opened", values: [null] }] }, look),
      distributionChart({ title: "T", counts: durationCounts([]), percentiles: noTimes }, look),
      hourChart({ title: "T", measure: "count", values: [] }, look),
      hourChart(
        { title: "T", measure: "count", values: Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0)) },
        look,
      ),
    ]);
    for (const chart of charts) {
      expect(shown(chart)).toContain(empty);
      expect(chart.description).toBe(`${empty}.`);
    }
  });

  test("one point, and only zeros, are drawn", async () => {
    const one = await chartOverTime({ ...time, starts: [0], series: [{ name: "Opened", values: [7] }] }, look);
    expect(one.table.rows).toEqual([["1 Jan 1970", "7"]]);
    expect(shown(one)).toContain(">Opened<");
    const zeros = await chartOverTime({ ...time, starts: [0, 1], series: [{ name: "Opened", values: [0, 0] }] }, look);
    expect(shown(zeros)).not.toContain("NaN");
    expect(zeros.table.rows.map((row) => row[1])).toEqual(["0", "0"]);
    const share = await hourChart({ title: "T", measure: "share", values: [[0]] }, look);
    expect(shown(share)).not.toContain(empty);
  });

  test("no picture has a coordinate that is no number", async () => {
    for (const chart of [...(await everyChart(look)), ...(await everyChart(lookOf("dark", "pt", 1)))])
      expect(shown(chart).match(/NaN|Infinity|undefined/g)).toBeNull();
  });

  test("many rows end in one bar for the others, and the table has them all", async () => {
    const rows = Array.from({ length: 40 }, (_, at) => ({ label: `Account ${at}`, met: at, breached: 1, goal: null }));
    const chart = await attained(rows);
    expect(shown(chart)).toContain(`>${sayIn("en")("chart.others", { count: 16 })}<`);
    expect(chart.svg).not.toContain(">Account 24<");
    expect(chart.table.rows).toHaveLength(41);
    expect(chart.table.rows.at(-1)?.slice(0, 4)).toEqual([sayIn("en")("chart.total"), "780", "40", "820"]);
  });

  test("a share with a breach never reads as 100 %, and one that is met in full does", () => {
    expect(shareText(shareOf(1_999, 2_000), "en")).toBe("99.9%");
    expect(shareText(shareOf(999_999, 1_000_000), "en")).toBe("99.9%");
    expect(shareText(0.99999, "en")).toBe("99.9%");
    expect(shareText(shareOf(5, 5), "en")).toBe("100%");
    expect(shareText(shareOf(0, 0), "en")).toBe("–");
    for (const percent of Array.from({ length: 101 }, (_, at) => at)) {
      expect(shareText(shareOf(percent, 100), "en")).toBe(`${percent}%`);
      expect(shareText(percent / 100, "en")).toBe(`${percent}%`);
    }
  });

  test("every length of time belongs to one bar, the upper border of a bar to the next", () => {
    const least = fc.integer({ min: 0, max: 40 * 86_400_000 });
    fc.assert(
      fc.property(fc.array(fc.oneof(least, fc.constantFrom(...durationEdges))), (durations) => {
        const counts = durationCounts(durations);
        expect(counts).toHaveLength(durationEdges.length + 1);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(durations.length);
        durationEdges.forEach((edge, at) => {
          const below = counts.slice(0, at + 1).reduce((sum, count) => sum + count, 0);
          expect(below).toBe(durations.filter((each) => each < edge).length);
        });
      }),
    );
  });
});

test("ECharts and Resvg are loaded with the first chart, and not with Plazo", () => {
  const imports = globSync("{src,adapters}/**/*.ts", { cwd: root })
    // It is the program of the thread that draws pictures. No file may load it as a module.
    .filter((path) => path !== "src/charts/picture-thread.ts")
    .flatMap((path) =>
      [
        ...readFileSync(join(root, path), "utf8").matchAll(
          /^import (.*) from "(?:echarts|@resvg|.*picture-thread)\b.*$/gm,
        ),
      ].map(([line]) => `${path}: ${line}`),
    );
  expect(imports.length).toBeGreaterThan(1);
  expect(imports.filter((each) => !each.includes(": import type "))).toEqual([]);
});
