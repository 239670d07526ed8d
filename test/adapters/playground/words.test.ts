import { expect, it } from "vitest";
import { durationText, timeLeftText, momentText, zoneText } from "../../../adapters/playground/page/time-text.ts";
import { pageTexts } from "../../../adapters/playground/page/texts.ts";

/** Every sentence by its path. A sentence with a placeholder appears once, with a value. */
const sentences = (of: object, path = ""): readonly (readonly [string, string])[] =>
  Object.entries(of).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === "function")
      return [[`${path}${key}(${value.length})`, String((value as (gap: string) => unknown)("«»"))] as const];
    return typeof value === "string"
      ? [[`${path}${key}`, value] as const]
      : sentences(value as object, `${path}${key}.`);
  });

it("has every sentence in every language", () => {
  const english = sentences(pageTexts.en);
  const others = [sentences(pageTexts.es), sentences(pageTexts.pt)];
  for (const other of others) expect(other.map(([path]) => path)).toEqual(english.map(([path]) => path));
  for (const [path, text] of [...english, ...others.flat()]) {
    expect(text.trim(), path).not.toBe("");
    if (path.endsWith("(1)")) expect(text, path).toContain("«»");
  }
});

it.each([
  [500, "1 s"],
  [59_000, "59 s"],
  [119_999, "1 min"],
  [38 * 60_000, "38 min"],
  [3_600_000, "1 h"],
  [80 * 60_000, "1 h 20 min"],
  [86_400_000, "1 d"],
  [26 * 3_600_000, "1 d 2 h"],
])("shows %d milliseconds as %s", (ms, posted) => expect(durationText(ms)).toBe(posted));

it("shows how far away a moment is, before and after it", () => {
  expect(timeLeftText(60_000 * 38, 0, "en")).toBe("in 38 min");
  expect(timeLeftText(0, 60_000 * 12, "es")).toBe("hace 12 min");
  expect(timeLeftText(0, 60_000 * 12, "pt")).toBe("há 12 min");
  expect(timeLeftText(60_000 * 119, 0, "es")).toBe("dentro de 1 h 59 min");
});

it("shows a moment in the viewer's zone, with the date if it is another day", () => {
  const now = Date.UTC(2026, 10, 23, 8, 0);
  const madrid = { locale: "en", timezone: "Europe/Madrid" } as const;
  expect(momentText(Date.UTC(2026, 10, 23, 9, 30), now, madrid)).toBe("10:30");
  expect(momentText(Date.UTC(2026, 10, 24, 9, 30), now, madrid)).toBe("Tue 24 Nov, 10:30");
  expect(momentText(Date.UTC(2026, 10, 23, 9, 30), now, { locale: "en", timezone: "America/New_York" })).toBe("04:30");
  expect(zoneText("America/New_York")).toBe("New York");
});
