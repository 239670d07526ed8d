import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { heatSteps, paintOf, seriesTokens, tokens, type ChartToken } from "../../src/charts/palette.ts";

const style = readFileSync(join(import.meta.dirname, "../../src/web/assets/tokens.css"), "utf8");

/** WCAG 2.2, relative luminance. */
const light = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string): number => {
  const [dark = 0, bright = 0] = [light(one), light(other)].toSorted((first, second) => first - second);
  return (bright + 0.05) / (dark + 0.05);
};

test("the colours of charts are those of the web desk", () => {
  for (const [name, [inLight, inDark]] of Object.entries(tokens))
    expect(style).toContain(`--${name}: light-dark(${inLight}, ${inDark});`);
});

describe.each(["light", "dark"] as const)("in the %s", (theme) => {
  const paint = paintOf(theme);

  test("every text stands out from its ground by 4.5:1", () => {
    const pairs: readonly (readonly [ChartToken, ChartToken])[] = [
      ["ink", "surface"],
      ["ink-soft", "surface"],
      ...heatSteps.map(({ number, ground }) => [number, ground] as const),
    ];
    const weak = pairs.filter(([text, ground]) => contrast(paint(text), paint(ground)) < 4.5);
    expect(weak).toEqual([]);
  });

  test("every line and bar stands out by 3:1, and so does an axis", () => {
    const drawn: readonly ChartToken[] = [...seriesTokens, "line-strong", "ink"];
    expect(drawn.filter((token) => contrast(paint(token), paint("surface")) < 3)).toEqual([]);
  });

  test("each step of a heat map differs from the one before it", () => {
    const grounds = heatSteps.map(({ ground }) => light(paint(ground)));
    const sorted = grounds.toSorted((one, other) => (theme === "light" ? other - one : one - other));
    expect(grounds).toEqual(sorted);
    expect(new Set(grounds).size).toBe(heatSteps.length);
  });
});
