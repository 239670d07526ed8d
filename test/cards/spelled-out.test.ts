import { expect, test } from "vitest";
import { plainTextTimes } from "../../src/i18n/spelled-out.ts";
import { now } from "./samples/sample.ts";
import { cardText } from "./samples/strings-of.ts";

const left = (ms: number, locale: "en" | "es"): string =>
  cardText(
    plainTextTimes(
      { summary: "x", parts: [{ part: "text", lines: [[{ t: "time", at: now + ms, show: "left" }]] }] },
      { locale, timezone: "Europe/Madrid" },
      now,
    ),
  );

test.each([
  [0, "just now", "ahora mismo"],
  [-59_999, "just now", "ahora mismo"],
  [59_999, "in less than a minute", "en menos de un minuto"],
  [-60_000, "1 minute ago", "hace 1 minuto"],
  [60_000, "in 1 minute", "dentro de 1 minuto"],
  [-3 * 3_600_000, "3 hours ago", "hace 3 horas"],
])("%d ms are shown in words, and less than a minute without a number", (ms, english, spanish) => {
  expect([left(ms, "en"), left(ms, "es")]).toEqual([english, spanish]);
});
