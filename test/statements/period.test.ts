import { expect, test } from "vitest";
import { locales } from "../../src/desk/desk.ts";
import { sayIn } from "../../src/i18n/say.ts";
import { periodFrom } from "../../src/statements/statements.ts";

const madrid = { timezone: "Europe/Madrid" };
const october = { from: Date.parse("2025-10-01T00:00:00+02:00"), to: Date.parse("2025-11-01T00:00:00+01:00") };
const inNovember = Date.parse("2025-11-01T01:00:00+01:00");

test("the words that the form offers name the last month in every language", () => {
  for (const locale of locales)
    expect(periodFrom(sayIn(locale)("report.lastMonth"), madrid, inNovember)).toEqual(october);
  expect(periodFrom("2025-10", madrid, inNovember)).toEqual(october);
  expect(periodFrom("soon", madrid, inNovember)).toBeNull();
});
